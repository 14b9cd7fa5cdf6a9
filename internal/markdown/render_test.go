package markdown

import "io"

// Render writes a body as Fill does, without the detour. Errors are those of w, and ErrNested.
func Render(w io.Writer, body []byte, s Sources) error {
	on := shared.takeDesk()
	prepared := prepare(read(body, on))
	shared.giveBack(on)
	html, err := Fill(nil, prepared, s)
	if err != nil {
		return err
	}
	_, err = w.Write(html)
	return err
}
