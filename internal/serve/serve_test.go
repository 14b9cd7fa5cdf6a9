package serve

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"guongsang/internal/build"
	"guongsang/internal/diag"
	"guongsang/internal/form"
)

var liveTag = regexp.MustCompile(`<script src="/_soan/live\.js" [^>]*></script>`)

// What is served is what a build writes, with drafts and stories of days to come; every page has one script more, and nothing else has it.
func TestWhatABuildWrites(t *testing.T) {
	dir := t.TempDir()
	for _, folder := range []string{"content", "static"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("..", "..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	// A preview keeps nothing in the browser, whatever the site does.
	write(t, dir, "site.yaml", "tên trang: Gương thử\nđịa chỉ: https://guong.example/thu/\nngoại tuyến: không\n")
	write(t, dir, "content/guong/nhap.md", strings.Replace(story, "---\n", "---\nnháp: true\n", 1))
	write(t, dir, "content/guong/hen.md", strings.Replace(story, "19/05/2023", "19/05/2043", 1))
	write(t, dir, "static/tệp của tôi.txt", "chữ")
	p := show(t, dir, nil)
	o := options(dir).Build
	o.Output, o.Drafts, o.Future, o.BaseURL = filepath.Join(t.TempDir(), "public"), true, true, p.url
	result, err := build.Build(t.Context(), o)
	if err != nil {
		t.Fatal(err, result.Problems)
	}
	written := files(t, o.Output)
	if len(written) < 250 || written["guong/nhap/index.html"] == "" || written["guong/hen/index.html"] == "" {
		t.Fatalf("only %d files were built", len(written))
	}
	for name, want := range written {
		got := p.get((&url.URL{Path: "/" + name}).EscapedPath())
		scripts := liveTag.FindAllString(got.body, -1)
		page := strings.HasSuffix(name, ".html")
		if page != (len(scripts) == 1) || strings.Contains(want, "_soan") {
			t.Errorf("%s: %d scripts", name, len(scripts))
		}
		body := liveTag.ReplaceAllString(got.body, "")
		if got.StatusCode != http.StatusOK || body != want {
			t.Errorf("%s: status %d, %d bytes, want %d", name, got.StatusCode, len(body), len(want))
		}
		if page {
			if at := p.get((&url.URL{Path: "/" + strings.TrimSuffix(name, "index.html")}).EscapedPath()); at.body != got.body {
				t.Errorf("%s: another page at its address", name)
			}
		}
	}
	if after := files(t, dir); after[".guongsang/content.cache"] == "" || after["public/index.html"] != "" {
		t.Error("no cache was written, or a page")
	}
}

func TestAddresses(t *testing.T) {
	dir := newFolder(t)
	write(t, dir, "static/so.txt", "0123456789")
	write(t, dir, "static/.well-known/a", "x")
	write(t, dir, "static/x.unknown", "x")
	write(t, dir, "static/hinh.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("/_soan/")</script></svg>`)
	write(t, dir, "static/hinh.xhtml", "<html/>")
	write(t, dir, "static/trang.html", "<p>Của tôi")
	p := show(t, dir, nil)
	for _, c := range []struct {
		method, path string
		status       int
		header, want string
	}{
		{"GET", "/", 200, "Content-Type", "text/html; charset=utf-8"},
		{"GET", "/guong/mau/", 200, "Cache-Control", "no-store"},
		{"GET", "/guong/mau?a=b", 302, "Location", "/guong/mau/?a=b"},
		{"GET", "/guong", 302, "Location", "/guong/"},
		{"GET", "/_soan", 302, "Location", "/_soan/"},
		{"GET", "/khong/co", 404, "Content-Type", "text/html; charset=utf-8"},
		{"HEAD", "/guong/mau/", 200, "X-Content-Type-Options", "nosniff"},
		{"HEAD", "/khong/co", 404, "Referrer-Policy", "same-origin"},
		{"POST", "/guong/mau/", 405, "Allow", "GET, HEAD"},
		{"PUT", "/so.txt", 405, "Allow", "GET, HEAD"},
		{"DELETE", "/_soan/live.js", 405, "Allow", "GET, HEAD"},
		{"POST", "/_soan/events", 405, "Allow", "GET"},
		{"GET", "/_soan/live.js", 200, "Content-Type", "text/javascript; charset=utf-8"},
		{"GET", "/so.txt", 200, "Content-Type", "text/plain; charset=utf-8"},
		{"GET", "/so.txt", 200, "Cache-Control", "no-cache"},
		{"GET", "/.well-known/a", 200, "Content-Type", "application/octet-stream"},
		{"GET", "/x.unknown", 200, "Content-Type", "application/octet-stream"},
		{"GET", "/site.webmanifest", 200, "Content-Type", "application/manifest+json"},
		{"GET", "/sitemap.xml", 200, "Content-Type", "application/xml"},
		{"GET", "/rss.xml", 200, "Cache-Control", "no-store"},
		{"GET", "/trang.html", 200, "Content-Security-Policy", "frame-ancestors 'self'"},
		{"GET", "/hinh.svg", 200, "Content-Security-Policy", form.DrawingPolicy}, // its script must not reach the form
		{"GET", "/hinh.xhtml", 200, "Content-Type", "application/octet-stream"},
	} {
		got := p.ask(c.method, c.path)
		if got.StatusCode != c.status || got.Header.Get(c.header) != c.want {
			t.Errorf("%s %s: %d, %s %q, want %d, %q", c.method, c.path, got.StatusCode, c.header, got.Header.Get(c.header), c.status, c.want)
		}
		if c.method == "HEAD" && got.body != "" {
			t.Errorf("%s %s: has a body", c.method, c.path)
		}
	}
	if got := p.ask("GET", "/so.txt", "Range", "bytes=2-4"); got.StatusCode != http.StatusPartialContent || got.body != "234" {
		t.Errorf("%d %q", got.StatusCode, got.body)
	}
	if got := p.ask("GET", "/so.txt", "If-None-Match", p.get("/so.txt").Header.Get("ETag")); got.StatusCode != http.StatusNotModified {
		t.Errorf("status %d", got.StatusCode)
	}
	if got := p.get("/khong/co").body; !liveTag.MatchString(got) || !strings.Contains(got, `href="/guong/"`) {
		t.Errorf("the page of unknown addresses:\n%s", got)
	}
	if got := p.get("/trang.html").body; !strings.HasSuffix(got, "</script>") {
		t.Errorf("a page without an end: %s", got)
	}
	asset := regexp.MustCompile(`/tai-nguyen/[^"]+\.css`).FindString(p.get("/404.html").body)
	if got := p.get(asset); got.StatusCode != 200 || got.Header.Get("Cache-Control") != "max-age=31536000, immutable" || got.Header.Get("Content-Type") != "text/css; charset=utf-8" {
		t.Errorf("%s: %d %v", asset, got.StatusCode, got.Header)
	}
	if got := p.get("/guong/mau/").body; !strings.Contains(got, `data-file="content/guong/mau.md"`) {
		t.Error("the page does not say which file it is made of")
	}
}

// It listens before it has looked, and whoever asks then waits.
func TestRequestsWaitForTheFirstLook(t *testing.T) {
	dir := newFolder(t)
	if err := os.Mkdir(filepath.Join(dir, ".guongsang"), 0o755); err != nil {
		t.Fatal(err)
	}
	other := flock.New(filepath.Join(dir, ".guongsang", "build.lock"))
	if held, err := other.TryLock(); err != nil || !held {
		t.Fatal(held, err)
	}
	busy := make(chan struct{})
	p := show(t, dir, func(o *Options) { o.Build.Busy = func() { close(busy) } })
	<-busy
	statuses := make(chan int, 3)
	for _, path := range []string{"/guong/mau/", "/_soan/", "/khong/co"} {
		go func() { statuses <- p.get(path).StatusCode }()
	}
	select {
	case status := <-statuses:
		t.Errorf("answered with %d", status)
	case <-time.After(100 * time.Millisecond):
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if sum := <-statuses + <-statuses + <-statuses; sum != 200+200+404 {
		t.Errorf("the statuses are %d together", sum)
	}
}

// A program that is stopped while somebody waits for the first look ends too.
func TestStopWhileWaiting(t *testing.T) {
	dir := newFolder(t)
	if err := os.Mkdir(filepath.Join(dir, ".guongsang"), 0o755); err != nil {
		t.Fatal(err)
	}
	other := flock.New(filepath.Join(dir, ".guongsang", "build.lock"))
	if held, err := other.TryLock(); err != nil || !held {
		t.Fatal(held, err)
	}
	defer other.Close()
	busy := make(chan struct{})
	p := show(t, dir, func(o *Options) { o.Build.Busy = func() { close(busy) } })
	<-busy
	status := make(chan int, 1)
	go func() { status <- p.get("/").StatusCode }()
	time.Sleep(50 * time.Millisecond)
	p.ends()
	if got := <-status; got != http.StatusServiceUnavailable {
		t.Errorf("status %d", got)
	}
}

// ends stops the program and asks that it ends soon and well.
func (p *preview) ends() {
	p.Helper()
	began := time.Now()
	p.stop()
	select {
	case err := <-p.over:
		if err != nil {
			p.Error(err)
		}
	case <-time.After(10 * time.Second):
		p.Fatal("it does not end")
	}
	if took := time.Since(began); took > 2*time.Second {
		p.Errorf("it took %v to end", took)
	}
}

// Streams and idle connections do not hold up the end, and the next run can have the port and the site at once.
func TestStop(t *testing.T) {
	dir := newFolder(t)
	p := show(t, dir, nil)
	s := p.listen()
	s.hears("the first look", errorsOf(0))
	p.get("/")
	p.ends()
	for range s.lines { // until it ends
		continue
	}
	port, err := strconv.Atoi(strings.Trim(p.url[strings.LastIndexByte(p.url, ':')+1:], "/"))
	if err != nil {
		t.Fatal(err)
	}
	next := show(t, dir, func(o *Options) { o.Port = port })
	if next.url != p.url || next.taken {
		t.Errorf("the next run is at %s", next.url)
	}
	next.get("/")
}

func TestPorts(t *testing.T) {
	first := show(t, newFolder(t), nil)
	port, err := strconv.Atoi(strings.Trim(first.url[strings.LastIndexByte(first.url, ':')+1:], "/"))
	if err != nil {
		t.Fatal(err)
	}
	second := show(t, newFolder(t), func(o *Options) { o.Port = port })
	if !second.taken || second.url == first.url {
		t.Errorf("the second is at %s like the first, %t", second.url, second.taken)
	}
	if got := second.get("/guong/mau/"); got.StatusCode != 200 {
		t.Errorf("status %d", got.StatusCode)
	}
	if second.ask("GET", "/", "Host", strings.TrimPrefix(strings.Trim(first.url, "/"), "http://")).StatusCode != 403 {
		t.Error("the second answers in the name of the first")
	}
	for _, bad := range []int{1 << 16, 1 << 17} {
		o := options(newFolder(t))
		o.Port = bad
		if err := Run(t.Context(), o); !errors.Is(err, ErrNoPort) {
			t.Errorf("%d: %v", bad, err)
		}
	}
}

func TestNoContent(t *testing.T) {
	dir := t.TempDir()
	if err := Run(t.Context(), options(dir)); !errors.Is(err, build.ErrNoContent) {
		t.Error(err)
	}
	write(t, dir, "content", "một tệp")
	if err := Run(t.Context(), options(dir)); !errors.Is(err, build.ErrNoContent) {
		t.Error(err)
	}
	if err := Run(t.Context(), options(filepath.Join(dir, "khong-co"))); !errors.Is(err, build.ErrNoContent) {
		t.Error(err)
	}
}

// What is ended before it began ends at once.
func TestEndedBefore(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := Run(ctx, options(newFolder(t))); err != nil && !errors.Is(err, ErrNoPort) {
		t.Error(err)
	}
}

// What no look sees is not watched; in static/ a look sees hidden files.
func TestIgnored(t *testing.T) {
	for path, want := range map[string]bool{
		"content/guong/.mau.md.swp": true, "content/.git": true, "content/guong/~$mau.md": true, "themes/.git": true, "static/~$a.docx": true, "static/Thumbs.db": true,
		"content/guong/mau.md": false, "static/.well-known": false, "static/.htaccess": false, "themes/sen": false,
	} {
		if got := ignored(path); got != want {
			t.Errorf("%s: %t, want %t", path, got, want)
		}
	}
}

// Both languages have all words.
func TestWords(t *testing.T) {
	for word, texts := range words {
		for _, lang := range []diag.Lang{diag.Vietnamese, diag.English} {
			if texts[lang] == "" {
				t.Errorf("%s has no text in language %d", word, lang)
			}
		}
	}
}

// A preview is never kept by the browser: a page of yesterday in place of what is being written would be worse than none.
func TestAPreviewIsNotKept(t *testing.T) {
	dir := newFolder(t)
	p := show(t, dir, nil)
	if home := p.get("/"); strings.Contains(home.body, "data-keep") {
		t.Error("the home page asks for the worker")
	}
	if worker := p.get("/sw.js"); !strings.Contains(worker.body, "unregister") {
		t.Errorf("the worker keeps pages: %s", worker.body)
	}
}
