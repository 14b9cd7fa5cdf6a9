package markdown

import (
	"bytes"
	"errors"
	"flag"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"

	"guongsang/internal/diag"
)

var bodies = flag.Int("bodies", 3000, "how many random bodies TestRandomBodies makes")

// allowed lists the elements that a body may become, with their attributes.
var allowed = map[string][]string{
	"p": {"class", "id"}, "span": {"id"}, "br": nil, "hr": nil, "em": nil, "strong": nil, "del": nil, "code": nil, "pre": {"tabindex"},
	"h2": {"id", "class"}, "h3": {"id", "class"}, "h4": {"id", "class"}, "h5": {"id", "class"}, "h6": {"id", "class"},
	"ul": nil, "ol": {"start"}, "li": {"id"}, "blockquote": nil,
	"figure": {"id", "class"}, "figcaption": nil, "div": {"class", "role", "tabindex", "aria-label"},
	"img":   {"src", "alt", "width", "height", "loading", "decoding", "title", "id", "class"},
	"a":     {"href", "title", "rel", "data-video", "role", "aria-label"},
	"table": nil, "thead": nil, "tbody": nil, "tr": nil, "th": {"scope", "class"}, "td": {"class"},
	"sup": {"id"}, "section": {"class", "role"},
}

// fuzzSources knows every link and picture of a scan.
func fuzzSources(s Scan) Sources {
	from := Sources{Links: map[string]string{}, Pictures: map[string]Image{}, IDPrefix: "p-"}
	for _, l := range s.Links {
		from.Links[l.Dest] = "~/x/?a=\"&b=<" + l.Dest
	}
	for _, p := range s.Pictures {
		from.Pictures[p.Dest] = Image{"~/" + p.Dest, 1, 2}
	}
	return from
}

func FuzzScan(f *testing.F) {
	for _, c := range cases(f) {
		f.Add([]byte(c.text["input.md"]))
	}
	for _, s := range []string{
		"\uFEFFa\r\n\r\n> b\r\n\r\n# c\r\n", "\u0338a", "[a](<javascript:x>)", "![[^1]](a)\n\n[^1]: [a[^1]](https://a.vn)",
		"> [^1]: a\n\n[^1]", "a\n==\n{#b}\n--", "\xff\xfe`\n`", "[https://a.vn](b)", "*[a*](b) https://x.vn*", "\t- {#a}\n\t\t# b {#a}",
		"a[^a]\n[^a]:[^b]:", "[^a] [^b]\n\n[^a]: x\n\n    > [^b]: y",
		"|a|\n|-|\n|`\\|`|[b](c|d)|", "![a](b){#x}![c](d){#x}", "# &nbsp;\n# [^1]\n[^1]:", "[a]: <\n[a]", "&#x338;\\&amp;&#0;&lt;script>",
		"một  \nhai \nba: bốn! \n> năm  \n> sáu   ", "a :  \n(b) !\n\"c\" :// d *e  \nf*\n", "# a  #\n| a: b | c! |\n|-|-|\n| d ",
		strings.Repeat(">", 120), strings.Repeat("*a **b ", 80), "~~~\n", "[a](b \"c\n\nd\")", "<!--\n\n-->\n<b", "[x](http://a.vn:99999)",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(checkBody)
}

// TestRandomBodies puts pieces of Markdown together at random, which meets more than random bytes do. The seed is fixed.
func TestRandomBodies(t *testing.T) {
	pieces := strings.Split("\n|\n\n|\n> |\n- |\n    |\n1. |\n# |\n## |\t|\n```\n|\n~~~|\n---\n|===|[|]|(|)|![|](|](#|[^|]: |[^1]|\n[^1]: |{#a}|{.rong}|{|}|"+
		"`|*|**|_|~~|<|>|<b>|</b>|<!--|-->|<div>\n|https://|a.vn|://|http|javascript:|&#x3a;|&amp;|&#0;|\\|\"|'|“|”| |  \n|a|ấ|a\u0301|\u0338|— |-- |\r\n|"+
		"#a|#|.md|b c.jpg|https://youtu.be/abcdefghijk|\x00|\xff|\u0085|\uffff|\n\\|a\\|\n\\|-\\|\n|\\|", "|")
	pieces = append(pieces, "|", "|-|-|\n", "\n|a|b|\n|-|-|\n|")
	random := rand.New(rand.NewPCG(1, 2))
	for range *bodies {
		var b strings.Builder
		for range 1 + random.IntN(40) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkBody(t, []byte(b.String()))
		if t.Failed() {
			return
		}
	}
}

func checkBody(t *testing.T, body []byte) {
	defer func() {
		if t.Failed() {
			t.Logf("body %q", body)
		}
	}()
	const firstLine = 7
	scan, problems := ScanBody(body, diag.Place{File: "a.md", Line: firstLine})
	checkPlaces(t, body, firstLine, scan, problems)
	from := fuzzSources(scan)
	again, prepared, same := Prepare(body, diag.Place{File: "a.md", Line: firstLine})
	if diff := cmp.Diff(scan, again) + cmp.Diff(problems, same); diff != "" {
		t.Fatalf("ScanBody and Prepare (-ScanBody +Prepare):\n%s", diff)
	}
	checkRunning(t, body, from)
	var out bytes.Buffer
	err := Render(&out, body, from)
	if filled, failed := Fill([]byte("<p>"), prepared, from); !errors.Is(failed, err) || string(filled) != "<p>"+out.String() {
		t.Fatalf("Render gives %q, Fill %q, %v", out.String(), filled, failed)
	}
	deep := slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.Code == diag.NestedTooDeep })
	if deep != errors.Is(err, ErrNested) {
		t.Fatalf("too deep: ScanBody %v, Render %v", deep, err)
	}
	if err == nil {
		checkHTML(t, out.String(), scan)
	}
}

// checkRunning reads a body with the parser that takes running text in one go and with the one that does not.
func checkRunning(t *testing.T, body []byte, from Sources) {
	if source, _ := clean(body); !isRunning(source) {
		return
	}
	quick, slow := newDocument(body, shared.takeDesk()), newDocument(body, shared.takeDesk())
	quick.parse(shared.running)
	slow.parse(shared.careful)
	quickScan, quickProblems := scanDocument(quick, diag.Place{})
	slowScan, slowProblems := scanDocument(slow, diag.Place{})
	diff := cmp.Diff(slowScan, quickScan) + cmp.Diff(slowProblems, quickProblems)
	quickPage, slowPage := prepare(quick), prepare(slow)
	for _, s := range []Sources{{}, from} {
		quickHTML, quickErr := Fill(nil, quickPage, s)
		slowHTML, slowErr := Fill(nil, slowPage, s)
		diff += cmp.Diff(string(slowHTML), string(quickHTML)) + cmp.Diff(slowErr == nil, quickErr == nil)
	}
	if diff != "" {
		t.Fatalf("running text (-careful +running):\n%s", diff)
	}
}

func checkPlaces(t *testing.T, body []byte, firstLine int, scan Scan, problems []diag.Problem) {
	source, _ := clean(body)
	lines := strings.Split(string(source), "\n")
	check := func(what string, line, column int) {
		if i := line - firstLine; i < 0 || i >= len(lines) || column < 1 || column > utf8.RuneCountInString(lines[i])+1 {
			t.Fatalf("%s at %d:%d, outside the body", what, line, column)
		}
	}
	for _, l := range scan.Links {
		check("link", l.Line, l.Column)
	}
	for _, p := range scan.Pictures {
		check("picture", p.Line, p.Column)
	}
	for _, h := range scan.Headings {
		check("heading", h.Line, h.Column)
	}
	for _, p := range problems {
		check(string(p.Code), p.Line, p.Column)
		if p.Message(diag.Vietnamese) == "" || p.Fix(diag.English) == "" {
			t.Fatalf("%s says nothing", p.Code)
		}
	}
}

// checkHTML parses the page strictly: known elements, quoted attributes, every element closed, ids once and as scanned.
func checkHTML(t *testing.T, page string, scan Scan) {
	if !norm.NFC.IsNormalString(page) || !utf8.ValidString(page) {
		t.Fatalf("not NFC: %q", page)
	}
	var open []string
	ids := map[string]bool{}
	var hrefs []string
	counts := map[string]int{}
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		raw := string(z.Raw())
		token := z.Token()
		switch kind {
		case html.TextToken:
			if strings.ContainsAny(raw, "<>\"") {
				t.Fatalf("unescaped %q in %q", raw, page)
			}
		case html.StartTagToken:
			attributes, known := allowed[token.Data]
			if !known {
				t.Fatalf("element %q in %q", token.Data, page)
			}
			rebuilt := "<" + token.Data
			counts[token.Data]++
			if token.Data == "a" && slices.Contains(open, "a") {
				t.Fatalf("link within a link in %q", page)
			}
			for _, a := range token.Attr {
				if !slices.Contains(attributes, a.Key) {
					t.Fatalf("attribute %q of %q in %q", a.Key, token.Data, page)
				}
				if a.Key == "id" && (ids[a.Val] || a.Val == "") {
					t.Fatalf("id %q twice in %q", a.Val, page)
				}
				switch a.Key {
				case "id":
					ids[a.Val] = true
				case "href", "src":
					hrefs = append(hrefs, a.Val)
				}
				rebuilt += " " + a.Key + `="` + string(appendEscaped(nil, a.Val)) + `"`
			}
			if rebuilt+">" != raw {
				t.Fatalf("tag %q is not %q", raw, rebuilt)
			}
			if !slices.Contains([]string{"br", "hr", "img"}, token.Data) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			if len(open) == 0 || open[len(open)-1] != token.Data {
				t.Fatalf("%q closes %v in %q", raw, open, page)
			}
			open = open[:len(open)-1]
		default:
			t.Fatalf("token %v %q", kind, raw)
		}
	}
	if len(open) > 0 {
		t.Fatalf("%v left open in %q", open, page)
	}
	for _, id := range scan.IDs {
		if !ids["p-"+id] {
			t.Fatalf("no id %q in %q", id, page)
		}
	}
	for _, href := range hrefs {
		if id, here := strings.CutPrefix(href, "#"); here && !ids[id] {
			t.Fatalf("%q leads nowhere in %q", href, page)
		}
		if scheme, _ := schemeOf(href); scheme == "javascript" || scheme == "vbscript" || scheme == "data" {
			t.Fatalf("address %q", href)
		}
	}
	headings := 0
	for level := 2; level <= 6; level++ {
		headings += counts["h"+strconv.Itoa(level)]
	}
	if counts["section"] > 0 {
		headings--
	}
	if headings != len(scan.Headings) || counts["img"] != len(scan.Pictures) {
		t.Fatalf("%d headings and %d pictures were scanned: %q", len(scan.Headings), len(scan.Pictures), page)
	}
}
