package theme

import (
	"bytes"
	"html/template"
	"strconv"
	"strings"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/page"
)

func BenchmarkStory(b *testing.B) {
	loaded := builtIn(b, "sen")
	form, view := loaded.pages["story.html"](), story(b, loaded)
	b.Run("html-template", func(b *testing.B) {
		var w bytes.Buffer
		b.ReportAllocs()
		for b.Loop() {
			w.Reset()
			if err := form.set.Execute(&w, view); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("compiled", func(b *testing.B) {
		var out []byte
		b.ReportAllocs()
		for b.Loop() {
			var err error
			if out, err = form.append(out[:0], view); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkList is a page of 47 cards, the most that a list has.
func BenchmarkList(b *testing.B) {
	loaded := builtIn(b, "sen")
	whole := story(b, loaded)
	view := &page.List{Frame: whole.Frame, Kicker: "Lĩnh vực", Total: "10.000 gương"}
	cards, err := loaded.KeepAll("card.html", 47, func(i int) any {
		return page.Card{Class: "guong", Link: page.Link{Text: strconv.Itoa(i), Address: "~/guong/a/"}, Kind: "Cá nhân", Summary: whole.Deed}
	})
	if err != nil {
		b.Fatal(err)
	}
	view.Cards = cards
	var out []byte
	b.ReportAllocs()
	for b.Loop() {
		if out, err = loaded.Append(out[:0], "list.html", view); err != nil {
			b.Fatal(err)
		}
	}
}

// story is a page like those of a large site.
func story(t testing.TB, loaded *Theme) *page.Story {
	keep := func(name string, view any) digest.Key {
		key, err := loaded.Keep(name, view)
		if err != nil {
			t.Fatal(err)
		}
		return key
	}
	link := func(text string) page.Link { return page.Link{Text: text, Address: "~/guong/nguyen-thi-hoa/"} }
	day := page.Day{ISO: "2024-05-19", Text: "19/5/2024"}
	card := keep("card.html", page.Card{Class: "guong", Link: link("Nguyễn Thị Hoà"), Kind: "Cá nhân", Summary: "Trồng rau sạch, giúp 12 hộ thoát nghèo."})
	body := strings.Repeat("<p>Chị Hoà bắt đầu từ hai sào ruộng bỏ hoang, một chiếc máy bơm cũ và lòng tin của bà con trong xóm.</p>\n", 20)
	return &page.Story{
		Frame: page.Frame{
			Lang: "vi", Title: "Nguyễn Thị Hoà – Gương sáng", Heading: "Nguyễn Thị Hoà", Description: "Trồng rau sạch, giúp 12 hộ thoát nghèo.",
			Canonical: "https://guongsang.vn/guong/nguyen-thi-hoa/", SiteName: "Gương sáng", ShareType: "article", Published: "2024-05-19T00:00:00+07:00",
			Data: template.JS(`{"@context":"https://schema.org","@type":"Article","headline":"Nguyễn Thị Hoà"}`), SiteFeed: link("RSS"),
			Crumbs: []page.Link{link("Trang đầu"), link("Kinh tế hộ"), {Text: "Nguyễn Thị Hoà"}}, Field: "kinh-te-ho-gia-dinh",
			Icon: "~/icon.svg", Manifest: "~/site.webmanifest", Header: keep("header.html", page.Header{SiteName: "Gương sáng"}), Footer: keep("footer.html", page.Footer{}),
		},
		Class: "guong", Kind: "Cá nhân", Honorific: "Bà", Position: "Chi hội trưởng phụ nữ", Deed: "Trồng rau sạch, giúp 12 hộ thoát nghèo.",
		Picture: page.Picture{Address: "~/anh/hoa.webp", Alt: "Bà Hoà bên ruộng rau", Caption: "Bà Hoà", Credit: "Lê Minh", Width: 800, Height: 1200},
		Facts:   []page.Fact{{Name: "Lĩnh vực", Values: []page.Link{link("Kinh tế hộ"), link("Nông thôn mới")}}, {Name: "Đơn vị", Values: []page.Link{link("Hội Phụ nữ")}}, {Name: "Năm", Values: []page.Link{link("2024")}}},
		Date:    day, Body: page.Text{HTML: template.HTML(body)}, HasBefore: true,
		Results:       []page.Result{{What: "Thu nhập", Before: "20", After: "156", Unit: "triệu đồng", Year: "2023", Change: "gấp 7,8 lần"}, {What: "Hộ thoát nghèo", After: "12", Unit: "hộ"}},
		Criteria:      []page.CriterionMet{{Code: "5.1", Text: "Làm kinh tế giỏi", Evidence: "Thu nhập tăng 7,8 lần", Field: link("Kinh tế hộ")}, {Code: "5.2", Text: "Giúp người khác"}},
		Commendations: []page.Commendation{{Form: "Bằng khen", Authority: "UBND tỉnh", Number: "123/QĐ-UBND", Date: day}, {Form: "Giấy khen", Date: day}},
		Timeline:      []page.TimelineEntry{{Date: day, Text: "Mở rộng thêm ba sào"}, {Date: day, Text: "Thành lập tổ hợp tác"}}, CopiedBy: []page.Copy{{Who: link("Trần Văn Nam"), Year: "2025", Text: "Làm theo ở xã bên"}},
		Practices: []page.Link{link("Rau sạch theo tổ")}, Topics: []page.Link{link("Học tập và làm theo Bác")}, Credits: page.Credits{Author: "Lê Minh", Photos: "Lê Minh", Source: link("Báo tỉnh")},
		Related: []page.Section{{ID: "cung-linh-vuc", Heading: "Cùng lĩnh vực", Cards: []digest.Key{card, card, card}, More: link("Xem tất cả")}, {Heading: "Cùng đơn vị", Cards: []digest.Key{card, card}}},
		Older:   link("Lê Văn A"), Newer: link("Trần Thị B"), NeighboursIn: "Kinh tế hộ", FieldLink: link("Kinh tế hộ"),
	}
}

func BenchmarkLoad(b *testing.B) {
	b.Run("checked", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			builtIn(b, "sen")
		}
	})
	b.Run("compiled", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			builtIn(b, "sen").forms()
		}
	})
}
