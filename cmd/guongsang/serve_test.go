package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// written is what a program has written so far.
type written struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (w *written) Write(b []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.Write(b)
}

func (w *written) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.b.String()
}

// waits until something was written, and gives what matches.
func (w *written) waits(t *testing.T, pattern string) string {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(10 * time.Millisecond) {
		if found := regexp.MustCompile(pattern).FindString(w.String()); found != "" {
			return found
		}
	}
	t.Fatalf("%q was not written:\n%s", pattern, w)
	return ""
}

const servedStory = "---\ntên: Nguyễn Thị Mẫu\nloại: cá nhân\nlĩnh vực: y-te\nnăm: 2023\nđơn vị: Trung tâm Y tế\n---\nThân bài.\n"

// servedSite is a site with one story, whose file it gives too.
func servedSite(t *testing.T) (site, story string) {
	t.Helper()
	site = filepath.Join(t.TempDir(), "Trang của tôi")
	story = filepath.Join(site, "content", "guong", "mau.md")
	if err := os.MkdirAll(filepath.Dir(story), 0o755); err != nil {
		t.Fatal(err)
	}
	save(t, filepath.Join(site, "site.yaml"), "tên trang: Gương thử\nđịa chỉ: https://guong.example\n")
	save(t, story, servedStory)
	return site, story
}

func save(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// serving is a preview under way.
type serving struct {
	stdout, stderr written
	interrupt      func()
	status         chan int
}

func startServing(t *testing.T, args ...string) *serving {
	t.Helper()
	ctx, interrupt := context.WithCancel(context.Background())
	s := &serving{interrupt: interrupt, status: make(chan int, 1)}
	go func() {
		s.status <- run(ctx, append([]string{"serve"}, args...), &s.stdout, &s.stderr)
		close(s.status)
	}()
	t.Cleanup(func() {
		interrupt()
		<-s.status
	})
	return s
}

// stops it as Ctrl-C does.
func (s *serving) stops(t *testing.T) {
	t.Helper()
	s.interrupt()
	if status := <-s.status; status != exitDone {
		t.Errorf("status %d:\n%s", status, &s.stderr)
	}
}

func fetch(t *testing.T, url string) (status int, body string) {
	t.Helper()
	response, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(text)
}

// An editor starts the preview, makes a mistake, mends it, and stops.
func TestServe(t *testing.T) {
	for lang, want := range map[string]struct{ stdout, stderr string }{
		"vi": {
			"Xem thử: URL\nSoạn bài: URL_soan/\nNhấn Ctrl+C để dừng.\n",
			"TIME  1 gương, 0 mô hình, 0 bài viết; 0 lỗi, 0 cảnh báo; SECONDS giây\n" +
				"content/guong/mau.md:4:11: lỗi GS104: PROBLEM\n" +
				"TIME  1 gương, 0 mô hình, 0 bài viết; 1 lỗi, 0 cảnh báo; SECONDS giây\n" +
				"Trình duyệt vẫn hiện bản gần nhất không có lỗi cho tới khi sửa xong.\n" +
				"TIME  1 gương, 0 mô hình, 0 bài viết; 1 lỗi, 0 cảnh báo; SECONDS giây\n" +
				"TIME  1 gương, 0 mô hình, 0 bài viết; 0 lỗi, 0 cảnh báo; SECONDS giây\n" +
				"Đã ngừng xem thử.\n",
		},
		"en": {
			"Preview: URL\nWrite: URL_soan/\nCtrl+C stops it.\n",
			"TIME  1 profile, 0 practices, 0 articles; 0 errors, 0 warnings; SECONDS seconds\n" +
				"content/guong/mau.md:4:11: error GS104: PROBLEM\n" +
				"TIME  1 profile, 0 practices, 0 articles; 1 error, 0 warnings; SECONDS seconds\n" +
				"The browser goes on showing the last version without errors until they are corrected.\n" +
				"TIME  1 profile, 0 practices, 0 articles; 1 error, 0 warnings; SECONDS seconds\n" +
				"TIME  1 profile, 0 practices, 0 articles; 0 errors, 0 warnings; SECONDS seconds\n" +
				"The preview has stopped.\n",
		},
	} {
		site, story := servedSite(t)
		s := startServing(t, "--source", site, "--port", "0", "--lang", lang)
		url := s.stdout.waits(t, `http://127\.0\.0\.1:\d+/`)
		look := func(n int, change func()) {
			change()
			s.stderr.waits(t, `(?s)(\d\d:\d\d:\d\d .*){`+strconv.Itoa(n)+`}\n`)
		}
		look(1, func() {
			if status, body := fetch(t, url+"guong/mau/"); status != 200 || !strings.Contains(body, "Thân bài.") {
				t.Errorf("status %d", status)
			}
		})
		bad := strings.Replace(servedStory, "y-te", "y-te-khong-co", 1)
		look(2, func() { save(t, story, bad) })
		look(3, func() { save(t, story, bad+"Thêm.\n") })
		look(4, func() { save(t, story, servedStory) })
		s.stops(t)
		text := s.stderr.String()
		for _, sample := range [][2]string{{`\d\d:\d\d:\d\d`, "TIME"}, {`\d+[,.]\d\d (giây|seconds)`, "SECONDS $1"}, {`(GS104: ).*`, "${1}PROBLEM"}} {
			text = regexp.MustCompile(sample[0]).ReplaceAllString(text, sample[1])
		}
		if text != want.stderr {
			t.Errorf("stderr:\n%s\nwant:\n%s", text, want.stderr)
		}
		if got := strings.ReplaceAll(s.stdout.String(), url, "URL"); got != want.stdout {
			t.Errorf("stdout:\n%s\nwant:\n%s", got, want.stdout)
		}
		if _, err := os.Stat(filepath.Join(site, "public")); !os.IsNotExist(err) {
			t.Errorf("public: %v", err)
		}
	}
}

// With --quiet only the address and errors are printed.
func TestServeQuietly(t *testing.T) {
	site, story := servedSite(t)
	save(t, story, strings.Replace(servedStory, "Thân bài.", "<b>Thân bài.</b>", 1))
	s := startServing(t, "--source", site, "--port", "0", "--quiet")
	url := s.stdout.waits(t, `http://127\.0\.0\.1:\d+/`)
	fetch(t, url)
	save(t, story, strings.Replace(servedStory, "y-te", "y-te-khong-co", 1))
	s.stderr.waits(t, `lỗi GS104.*\n`)
	s.stops(t)
	if text := s.stderr.String(); strings.Count(text, "\n") != 1 {
		t.Error(text)
	}
}

// A port in use is passed over, and that is said.
func TestServePortInUse(t *testing.T) {
	other, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	port := strconv.Itoa(other.Addr().(*net.TCPAddr).Port)
	site, _ := servedSite(t)
	s := startServing(t, "--source", site, "--port", port)
	if url := s.stdout.waits(t, `http://127\.0\.0\.1:\d+/`); strings.Contains(url, ":"+port+"/") {
		t.Errorf("it is at %s", url)
	}
	s.stderr.waits(t, "Cổng "+port+" đang có chương trình khác dùng nên lấy cổng khác.\n")
	s.stops(t)
}

// --open opens the browser once there is something to open; where there is none, that is said, and all else goes on.
func TestServeOpens(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the browser of this machine would open")
	}
	site, _ := servedSite(t)
	programs := t.TempDir()
	t.Setenv("PATH", programs)
	s := startServing(t, "--source", site, "--port", "0", "--open")
	s.stderr.waits(t, "Không mở được trình duyệt; hãy tự mở địa chỉ trên.\n")
	s.stops(t)

	opened := filepath.Join(programs, "opened")
	if err := os.WriteFile(filepath.Join(programs, "xdg-open"), []byte("#!/bin/sh\necho \"$1\" >\""+opened+"\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	s = startServing(t, "--source", site, "--port", "0", "--open")
	url := s.stdout.waits(t, `http://127\.0\.0\.1:\d+/`)
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if text, _ := os.ReadFile(opened); string(text) == url+"\n" {
			break
		} else if time.Now().After(deadline) {
			t.Fatalf("opened %q, want %q", text, url)
		}
	}
	s.stops(t)
}

// A folder that goes away is said once, and so is what it is like when it is back.
func TestServeWithoutContent(t *testing.T) {
	site, _ := servedSite(t)
	s := startServing(t, "--source", site, "--port", "0")
	fetch(t, s.stdout.waits(t, `http://127\.0\.0\.1:\d+/`))
	content, away := filepath.Join(site, "content"), filepath.Join(site, "cu")
	if err := os.Rename(content, away); err != nil {
		t.Fatal(err)
	}
	s.stderr.waits(t, `Chưa đọc lại được trang: không dùng được content: không có tệp hay thư mục này\. Chương trình sẽ tự thử lại\.\n`)
	time.Sleep(2500 * time.Millisecond) // it is tried again meanwhile
	if err := os.Rename(away, content); err != nil {
		t.Fatal(err)
	}
	s.stderr.waits(t, `(?s)Chưa đọc.*1 gương`)
	s.stops(t)
	if text := s.stderr.String(); strings.Count(text, "Chưa đọc") != 1 {
		t.Error(text)
	}
}
