package form_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"guongsang/internal/build"
	"guongsang/internal/form"
	"guongsang/internal/viet"
)

// desk is a site's folder with a form over it, and the page that is open in it.
type desk struct {
	t      *testing.T
	dir    string
	server *httptest.Server
	token  string
}

// open makes a small site of files, by their paths, and opens its form.
func open(t *testing.T, files map[string]string) *desk {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Trang của tôi")
	d := &desk{t: t, dir: dir}
	d.put("site.yaml", "tên trang: Trang mẫu\n")
	for path, text := range files {
		d.put(path, text)
	}
	d.serve()
	return d
}

// today is the day on which all tests take place.
func today() viet.Date { return viet.Date{Year: 2026, Month: 3, Day: 2} }

// session opens a session on the folder.
func (d *desk) session() *build.Session {
	d.t.Helper()
	session, err := build.Open(context.Background(), build.Options{Source: d.dir, Drafts: true, Future: true, Today: today()})
	if err != nil {
		d.t.Fatal(err)
	}
	return session
}

// serve opens the form of the folder until the test ends.
func (d *desk) serve() {
	d.t.Helper()
	session := d.session()
	d.t.Cleanup(session.Close)
	var mu sync.Mutex
	var look *build.Look
	refresh := func(ctx context.Context) {
		fresh, err := session.Look(ctx, nil)
		if err != nil {
			d.t.Error(err)
			return
		}
		mu.Lock()
		defer mu.Unlock()
		look = fresh
	}
	refresh(context.Background())
	d.server = httptest.NewServer(form.New(form.Options{
		Dir: d.dir, Session: session, Changed: refresh,
		Current: func() *build.Look { mu.Lock(); defer mu.Unlock(); return look },
	}))
	d.t.Cleanup(d.server.Close)
	d.token = regexp.MustCompile(`name="soan" content="([^"]+)"`).FindStringSubmatch(d.page("/_soan/"))[1]
}

func (d *desk) file(path string) string { return filepath.Join(d.dir, filepath.FromSlash(path)) }

func (d *desk) put(path, text string) {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(d.file(path)), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(d.file(path), []byte(text), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

// text is what stands in a file; empty where there is none.
func (d *desk) text(path string) string {
	text, err := os.ReadFile(d.file(path))
	if err != nil && !os.IsNotExist(err) {
		d.t.Fatal(err)
	}
	return string(text)
}

// page gets an address as a browser would that somebody typed it into.
func (d *desk) page(address string) string {
	d.t.Helper()
	response, err := http.Get(d.server.URL + address)
	if err != nil {
		d.t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	if response.StatusCode != http.StatusOK {
		d.t.Fatalf("%s: status %d: %s", address, response.StatusCode, body)
	}
	return string(body)
}

// answer is what the API says: its value, or its error.
type answer struct {
	t      *testing.T
	status int
	value  map[string]any
	list   []any
}

// call asks the API as the page does. body is sent as JSON unless it is bytes.
func (d *desk) call(method, name string, query url.Values, body any) answer {
	d.t.Helper()
	var content io.Reader
	kind := ""
	switch body := body.(type) {
	case nil:
	case []byte:
		content = bytes.NewReader(body)
	default:
		text, err := json.Marshal(body)
		if err != nil {
			d.t.Fatal(err)
		}
		content, kind = bytes.NewReader(text), "application/json"
	}
	request, err := http.NewRequest(method, d.server.URL+"/_soan/api/"+name+"?"+query.Encode(), content)
	if err != nil {
		d.t.Fatal(err)
	}
	request.Header.Set("X-Soan-Token", d.token)
	request.Header.Set("Content-Type", kind)
	request.Header.Set("Origin", d.server.URL)
	request.Header.Set("Sec-Fetch-Site", "same-origin")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		d.t.Fatal(err)
	}
	defer response.Body.Close()
	a := answer{t: d.t, status: response.StatusCode}
	text, err := io.ReadAll(response.Body)
	if err != nil {
		d.t.Fatal(err)
	}
	var into any = &a.value
	if bytes.HasPrefix(text, []byte{'['}) {
		into = &a.list
	}
	if err := json.Unmarshal(text, into); err != nil {
		d.t.Fatalf("%s: %v: %s", name, err, text)
	}
	return a
}

func (d *desk) get(name string, query ...string) answer {
	d.t.Helper()
	values := url.Values{}
	for i := 0; i < len(query); i += 2 {
		values.Set(query[i], query[i+1])
	}
	return d.call(http.MethodGet, name, values, nil)
}

func (d *desk) post(name string, body any) answer {
	d.t.Helper()
	return d.call(http.MethodPost, name, nil, body)
}

// ok fails the test where the answer is an error.
func (a answer) ok() answer {
	a.t.Helper()
	if a.status != http.StatusOK {
		a.t.Fatalf("status %d: %v", a.status, a.value["error"])
	}
	return a
}

// refused gives the code and the words of an error.
func (a answer) refused() (code, message string, detail map[string]any) {
	a.t.Helper()
	failed, ok := a.value["error"].(map[string]any)
	if !ok {
		a.t.Fatalf("status %d, and no error: %v", a.status, a.value)
	}
	detail, _ = failed["detail"].(map[string]any)
	return failed["code"].(string), failed["message"].(string), detail
}

// draft is a file as a page has it: what it sends back, changed or not.
type draft map[string]any

func (d *desk) open(path string) (answer, draft) {
	d.t.Helper()
	a := d.get("mo", "tep", path).ok()
	return a, draft{"id": a.value["id"], "path": path, "base": a.value["base"], "values": a.value["values"], "body": a.value["body"], "pictures": []string{}}
}

func (f draft) set(key string, value any) { f["values"].(map[string]any)[key] = value }

// problems are the messages of a look, each with the place that it is shown at.
func problems(a answer) string {
	var all []string
	for _, p := range a.value["problems"].([]any) {
		told := p.(map[string]any)
		where, err := json.Marshal(told["path"])
		if err != nil {
			a.t.Fatal(err)
		}
		if told["body"] == true {
			where, _ = json.Marshal(told["bodyLine"])
		}
		all = append(all, told["severity"].(string)+" "+told["code"].(string)+" "+string(where)+" "+told["message"].(string))
	}
	return strings.Join(all, "\n")
}

const mau = `---
# Người này không có thật.
tên: Nguyễn Thị Mẫu
loại: cá nhân
lĩnh vực: 6   # y tế
năm: 2023
đơn vị: Trạm Y tế Mẫu
ngày: 2023-05-19
tóm tắt: Hai mươi năm chăm sóc bệnh nhân nghèo.
khen thưởng:
  - {hình thức: Giấy khen, ngày: 19/05/2023}
---

Bà Mẫu là người không có thật.
`

const toMau = `---
tên: Tổ Mẫu
loại: tập thể
lĩnh vực: y-te
năm: 2024
đơn vị: Trạm Y tế Mẫu
---

Xem [bà Mẫu](nguyen-thi-mau.md).
`

func site() map[string]string {
	return map[string]string{"content/guong/nguyen-thi-mau.md": mau, "content/guong/to-mau.md": toMau}
}
