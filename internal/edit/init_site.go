package edit

import (
	"strings"

	"guongsang/internal/keys"
)

// firstValues are the settings that a new site begins with; a key within another stands behind it and a slash. All other keys stand in
// site.yaml as comments.
var firstValues = map[string]string{
	"tên trang":           "Gương sáng xã Suối Mẫu",
	"địa chỉ":             "https://guong.example",
	"mô tả":               "Chuyện về những người, những nhà, những tập thể làm việc tốt, kể cụ thể để người khác làm theo.",
	"biểu trưng":          "logo.svg",
	"cơ quan/tên":         "Ban Tuyên giáo và Dân vận xã Suối Mẫu",
	"cơ quan/địa chỉ":     "1 đường Mẫu, xã Suối Mẫu",
	"cơ quan/điện thoại":  "0263 000 0000",
	"cơ quan/thư điện tử": "guong@suoi-mau.example",

	"cơ quan/người chịu trách nhiệm": "Bà Lê Thị Mẫu, Trưởng ban",

	"giao diện": "sen",
	"ngôn ngữ":  "vi",
	"thông báo": "Trang đang chuẩn bị. Mọi người và việc kể ở đây là ví dụ, không có thật.",
	"mỗi trang": "24",
}

// reminders are what an editor must do about a first value.
var reminders = map[string]string{
	"địa chỉ":   "Đây là địa chỉ giả: SỬA LẠI trước khi đưa trang lên mạng.",
	"cơ quan":   "Sửa lại cho đúng cơ quan của bạn; mục nào không dùng thì xóa dòng ấy.",
	"thông báo": "Khi đã thay các bài ví dụ bằng bài thật thì xóa dòng này.",
}

// siteYAML is the site.yaml of a new site, made of the table of its keys.
func siteYAML(table []keys.Key) []byte {
	var b strings.Builder
	b.WriteString("# Cấu hình của trang. Dòng bắt đầu bằng dấu # là lời giải thích, hoặc là mục chưa dùng: muốn dùng thì xóa dấu # ở đầu dòng.\n")
	for _, k := range table {
		b.WriteString("\n# " + explained(k) + "\n")
		if text := reminders[k.Name]; text != "" {
			b.WriteString("# " + text + "\n")
		}
		setting(&b, k)
	}
	return []byte(b.String())
}

// setting writes a key with its first value, or as a comment where it has none.
func setting(b *strings.Builder, k keys.Key) {
	var within strings.Builder
	for _, sub := range k.Sub {
		if value := firstValues[k.Name+"/"+sub.Name]; value != "" {
			within.WriteString("  # " + explained(sub) + "\n  " + sub.Name + ": " + inYAML(value) + "\n")
		}
	}
	value := firstValues[k.Name]
	switch {
	case within.Len() > 0:
		b.WriteString(k.Name + ":\n" + within.String())
	case value != "":
		b.WriteString(k.Name + ": " + inYAML(value) + "\n")
	default:
		b.WriteString("#" + k.Name + ": " + k.Example + "\n")
	}
}
