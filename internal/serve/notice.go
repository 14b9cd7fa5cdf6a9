package serve

import (
	"bytes"
	"html"
	"net/http"
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/output"
)

// words are those of the pages that serve makes itself: Vietnamese, English.
var words = map[string][2]string{
	"lang":  {"vi", "en"},
	"title": {"Xem thử", "Preview"},
	"foreign-host": {
		"Trang xem thử chỉ mở được trên chính máy này, bằng địa chỉ {0}. Hãy gõ lại địa chỉ ấy.",
		"The preview can only be opened on this very machine, at the address {0}. Type that address.",
	},
	"foreign-page": {
		"Một trang web khác đã gửi yêu cầu này tới trang xem thử, nên nó không được trả lời. Muốn xem, hãy mở địa chỉ {0}.",
		"Another website sent this request to the preview, so it is not answered. To see the preview, open the address {0}.",
	},
	"only-reading": {"Trang xem thử chỉ để xem.", "The preview can only be looked at."},
	"stopped":      {"Đã ngừng xem thử.", "The preview has stopped."},
	"not-shown": {
		"Chưa xem được trang vì còn lỗi. Sửa xong và lưu lại thì trang sẽ tự hiện ra.",
		"The page cannot be shown yet because of errors. It appears by itself once they are corrected and saved.",
	},
	"failure": {
		"Chưa xem được trang: {1}. Khi hết, trang sẽ tự hiện ra.",
		"The page cannot be shown yet: {1}. It appears by itself once that is over.",
	},
}

// notice answers with a page of our own: a sentence, and what is wrong with the site where that is why. args fill {1} and on; {0} is the address.
func (s *server) notice(w http.ResponseWriter, r *http.Request, status int, word string, args ...string) {
	pairs := []string{"{0}", "http://" + s.hosts[0] + "/"}
	for _, arg := range args {
		pairs = append(pairs, "{1}", arg)
	}
	text := strings.NewReplacer(pairs...).Replace(words[word][s.Lang])
	var b bytes.Buffer
	b.WriteString(`<!doctype html><html lang="` + words["lang"][s.Lang] + `"><head><meta charset="utf-8">` +
		`<meta name="viewport" content="width=device-width"><title>` + words["title"][s.Lang] + `</title><style>` +
		`:root{color-scheme:light dark}body{font:1.125rem/1.6 system-ui,sans-serif;max-width:45rem;margin:4rem auto;padding:0 1rem}li{margin:.5rem 0;overflow-wrap:anywhere}` +
		`</style></head><body><main><h1>` + words["title"][s.Lang] + `</h1><p>` + html.EscapeString(text) + `</p>`)
	now := s.now()
	if word == "not-shown" && now.look != nil {
		b.WriteString("<ul>")
		for _, p := range now.look.Problems {
			if p.Severity == diag.Error {
				b.WriteString("<li>" + html.EscapeString(p.Text(s.Lang, nil)) + "</li>")
			}
		}
		b.WriteString("</ul>")
	}
	b.WriteString(`</main></body></html>`)
	page := b.Bytes()
	h := w.Header()
	if status == http.StatusServiceUnavailable || status == http.StatusInternalServerError {
		tag := digest.Bytes(page)
		h.Set("ETag", `"`+tag.String()+`"`)
		page = s.withScript(page, now.id, tag, "")
	}
	h.Set("Content-Type", output.ContentType("index.html"))
	h.Set("Content-Security-Policy", "frame-ancestors 'self'")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(page) // who asked has gone
	}
}
