package output

import (
	_ "embed"
	"io"
	"iter"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/digest"
	"guongsang/internal/publish"
	"guongsang/internal/theme"
)

// keepWorker is the service worker that keeps what was read.
//
//go:embed offline/keep.js
var keepWorker string

// forgetWorker is the one that takes its place on sites that keep nothing any more.
//
//go:embed offline/forget.js
var forgetWorker string

// offline gives the service worker, and the page that it shows without a network. A site that keeps nothing publishes a worker too: phones that
// have the other one ask for it by themselves, and then forget what they kept. The worker is the same in every build of one program, so
// that phones take it for a new one only when it is; what it keeps is under a name that stands for its bytes.
func (s *Site) offline() iter.Seq[file] {
	return func(yield func(file) bool) {
		source := forgetWorker
		if s.Config.Offline {
			source = strings.Replace(keepWorker, "{version}", digest.Text(keepWorker).Short(), 1)
			page := html(s, address.Offline, "offline.html", s.Pages.Offline)
			page.listed = false
			if !yield(page) {
				return
			}
		}
		if s.owns(address.Worker) {
			return
		}
		yield(file{at: address.Worker, make: func() (publish.Made, error) {
			return made(s, s.Program, &source, func(w io.Writer, source *string) error {
				short, err := theme.Script([]byte(*source))
				if err != nil {
					return err
				}
				_, err = w.Write(short)
				return err
			})
		}})
	}
}
