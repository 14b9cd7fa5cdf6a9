package source_test

import (
	"flag"
	"strings"
)

var update = flag.Bool("update", false, "write what the tests get into testdata; read the difference")

// cases are files as they come from authors' machines. They stand in Go since most of them are no text.
func cases() map[string]string {
	const good = "---\ntên: Nguyễn Thị Mẫu\n---\n"
	return map[string]string{
		"good":               good + "Thân bài.\n",
		"empty":              "",
		"only-blanks":        " \n\n\t\n",
		"only-bom":           "\ufeff",
		"no-front-matter":    "\n# Nguyễn Thị Mẫu\n\nThân bài.\n",
		"rule-behind-text":   "Thân bài\n---\n",
		"unclosed-yaml":      "---\ntên: A\n\nThân bài.\n",
		"unclosed-opening":   "---",
		"unclosed-indented":  "---\ntóm tắt: |\n  một\n  ---\n  hai\n",
		"unclosed-toml":      "+++\nten = \"A\"\n---\nThân\n",
		"unclosed-json":      "{\"tên\": \"A}\nThân\n",
		"text-behind-json":   "{\n\"tên\": \"Mẫu\"} Thân bài\n",
		"wrong-fence":        "----\ntên: A\n----\n",
		"yaml-mistake":       "---\ntên: A\ntóm tắt: Lời dạy: học\n---\nThân\n",
		"utf-16":             "\xff\xfe-\x00-\x00-\x00\n\x00",
		"utf-16-without-bom": "-\x00-\x00-\x00\n\x00t\x00",
		"windows-1258":       "---\nt\xean: Nguy\xean\n---\nTh\xe2n b\xe0i, th\xe2n b\xe0i.\nTh\xe2n.\n",
		"nul":                good + "Thân\x00bài.\n",
		"control":            good + "Thân\x0bbài.\nDòng\u0085 hai.\nDòng\u2028ba.\n",
		"only-c1":            good + "Dòng\u0085 hai.\n",
		"only-separator":     good + "Dòng\u2029hai.\n",
		"damaged":            good + "Th\ufffdn bài.\n",
		"tcvn3":              "---\ntên: Nguyễn Thị Mẫu\nđơn vị: Uû ban nh©n d©n thµnh phè\n---\nThân bài.\n\nñy ban nh©n d©n thµnh phè §µ L¹t ®· khen th\u00adëng.\ntiÕp theo lµ dßng thø hai.\n",
		"vni":                good + "Uûy ban nhaân daân thaønh phoá ñaõ khen thöôûng.\n",
		"many-bad-lines":     strings.Repeat("\xe0\n", 100),
		"raw-html":           good + "\nThân <b>bài</b>.\n",
	}
}
