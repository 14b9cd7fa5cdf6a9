package form_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"
)

// ask sends a request with headers that a browser or somebody else would send; the answer's body is closed.
func (d *desk) ask(method, address, body string, headers map[string]string) *http.Response {
	d.t.Helper()
	request, err := http.NewRequest(method, d.server.URL+address, strings.NewReader(body))
	if err != nil {
		d.t.Fatal(err)
	}
	for name, value := range headers {
		if name == "Host" {
			request.Host = value
		}
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := response.Body.Close(); err != nil {
		d.t.Fatal(err)
	}
	return response
}

func TestOnlyThePageOfTheFormIsAnswered(t *testing.T) {
	d := open(t, site())
	own := map[string]string{"X-Soan-Token": d.token, "Origin": d.server.URL, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
	with := func(changes ...string) map[string]string {
		headers := map[string]string{}
		for name, value := range own {
			headers[name] = value
		}
		for i := 0; i < len(changes); i += 2 {
			if headers[changes[i]] = changes[i+1]; changes[i+1] == "" {
				delete(headers, changes[i])
			}
		}
		return headers
	}
	const list, remove = "/_soan/api/danh-sach", "/_soan/api/xoa"
	body := `{"path":"` + mauPath + `"}`
	for name, c := range map[string]struct {
		method, address string
		headers         map[string]string
		status          int
	}{
		"a foreign host":            {"GET", list, with("Host", "evil.example", "Origin", "http://evil.example"), 403},
		"a foreign host on a port":  {"GET", "/_soan/", with("Host", "evil.example:1313", "Origin", ""), 403},
		"a foreign origin":          {"POST", remove, with("Origin", "https://evil.example"), 403},
		"another port of localhost": {"POST", remove, with("Origin", "http://127.0.0.1:1"), 403},
		"an opaque origin":          {"POST", remove, with("Origin", "null"), 403},
		"no origin":                 {"POST", remove, with("Origin", ""), 403},
		"from another site":         {"POST", remove, with("Sec-Fetch-Site", "cross-site"), 403},
		"from a sister site":        {"GET", list, with("Sec-Fetch-Site", "same-site", "Origin", ""), 403},
		"no token":                  {"POST", remove, with("X-Soan-Token", ""), 403},
		"another token":             {"GET", list, with("X-Soan-Token", "A"+d.token), 403},
		"a frame of another site":   {"GET", "/_soan/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		"a picture on another site": {"GET", "/_soan/anh?tep=" + mauPath + "&ten=a.png", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403},
		"a form of another site":    {"POST", remove, with("Content-Type", "text/plain"), 415},
		"the wrong method":          {"GET", remove, own, 405},
		"a link on another site":    {"GET", "/_soan/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		"an address typed in":       {"GET", "/_soan/", map[string]string{"Sec-Fetch-Site": "none"}, 200},
		"the page itself":           {"GET", list, with("Origin", ""), 200},
	} {
		t.Run(name, func(t *testing.T) {
			if response := d.ask(c.method, c.address, body, c.headers); response.StatusCode != c.status {
				t.Errorf("status %d, want %d", response.StatusCode, c.status)
			}
		})
	}
	if d.text(mauPath) != mau {
		t.Error("the file was deleted")
	}
	if response := d.ask("POST", remove, body, own); response.StatusCode != 200 || d.text(mauPath) != "" {
		t.Errorf("the form's own request was refused: %d", response.StatusCode)
	}
}

// A page of the form runs nothing but its own files, and nobody else shows it in a frame.
func TestWhatAPageMayDo(t *testing.T) {
	d := open(t, site())
	shell := d.page("/_soan/")
	assets := regexp.MustCompile(`/_soan/tai-san/[0-9a-f]+/`).FindString(shell)
	for _, address := range []string{"/_soan/", assets + "main.js", assets + "khong-co.js"} {
		h := d.ask("GET", address, "", nil).Header
		policy := h.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'self'") || !strings.Contains(policy, "frame-ancestors 'self'") || strings.Contains(policy, "unsafe") ||
			h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "same-origin" {
			t.Errorf("%s: %v", address, h)
		}
	}
	for _, inline := range []string{"<style", "style=", "onclick=", "<script>", "http://", "https://"} {
		if strings.Contains(shell, inline) {
			t.Errorf("the page has %q", inline)
		}
	}
	if response := d.ask("GET", assets+"page.html", "", nil); response.StatusCode != 404 {
		t.Error("the page is shown without its token")
	}
	for name, kind := range map[string]string{"main.js": "text/javascript; charset=utf-8", "style.css": "text/css; charset=utf-8", "icons.svg": "image/svg+xml", "ngoai/turndown-LICENSE.txt": "text/plain; charset=utf-8"} {
		if response := d.ask("GET", assets+name, "", nil); response.StatusCode != 200 || response.Header.Get("Content-Type") != kind {
			t.Errorf("%s: %d %s", name, response.StatusCode, response.Header.Get("Content-Type"))
		}
	}
}

// Nothing is read or written outside of the content of the site.
func TestPathsThatLeadOut(t *testing.T) {
	d := open(t, site())
	_, f := d.open(mauPath)
	for _, path := range []string{
		"", "site.yaml", "../x.md", "content/../site.yaml", "content/guong/../../x.md", "/etc/passwd", `content\guong\nguyen-thi-mau.md`, "content/guong/nul.md", "content/guong", "C:/x.md", "content/guong/a\x00.md",
	} {
		for _, name := range []string{"luu", "xem", "xoa", "chuyen", "van-ban"} {
			f["path"] = path
			if a := d.post(name, f); a.status < 400 {
				t.Errorf("%s of %q: status %d", name, path, a.status)
			}
		}
		if a := d.get("mo", "tep", path); a.status < 400 {
			t.Errorf("opening %q: status %d", path, a.status)
		}
	}
	d.put("kin.png", string(drawing(t)))
	for _, address := range []string{
		"/_soan/anh?tep=a&ten=kin.png", "/_soan/anh?tep=" + mauPath + "&ten=../../kin.png", "/_soan/anh?tep=" + mauPath + "&ten=../../site.yaml", "/_soan/anh?tep=" + mauPath + "&ten=../../../../etc/x.png", "/_soan/anh?tep=a&ten=b.png", "/_soan/anh?tep=" + mauPath + "&ten=nguyen-thi-mau.md",
		"/_soan/tai-san/../form.go", "/_soan/tai-san/x/main.js", "/_soan/xem/khong-co/index.html",
	} {
		if response := d.ask("GET", address, "", nil); response.StatusCode != 404 {
			t.Errorf("%s: status %d", address, response.StatusCode)
		}
	}
}

// A drawing may hold a script: opened by itself it does nothing.
func TestADrawingRunsNothing(t *testing.T) {
	const path = "content/guong/to-mau/index.md"
	d := open(t, map[string]string{path: story("Tổ Mẫu", "ảnh: {tệp: a.svg, mô tả: Tổ Mẫu}\n"), "content/guong/to-mau/a.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>alert(1)</script></svg>`})
	_, f := d.open(path)
	preview := d.post("xem", f).ok().value["preview"].(string)
	for _, address := range []string{"/_soan/anh?tep=" + path + "&ten=a.svg", preview + "a.svg"} {
		response := d.ask("GET", address, "", nil)
		if policy := response.Header.Get("Content-Security-Policy"); response.StatusCode != 200 || !strings.Contains(policy, "sandbox") || !strings.Contains(policy, "default-src 'none'") {
			t.Errorf("%s: %d %q", address, response.StatusCode, policy)
		}
	}
}
