package profile_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"guongsang/internal/diag"
	"guongsang/internal/markdown"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// benchFront and benchPart make a story of some 600 words, with all that stories mostly have.
const (
	benchFront = `---
tên: Nguyễn Thị Mẫu
danh xưng: Bà
chức vụ: Điều dưỡng trưởng
loại: cá nhân
lĩnh vực: [y-te]
năm: [2019]
đơn vị: Trạm Y tế xã Mẫu
năm sinh: 1985
ngày: 04/06/2019
tóm tắt: "Không chờ ai giao, bà Mẫu chuyển bệnh án giấy sang điện tử."
kết quả:
  - {chỉ tiêu: Trẻ tiêm chủng đủ mũi, trước: 76, sau: 79, đơn vị tính: "%", năm: 2019}
  - {chỉ tiêu: Thời gian chờ khám, trước: 81, sau: 17, đơn vị tính: phút, năm: 2019}
phát hiện: đơn vị giới thiệu
nguồn: {tác giả: Trần Minh Mẫu}
đồng ý: {ngày: 15/05/2019, người: chính chủ}
---

`
	benchPart = `## Cách làm

Thiếu bác sĩ chuyên khoa, nên bà Mẫu phải *góp ít nhưng góp đều*. Bà Mẫu ghi lại từng việc vào tấm bảng đen: ngày nào treo cờ, ai vài
ngày công, còn thiếu gì. Cách làm ấy giống với [chị Hạnh](../2018/tran-phuong-hanh.md), người đã trồng vườn thuốc nam cho hơn 133 hộ.

> “Quỹ cạn sớm hơn dự tính, tôi mất ngủ mấy đêm. Nhưng giữ được chữ tín thì người ta theo.”
> — Ông Thông, chủ quán cơm

| Năm | Ca cấp cứu được cứu sống | Người có sổ theo dõi huyết áp |
| --- | ---: | ---: |
| 2018 | 170 | 266 |
| 2019 | 228 | 112 |

1. Hỏi chị Ka Mừng, cô giáo mầm non, trước khi mua bộ bàn ghế.
2. Kéo dây điện trước mùa mưa.

Bệnh án điện tử đặt ở phòng đọc của xã, ai cần thì dùng, dùng xong ghi tên vào bảng tính. **Thương người như thể thương thân.**

`
)

func BenchmarkStory(b *testing.B) {
	const path = "content/guong/2019/nguyen-thi-mau.md"
	body := strings.Repeat(benchPart, 4)
	files := fstest.MapFS{path: {Data: []byte(benchFront + body)}}
	file, plan := source.File{Path: path, Kind: source.Profile, Name: "nguyen-thi-mau"}, book(b)
	doc, problems, err := source.Read(files, file, nil)
	if err != nil || len(problems) > 0 {
		b.Fatal(problems, err)
	}
	for name, do := range map[string]func(){
		"Read":   func() { _, _, _ = source.Read(files, file, nil) },
		"Decode": func() { profile.Decode(doc, plan) },
		"Fill": func() {
			_, prepared, _ := markdown.Prepare([]byte(body), diag.Place{})
			_, _ = markdown.Fill(nil, prepared, markdown.Sources{})
		},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(benchFront + body)))
			b.ReportAllocs()
			for b.Loop() {
				do()
			}
		})
	}
}

func BenchmarkPack(b *testing.B) {
	s, _ := story(b, "content/guong/2023/nguyen-thi-mau/index.md", whole)
	b.ReportAllocs()
	for b.Loop() {
		_ = profile.Pack(profile.Record{Story: s}, s.File)
	}
}
