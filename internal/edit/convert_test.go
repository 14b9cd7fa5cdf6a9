package edit

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestConvert(t *testing.T) {
	for name, c := range map[string]struct{ old, want string }{
		"toml": {
			"\n+++\n# Bài mẫu\n\"tên\" = \"Nguyễn # Mẫu\" # đúng tên\nnam = 2023\n\n# ngày đăng\n\"ngày\" = 2023-05-19\ntom_tat = \"\"\"\nMột # không\nHai\"\"\"\n\"nổi bật\" = true\n" +
				"[[\"kết quả\"]]\n# trước kia\n\"chỉ tiêu\" = 'Lượt'\n\"trước\" = 1_200.5\nsau = 3\n[[\"kết quả\"]]\n\"chỉ tiêu\" = \"Hai\"\n[la]\nx.y = 2.5\nz = \"\"\"\"#\"\"\"\"\n# hết\n+++\nThân bài.\n+++\n",
			"\n---\n# Bài mẫu\n# đúng tên\ntên: \"Nguyễn # Mẫu\"\nnam: 2023\n# ngày đăng\nngày: 2023-05-19\ntom_tat: |-\n  Một # không\n  Hai\nnổi bật: true\n# trước kia\nkết quả:\n  - {chỉ tiêu: Lượt, trước: \"1200,5\", sau: 3}\n  - {chỉ tiêu: Hai}\nla: {x: {y: 2.5}, z: '\"#\"'}\n# hết\n---\nThân bài.\n+++\n",
		},
		"json": {
			"{\n  \"tên\": \"Mẫu: \\\"A\\\"\",\n  \"năm\": [2023, \"2024\"],\n  \"x\": null,\n  \"nguồn\": {}\n}\n\nThân bài. \n",
			"---\ntên: 'Mẫu: \"A\"'\nnăm: [2023, 2024]\nnguồn: {}\n---\n\nThân bài. \n",
		},
		"json without a body": {"{\"tên\": \"A\"}", "---\ntên: A\n---\n"},
		"yaml":                {"---\ntên:   A\n---\n", "---\ntên:   A\n---\n"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, end := range []string{"\n", "\r\n"} {
				old, want := strings.ReplaceAll(c.old, "\n", end), strings.ReplaceAll(c.want, "\n", end)
				if !strings.Contains(old, end) {
					want = c.want
				}
				dir := plant(t, tree{single: old})
				if err := Convert(dir, single, base(old)); err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, grown(t, dir)[single]); diff != "" {
					t.Error(diff)
				}
				if d, err := Load(dir, single); err != nil || !d.Editable() {
					t.Errorf("%v %+v", err, d)
				}
				var conflict *Conflict
				if err := Convert(dir, single, base("was anderes")); !errors.As(err, &conflict) {
					t.Error(err)
				}
			}
		})
	}
	dir := plant(t, tree{single: "+++\ntên = 1\n+++\n"})
	if err := Convert(dir, single, base("+++\ntên = 1\n+++\n")); !errors.Is(err, ErrTooOdd) {
		t.Error(err)
	}
}
