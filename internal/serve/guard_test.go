package serve

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Nothing but the files of the site can be had, however it is asked for.
func TestNothingOutside(t *testing.T) {
	const secret = "bí-mật-ở-ngoài"
	top := t.TempDir()
	dir := filepath.Join(top, "trang")
	write(t, dir, "site.yaml", "tên trang: Gương thử\nđịa chỉ: https://guong.example/\n# "+secret)
	write(t, dir, "content/guong/mau.md", story)
	write(t, dir, "content/guong/mau.txt", secret)
	write(t, dir, "static/a.txt", "a")
	write(t, dir, ".guongsang/khac", secret)
	write(t, dir, "public/cu.html", secret)
	write(t, top, "ngoai.txt", secret)
	if err := os.Symlink(filepath.Join(top, "ngoai.txt"), filepath.Join(dir, "static", "lien-ket.txt")); err != nil {
		t.Log(err)
	}
	p := show(t, dir, nil)
	p.get("/")
	for _, path := range []string{
		"/../ngoai.txt", "/..%2fngoai.txt", "/%2e%2e/ngoai.txt", "/%2e%2e%2fngoai.txt", `/..\ngoai.txt`, "/..%5cngoai.txt", "/guong/../../ngoai.txt", "/a.txt/../../site.yaml",
		"/site.yaml", "/content/guong/mau.md", "/content/guong/mau.txt", "/guong/mau.txt", "/guong/mau.md", "/.guongsang/khac", "/public/cu.html", "/cu.html", "/static/a.txt",
		"/lien-ket.txt", "/a.txt%00", "/a.txt%00.html", "//ngoai.txt", "//evil.example/..", "/./a.txt", "/a.txt/", "/A.TXT%20", "/a.txt.", "/a.txt::$DATA", "/C:/Windows/win.ini", "/C:%5cWindows%5cwin.ini",
		"/con", "/nul", "/aux.txt", "/COM1", "/%5c%5cserver%5cshare", "/guong%2fmau%2f", "/%0d%0aSet-Cookie:a=b", "/" + strings.Repeat("../", 20) + "etc/passwd", "/" + filepath.ToSlash(dir) + "/site.yaml",
	} {
		// The client would clean some of these; a connection of our own does not.
		conn, err := net.Dial("tcp", strings.Trim(strings.TrimPrefix(p.url, "http://"), "/"))
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(conn, "GET "+path+" HTTP/1.1\r\nHost: "+conn.RemoteAddr().String()+"\r\nConnection: close\r\n\r\n")
		answer, err := io.ReadAll(conn)
		conn.Close()
		status, _, _ := strings.Cut(string(answer), "\r\n")
		if err != nil || !strings.Contains(status, " 404 ") && !strings.Contains(status, " 400 ") {
			t.Errorf("%s: %s %v", path, status, err)
		}
		if strings.Contains(string(answer), secret) || strings.Contains(string(answer), "Set-Cookie") {
			t.Errorf("%s:\n%s", path, answer)
		}
	}
	// A file that was copied becomes a link that leads out.
	if got := p.get("/a.txt"); got.body != "a" {
		t.Fatal(got.StatusCode, got.body)
	}
	if err := os.Remove(filepath.Join(dir, "static", "a.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join("..", "..", "ngoai.txt"), filepath.Join(dir, "static", "a.txt")); err == nil {
		if got := p.get("/a.txt"); strings.Contains(got.body, secret) {
			t.Error("a link leads out")
		}
	}
}

// Pages of other sites can neither read nor change anything; a link from them may lead here.
func TestForeignRequests(t *testing.T) {
	p := show(t, newFolder(t), nil)
	port := strings.Trim(p.url[strings.LastIndexByte(p.url, ':')+1:], "/")
	for _, c := range []struct {
		method  string
		headers []string
		want    int
	}{
		{"GET", []string{"Host", "localhost:" + port}, 200},
		{"GET", []string{"Host", "LocalHost:" + port}, 200},
		{"GET", []string{"Host", "[::1]:" + port}, 200},
		{"GET", []string{"Host", "evil.example:" + port}, 403},
		{"GET", []string{"Host", "evil.example"}, 403},
		{"GET", []string{"Host", "127.0.0.1"}, 403},
		{"GET", []string{"Host", "127.0.0.1:1"}, 403},
		{"GET", []string{"Host", "127.0.0.1.evil.example:" + port}, 403},
		{"GET", []string{"Host", "localhost.evil.example:" + port}, 403},
		{"GET", []string{"Host", "192.168.1.2:" + port}, 403},
		{"GET", []string{"Origin", "https://evil.example"}, 403},
		{"GET", []string{"Origin", "null"}, 403},
		{"GET", []string{"Origin", "http://localhost:" + port}, 403},
		{"GET", []string{"Origin", "http://127.0.0.1:" + port}, 200},
		{"GET", []string{"Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"}, 200},
		{"GET", []string{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200},
		{"GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200},
		{"GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}, 403},
		{"GET", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"}, 403},
		{"GET", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty"}, 403},
		{"POST", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 403},
	} {
		for _, path := range []string{"/", "/_soan/live.js", "/_soan/", "/khong/co"} {
			got := p.ask(c.method, path, c.headers...)
			if want := c.want == 403; want != (got.StatusCode == 403) {
				t.Errorf("%s %s %q: status %d, want %d", c.method, path, c.headers, got.StatusCode, c.want)
			}
			if got.StatusCode == 403 && path != "/_soan/" && (!strings.Contains(got.body, "http://127.0.0.1:"+port+"/") || strings.Contains(got.body, "Gương thử")) {
				t.Errorf("%s %s %q: %s", c.method, path, c.headers, got.body)
			}
		}
	}
	if got := p.ask("GET", "/_soan/events", "Host", "evil.example"); got.StatusCode != 403 {
		t.Errorf("events: status %d", got.StatusCode)
	}
}
