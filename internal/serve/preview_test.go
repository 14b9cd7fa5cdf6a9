package serve

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"guongsang/internal/build"
	"guongsang/internal/viet"
)

// preview is a site that is shown.
type preview struct {
	*testing.T
	dir  string
	url  string
	stop context.CancelFunc
	over chan error // what Run ended with

	mu     sync.Mutex
	looked []Looked
	taken  bool
}

// story is a profile that nothing is wrong with.
const story = `---
tên: Nguyễn Thị Mẫu
loại: cá nhân
lĩnh vực: y-te
năm: 2023
đơn vị: Đơn vị Mẫu
tóm tắt: Một người mẫu, không có thật.
ngày: 19/05/2023
---
Thân bài.
`

// newFolder makes a folder with a site of one story.
func newFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "site.yaml", "tên trang: Gương thử\nđịa chỉ: https://guong.example/thu/\n")
	write(t, dir, "content/guong/mau.md", story)
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func options(dir string) Options {
	return Options{
		Build:     build.Options{Source: dir, Today: viet.Date{Year: 2024, Month: 6, Day: 1}, Busy: func() {}},
		Explain:   func(err error) string { return "lý do: " + err.Error() },
		Listening: func(string, bool) {}, Looked: func(Looked) {}, Polls: func(error) {},
	}
}

// show shows a folder until the test ends. Changes of the options are made before.
func show(t *testing.T, dir string, change func(o *Options)) *preview {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	p := &preview{T: t, dir: dir, stop: stop, over: make(chan error, 1)}
	o := options(dir)
	if change != nil {
		change(&o)
	}
	begun := make(chan string, 1)
	o.Listening = func(url string, taken bool) {
		p.taken = taken
		begun <- url
	}
	first := o.Looked
	o.Looked = func(l Looked) {
		first(l)
		p.mu.Lock()
		defer p.mu.Unlock()
		p.looked = append(p.looked, l)
	}
	go func() {
		p.over <- Run(ctx, o)
		close(p.over)
	}()
	select {
	case p.url = <-begun:
	case err := <-p.over:
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		if err := <-p.over; err != nil {
			t.Errorf("it ended with %v", err)
		}
	})
	return p
}

// answer is what is asked for.
type answer struct {
	*http.Response
	body string
}

// String is what can be read in little room.
func (a answer) String() string {
	_, main, _ := strings.Cut(a.body, "<main")
	return a.Status + " " + main[:min(len(main), 1500)]
}

// ask asks for an address as it is written. Headers come in pairs.
func (p *preview) ask(method, path string, headers ...string) answer {
	p.Helper()
	r, err := http.NewRequest(method, strings.TrimSuffix(p.url, "/")+path, nil)
	if err != nil {
		p.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	client := http.Client{Timeout: time.Minute, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(r)
	if err != nil {
		p.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		p.Fatal(err)
	}
	return answer{response, string(body)}
}

func (p *preview) get(path string) answer {
	p.Helper()
	return p.ask(http.MethodGet, path)
}

// shows waits until a page has a text, or has it no more.
func (p *preview) shows(path, text string, want bool) answer {
	p.Helper()
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		a := p.get(path)
		if strings.Contains(a.body, text) == want {
			return a
		}
		if time.Now().After(deadline) {
			p.Fatalf("%s has %q is not %t: %s", path, text, want, a)
		}
	}
}

func (p *preview) write(name, text string) {
	p.Helper()
	write(p.T, p.dir, name, text)
}

// stream hears what open pages are told.
type stream struct {
	*preview
	lines chan string // closed when the server ends the stream
}

func (p *preview) listen() *stream {
	p.Helper()
	response, err := http.Get(p.url + "_soan/events")
	if err != nil {
		p.Fatal(err)
	}
	if got := response.Header.Get("Content-Type"); got != "text/event-stream" || response.StatusCode != http.StatusOK {
		p.Fatalf("%d %s", response.StatusCode, got)
	}
	p.Cleanup(func() { response.Body.Close() })
	s := &stream{p, make(chan string, 1000)}
	go func() {
		defer close(s.lines)
		for lines := bufio.NewScanner(response.Body); lines.Scan(); {
			s.lines <- lines.Text()
		}
	}()
	return s
}

// hears waits for a message of which is says that it is the one.
func (s *stream) hears(what string, is func(m message) bool) message {
	s.Helper()
	for deadline := time.After(20 * time.Second); ; {
		select {
		case line, open := <-s.lines:
			if !open {
				s.Fatalf("%s: the stream has ended", what)
			}
			data, ok := strings.CutPrefix(line, "data: ")
			if !ok {
				continue
			}
			var m message
			if err := json.Unmarshal([]byte(data), &m); err != nil {
				s.Fatal(err)
			}
			if is(m) {
				return m
			}
		case <-deadline:
			s.Fatalf("%s: nothing was told", what)
		}
	}
}

// files are all files of a folder, by their paths with slashes.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		way, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(name)
		all[filepath.ToSlash(way)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// errorsOf says that a message is of a state with so many errors.
func errorsOf(n int) func(message) bool { return func(m message) bool { return m.Errors == n } }

// first is the place of the message's first problem.
func (m message) first() string {
	if len(m.Problems) == 0 {
		return ""
	}
	return m.Problems[0].Severity + " " + m.Problems[0].Place
}
