package keys

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/diag"
)

// plainBlock is a block as most authors write it.
const plainBlock = `tên: Nguyễn Thị Mẫu
danh xưng: Bà
loại: cá nhân
lĩnh vực: [y-te, "Giáo dục"]
năm: [2019 , 2020]
năm sinh: 1985
ngày: 04/06/2019
tóm tắt: "Không chờ ai giao: bà Mẫu chuyển bệnh án giấy sang điện tử."
đơn vị: Trạm Y tế xã Mẫu, huyện K'Mẫu (cũ) – 100 % “mới”
tiêu chí: [3.6.9, 3.6.10]
kết quả:
  - {chỉ tiêu: Trẻ tiêm chủng đủ mũi, trước: 76, sau: 79, đơn vị tính: "%", năm: 2019}
  - { chỉ tiêu: 'Thời gian chờ', sau: 1.200 }
  - chỉ tiêu: Số hộ
    sau: 12
diễn biến:
- ngày: 20/05/2024
  nội dung: Sáu trạm áp dụng.
bí danh: []
ảnh:
  tệp: a.jpg
  mô tả: ""
nguồn: {}
tham quan:
    địa chỉ: 1 đường Mẫu
chuyên đề:
  - Vì đàn em
  - "Một"
`

func checkPlain(t *testing.T, block []byte) (read bool) {
	t.Helper()
	at := diag.Place{File: "a.md", Line: 2, Column: 3}
	got, ok := parsePlain(block, at)
	if !ok {
		return false
	}
	want, problems := parseYAML(plainBlanks(block), at)
	if diff := cmp.Diff(want, got); diff != "" || len(problems) > 0 {
		t.Errorf("%q (-library +plain): %v\n%s", block, problems, diff)
	}
	return true
}

// TestPlainYAML reads the block, each part of it, and what comes of small changes.
func TestPlainYAML(t *testing.T) {
	if !checkPlain(t, []byte(plainBlock)) || !checkPlain(t, []byte(strings.TrimSuffix(plainBlock, "\n"))) {
		t.Error("the block is not plain")
	}
	long := strings.Repeat("Một câu dài. ", 1000) + "Hết"
	for _, block := range []string{
		"a: " + long, "a: \"" + long + "\"", "a: [" + strings.Repeat("đ, ", 2000) + "ế, \"ế\"]\nb: c", "đ: {ê, ê: ê}",
		strings.Repeat("a:\n- b: c\n  d: e\n- f\n", 3), "a:\n  b:\n    c: 1\n  d: [{e: f}]\n", "a: b c", "đ: 8:00", "a: [b", "a: {b: c", "a: [", "a: {", "a: [b}", "\n", "a: b\n\n", "a: b \n", "a:\n  b: c\n\nd: e", "a:\n  \n  b: c", "a: [b] \n", "a: \"b\" \n", "- a\n\n- b", "a: {b: c]",
	} {
		checkPlain(t, []byte(block))
	}
	lines := strings.SplitAfter(plainBlock, "\n")
	for first := range lines {
		for last := first; last <= len(lines); last++ {
			checkPlain(t, []byte(strings.Join(lines[first:last], "")))
		}
	}
	signs := []string{
		" ", "  ", "\n", "\n ", "\n  ", "- ", "-", ": ", ":", ",", "[", "]", "{", "}", `"`, "'", `\`, "#", " #", "?", "? ", "|", ">", "&a ", "*a", "!", "%", "@",
		"`", "~", "null", "true", "<<", "=", "---", "...", "\t", "\u00a0", "\u2028", "\ufeff", "e\u0301", "a", "0", "đ", "\x00", "\xff",
	}
	random := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 60000 {
		from := random.IntN(len(lines))
		block := strings.Join(lines[from:min(len(lines), from+1+random.IntN(6))], "")
		for range 1 + random.IntN(3) {
			at := random.IntN(len(block) + 1)
			end := min(len(block), at+random.IntN(3)*random.IntN(4))
			block = block[:at] + signs[random.IntN(len(signs))] + block[end:]
		}
		if checkPlain(t, []byte(block)) {
			read++
		}
	}
	if read < 1000 {
		t.Errorf("only %d of the changed blocks are plain", read)
	}
}

func FuzzPlainYAML(f *testing.F) {
	f.Add([]byte(plainBlock))
	for _, line := range strings.SplitAfter(plainBlock, "\n") {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, block []byte) { checkPlain(t, block) })
}
