package serve

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const badField = "lĩnh vực: y-te-khong-co"

// broken is the story with an error in its field, and another body.
var broken = strings.NewReplacer("lĩnh vực: y-te", badField, "Thân bài.", "Thân bài mới.").Replace(story)

// A change is shown, and told to those who hear.
func TestChange(t *testing.T) {
	p := show(t, newFolder(t), nil)
	s := p.listen()
	first := s.hears("the first look", errorsOf(0))
	before := p.get("/guong/mau/")
	home := p.get("/")
	if !strings.Contains(before.body, `data-state="`+first.ID+`"`) {
		t.Errorf("the page does not say its state %s", first.ID)
	}
	p.write("content/guong/mau.md", strings.Replace(story, "Thân bài.", "Thân bài mới.", 1))
	s.hears("the change", func(m message) bool { return m.ID != first.ID })
	after := p.get("/guong/mau/")
	if !strings.Contains(after.body, "Thân bài mới.") {
		t.Errorf("the change is told and not shown: %s", after)
	}
	if before.Header.Get("ETag") == after.Header.Get("ETag") || home.Header.Get("ETag") != p.get("/").Header.Get("ETag") {
		t.Error("the tags do not tell which page has changed")
	}
	if tag := strings.Trim(after.Header.Get("ETag"), `"`); !strings.Contains(after.body, `data-tag="`+tag+`"`) || p.ask("HEAD", "/guong/mau/").Header.Get("ETag") != `"`+tag+`"` {
		t.Error("the page does not know its own tag")
	}
}

// With errors, the last site without any is shown as it was, bodies too, and what is wrong is told; when it is mended, all is well again.
func TestErrors(t *testing.T) {
	for _, warm := range []bool{false, true} {
		dir := newFolder(t)
		if warm {
			warmUp(t, dir)
		}
		showErrors(t, dir)
	}
}

// warmUp makes a cache that knows the site, so that the next first look reads nothing.
func warmUp(t *testing.T, dir string) {
	t.Helper()
	for range 2 {
		p := show(t, dir, nil)
		p.get("/")
		p.ends()
		time.Sleep(100 * time.Millisecond) // what was written a moment ago is read again in any case
	}
}

func showErrors(t *testing.T, dir string) {
	t.Helper()
	p := show(t, dir, nil)
	s := p.listen()
	s.hears("the first look", errorsOf(0))
	time.Sleep(200 * time.Millisecond) // the bodies are fetched meanwhile
	p.write("content/guong/mau.md", broken)
	m := s.hears("the error", errorsOf(1))
	if !m.Kept || m.first() != "error content/guong/mau.md:4:11" || m.Problems[0].Code != "GS104" || m.Problems[0].Word != "lỗi" || m.Problems[0].Fix == "" ||
		m.Problems[0].Edit != "/_soan/?tep=content%2Fguong%2Fmau.md&dong=4" || !strings.Contains(m.Problems[0].Message, "y-te-khong-co") {
		t.Errorf("%+v", m)
	}
	if got := p.get("/guong/mau/"); got.StatusCode != 200 || !strings.Contains(got.body, "Thân bài.") || strings.Contains(got.body, "Thân bài mới") {
		t.Errorf("%s", got)
	}
	p.write("content/guong/hai.md", strings.ReplaceAll(broken, "tên: Nguyễn", "tên: Trần"))
	s.hears("another error", errorsOf(2))
	if got := p.get("/guong/hai/"); got.StatusCode != 404 {
		t.Errorf("status %d", got.StatusCode)
	}
	p.write("content/guong/hai.md", strings.Replace(story, "Thị Mẫu", "Thị Hai", 1))
	p.write("content/guong/mau.md", strings.Replace(story, "Thân bài.", "Thân bài mới.", 1))
	if m := s.hears("mended", errorsOf(0)); m.Kept || len(m.Problems) != 0 {
		t.Errorf("%+v", m)
	}
	p.shows("/guong/mau/", "Thân bài mới.", true)
	p.shows("/guong/hai/", "Thị Hai", true)
}

// Where there never was a site without errors, as much is shown as can be.
func TestNeverGood(t *testing.T) {
	dir := newFolder(t)
	write(t, dir, "content/guong/hai.md", strings.Replace(broken, "Thị Mẫu", "Thị Hai", 1))
	p := show(t, dir, nil)
	p.shows("/guong/mau/", "Thân bài.", true)
	if m := p.listen().hears("the error", errorsOf(1)); m.Kept {
		t.Error("nothing was kept")
	}
	p.write("content/guong/mau.md", strings.Replace(story, "Thân bài.", "Thân bài mới.", 1))
	p.shows("/guong/mau/", "Thân bài mới.", true)
}

// Without a theme there is only a page of our own with what is wrong; it goes when that is mended.
func TestBrokenTheme(t *testing.T) {
	dir := newFolder(t)
	write(t, dir, "themes/sen/templates/story.html", "{{define \"main\"}}{{.KhongCo}}{{end}}")
	p := show(t, dir, nil)
	got := p.get("/guong/mau/")
	if got.StatusCode != http.StatusServiceUnavailable || !strings.Contains(got.body, "themes/sen/templates/story.html") || !liveTag.MatchString(got.body) {
		t.Errorf("%s", got)
	}
	if got.Header.Get("ETag") != p.ask("HEAD", "/guong/mau/").Header.Get("ETag") {
		t.Error("the page has two tags")
	}
	if err := os.RemoveAll(filepath.Join(dir, "themes")); err != nil {
		t.Fatal(err)
	}
	p.shows("/guong/mau/", "Thân bài.", true)
}

// When the machine fails, the site goes on being shown, the reason is told, and it is tried again.
func TestMachineFails(t *testing.T) {
	dir := newFolder(t)
	p := show(t, dir, nil)
	s := p.listen()
	s.hears("the first look", errorsOf(0))
	if err := os.Rename(filepath.Join(dir, "content"), filepath.Join(dir, "cu")); err != nil {
		t.Fatal(err)
	}
	m := s.hears("content goes", func(m message) bool { return m.Failure != "" })
	if !m.Kept || !strings.HasPrefix(m.Failure, "lý do: ") {
		t.Errorf("%+v", m)
	}
	if got := p.get("/"); got.StatusCode != 200 {
		t.Errorf("status %d", got.StatusCode)
	}
	if got := p.get("/_soan/"); got.StatusCode != 200 {
		t.Errorf("the form: status %d", got.StatusCode)
	}
	if err := os.Rename(filepath.Join(dir, "cu"), filepath.Join(dir, "content")); err != nil {
		t.Fatal(err)
	}
	s.hears("content comes back", func(m message) bool { return m.Failure == "" })
	p.write("content/guong/mau.md", strings.Replace(story, "Thân bài.", "Thân bài mới.", 1))
	p.shows("/guong/mau/", "Thân bài mới.", true)
	p.mu.Lock()
	defer p.mu.Unlock()
	failed := false
	for _, l := range p.looked {
		failed = failed || l.Err != nil
	}
	if !failed {
		t.Error("nobody was told of the failure")
	}
}

// Where not even the first look can be made, a page says why, and the site appears once it can.
func TestMachineFailsAtFirst(t *testing.T) {
	dir := newFolder(t)
	site, away := filepath.Join(dir, "site.yaml"), filepath.Join(dir, "cu.yaml")
	if err := errors.Join(os.Rename(site, away), os.Mkdir(site, 0o755)); err != nil { // a folder cannot be read as a file
		t.Fatal(err)
	}
	p := show(t, dir, nil)
	p.get("/")
	p.mu.Lock()
	failed := len(p.looked) > 0 && p.looked[0].Err != nil
	p.mu.Unlock()
	if !failed {
		t.Fatal("a file that cannot be read is no failure")
	}
	for _, path := range []string{"/", "/_soan/", "/khong/co"} {
		if got := p.get(path); got.StatusCode != http.StatusServiceUnavailable || !strings.Contains(got.body, "lý do: ") || !liveTag.MatchString(got.body) {
			t.Errorf("%s: %s", path, got)
		}
	}
	if err := errors.Join(os.Remove(site), os.Rename(away, site)); err != nil {
		t.Fatal(err)
	}
	p.shows("/guong/mau/", "Thân bài.", true)
}

// A file that changes between the look and the request is looked at again, before anybody was told.
func TestChangedUnderfoot(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"good":   {strings.Replace(story, "Thân bài.", "Thân bài mới.", 1), "Thân bài mới."},
		"broken": {broken + "[không có](khong-co.md)", "Không tìm thấy"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := newFolder(t)
			warmUp(t, dir)
			first, written := true, make(chan struct{})
			p := show(t, dir, func(o *Options) {
				o.Poll = true // the folder is looked at seldom, so that the request comes before the next look also on a slow machine
				o.Looked = func(Looked) {
					if first {
						write(t, dir, "content/guong/mau.md", c.text)
						close(written)
					}
					first = false
				}
			})
			<-written // requests are answered from the first look on, which may be before that
			if got := p.get("/guong/mau/"); !strings.Contains(got.body, c.want) {
				t.Errorf("%s", got)
			}
		})
	}
}

// A page has another tag too when a picture on it is another one.
func TestPictureOnAPage(t *testing.T) {
	dir := newFolder(t)
	const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><title>A</title></svg>`
	write(t, dir, "content/guong/tranh/index.md", strings.Replace(story, "Thân bài.", "![Tranh](tranh%20ve.svg)", 1))
	write(t, dir, "content/guong/tranh/tranh ve.svg", drawing)
	p := show(t, dir, nil)
	s := p.listen()
	first := s.hears("the first look", func(message) bool { return true })
	before, other := p.get("/guong/tranh/"), p.get("/guong/mau/")
	p.write("content/guong/tranh/tranh ve.svg", strings.Replace(drawing, "A", "B", 1))
	s.hears("the picture", func(m message) bool { return m.ID != first.ID })
	after := p.get("/guong/tranh/")
	page := func(a answer) string { return liveTag.ReplaceAllString(a.body, "") }
	if page(before) != page(after) || !strings.Contains(page(after), "tranh-ve.svg") {
		t.Fatalf("the page itself is another one: %s", after)
	}
	if before.Header.Get("ETag") == after.Header.Get("ETag") {
		t.Error("the tag does not know the picture")
	}
	if other.Header.Get("ETag") != p.get("/guong/mau/").Header.Get("ETag") {
		t.Error("a page without the picture has another tag")
	}
	if got := p.get("/guong/tranh/tranh-ve.svg"); !strings.Contains(got.body, "<title>B") {
		t.Errorf("the picture is the old one: %s", got.body)
	}
}

// Folders and files that come and go are shown as they are.
func TestFoldersRenamed(t *testing.T) {
	dir := newFolder(t)
	write(t, dir, "content/guong/2023/nhom/hai.md", strings.Replace(story, "Thị Mẫu", "Thị Hai", 1))
	p := show(t, dir, nil)
	p.shows("/guong/hai/", "Thị Hai", true)
	if err := os.Rename(filepath.Join(dir, "content/guong/2023"), filepath.Join(dir, "content/guong/2024")); err != nil {
		t.Fatal(err)
	}
	p.write("content/guong/2024/nhom/hai.md", strings.Replace(story, "Thị Mẫu", "Thị Ba", 1))
	p.shows("/guong/hai/", "Thị Ba", true)
	p.write("static/.well-known/moi.txt", "tệp mới")
	p.shows("/.well-known/moi.txt", "tệp mới", true)
	p.write("site.yaml", "tên trang: Tên mới\nđịa chỉ: https://guong.example/thu/\n")
	p.shows("/", "Tên mới", true)
	if err := os.RemoveAll(filepath.Join(dir, "content/guong/2024")); err != nil {
		t.Fatal(err)
	}
	p.shows("/guong/hai/", "Thị Ba", false)
	if got := p.get("/guong/hai/"); got.StatusCode != 404 {
		t.Errorf("status %d", got.StatusCode)
	}
}

// A file that becomes a folder is looked at again before anybody is told.
func TestFileBecomesFolder(t *testing.T) {
	dir := newFolder(t)
	write(t, dir, "static/a.txt", "a")
	p := show(t, dir, nil)
	p.shows("/a.txt", "a", true)
	if err := os.Remove(filepath.Join(dir, "static", "a.txt")); err != nil {
		t.Fatal(err)
	}
	p.write("static/a.txt/b.txt", "b")
	if got := p.get("/a.txt"); got.StatusCode != http.StatusNotFound {
		t.Errorf("%s", got)
	}
	if got := p.get("/a.txt/b.txt"); got.StatusCode != http.StatusOK || got.body != "b" {
		t.Errorf("%s", got)
	}
}

// Polling finds changes too.
func TestPoll(t *testing.T) {
	p := show(t, newFolder(t), func(o *Options) { o.Poll = true })
	p.shows("/guong/mau/", "Thân bài.", true)
	p.write("content/guong/mau.md", strings.Replace(story, "Thân bài.", "Thân bài mới hơn.", 1))
	p.shows("/guong/mau/", "Thân bài mới hơn.", true)
}

// Many problems are not all told, but all counted, and errors come first.
func TestManyProblems(t *testing.T) {
	dir := newFolder(t)
	write(t, dir, "content/bai-viet/a.md", "---\ntên: Bài\n---\n"+strings.Repeat("<b>HTML</b>\n\n", 15))
	for _, name := range []string{"b", "c", "d", "e", "f", "g", "h", "i", "k"} {
		write(t, dir, "content/bai-viet/"+name+".md", "---\ntên: Bài "+name+"\n---\n"+strings.Repeat("<b>HTML</b>\n\n", 15))
	}
	write(t, dir, "content/guong/z.md", broken)
	p := show(t, dir, nil)
	m := p.listen().hears("the first look", errorsOf(1))
	if len(m.Problems) != maxTold || m.Warnings < maxTold || m.Problems[0].Severity != "error" || m.Problems[1].Severity != "warning" {
		t.Errorf("%d problems, %d warnings, first %s", len(m.Problems), m.Warnings, m.first())
	}
}
