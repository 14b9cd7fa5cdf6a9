package viet

import "testing"

func TestSplitName(t *testing.T) {
	for _, c := range []struct{ name, family, middle, given string }{
		{"", "", "", ""},
		{"An", "", "", "An"},
		{"Nguyễn An", "Nguyễn", "", "An"},
		{"Nguyễn Thị Minh Khai", "Nguyễn", "Thị Minh", "Khai"},
		{" nguyễn  văn\u00a0an ", "nguyễn", "văn", "an"},
		{"Lê Thị Bích-Ngọc", "Lê", "Thị Bích", "Ngọc"},
		{"Tôn Nữ Thị Ninh", "Tôn Nữ", "Thị", "Ninh"},
		{"Tôn Thất Tùng", "Tôn Thất", "", "Tùng"},
		{"Tôn Đức Thắng", "Tôn", "Đức", "Thắng"},
		{"Trần Thị Y Lan", "Trần", "Thị Y", "Lan"},
		// Highland names.
		{"K'Giắc", "", "K'", "Giắc"},
		{"K’ Giắc", "", "K’", "Giắc"},
		{"KʼGiắc", "", "Kʼ", "Giắc"},
		{"Ka Hiên", "", "Ka", "Hiên"},
		{"Ka Thị Hiên", "", "Ka Thị", "Hiên"},
		{"Ha Sương", "", "Ha", "Sương"},
		{"Cil Ha Sương", "Cil", "Ha", "Sương"},
		{"Liêng Hót Ha Hai", "Liêng Hót", "Ha", "Hai"},
		{"Kra Jăn K'Plin", "Kra Jăn", "K'", "Plin"},
		{"Bơ Nah Ria Nhơm", "Bơ Nah Ria", "", "Nhơm"},
		{"Y Thanh Niê", "Niê", "Y", "Thanh"},
		{"Y Thanh Niê Kđăm", "Niê Kđăm", "Y", "Thanh"},
		{"Y Moan Ênuôl", "Ênuôl", "Y", "Moan"},
		{"Y Blô M'Lô", "M'Lô", "Y", "Blô"},
		{"Y Blô", "", "Y", "Blô"},
		{"H'Hen Niê", "Niê", "H'", "Hen"},
		{"Nguyễn Thị K'Mai", "Nguyễn", "Thị K'", "Mai"},
		{"N'Trang Lơng", "N'Trang", "", "Lơng"},
		{"Ksor Phước", "Ksor", "", "Phước"},
		{"Nay Y Blô", "Nay", "Y", "Blô"},
		{"Nay Y Ngọc Lan", "Nay", "Y", "Ngọc Lan"},
		{"Trần Y Lan Anh", "Trần", "Y Lan", "Anh"},
		{"K'", "", "", "K'"},
		{"Ka", "", "", "Ka"},
		// Religious names.
		{"Thích Nữ Diệu Tâm", "Thích", "Nữ", "Diệu Tâm"},
		{"Thích Viên Thanh", "Thích", "", "Viên Thanh"},
		{"Thích Nữ", "Thích", "", "Nữ"},
		{"Thượng tọa Thích Viên Thanh", "Thích", "", "Viên Thanh"},
		{"Thượng toạ Thích Viên Thanh", "Thích", "", "Viên Thanh"},
		{"Đại đức Giác Nhường", "", "", "Giác Nhường"},
		{"Đại đức Thạch Sarath", "Thạch", "", "Sarath"},
		{"Linh mục Giuse Nguyễn Văn Bình", "Nguyễn", "Văn", "Bình"},
		{"Linh mục Phêrô K'Brôi", "", "K'", "Brôi"},
		{"Nữ tu Maria Goretti Nguyễn Thị Hoa", "Nguyễn", "Thị", "Hoa"},
		{"Mục sư Ha Kim", "", "Ha", "Kim"},
		{"Maria Hoa", "Maria", "", "Hoa"},
		// Titles.
		{"Bà Nguyễn Thị Mậu", "Nguyễn", "Thị", "Mậu"},
		{"ÔNG NGUYỄN VĂN AN", "NGUYỄN", "VĂN", "AN"},
		{"Bà Triệu", "", "", "Triệu"},
		{"Ông Ích Khiêm", "Ông", "Ích", "Khiêm"},
		{"Ông Nguyễn Ích Khiêm", "Nguyễn", "Ích", "Khiêm"},
		{"ông K'Brôi", "", "K'", "Brôi"},
		{"Hộ ông Y Moan Ênuôl", "Ênuôl", "Y", "Moan"},
		{"Ông Thích Văn", "Thích", "", "Văn"},
		{"Gia đình ông Nguyễn Văn An và bà Trần Thị Ba", "Nguyễn", "Văn", "An"},
		{"Và A Chua", "Và", "A", "Chua"},
		{"NSƯT Trần Thị Em", "Trần", "Thị", "Em"},
		{"NSƯT, đạo diễn Trần Thị Em, quê ở Huế", "Trần", "Thị", "Em"},
		{"PGS.TS. Lê Văn Dũng", "Lê", "Văn", "Dũng"},
		{"BS.CKII Đỗ Thị Yến", "Đỗ", "Thị", "Yến"},
		{"Y sĩ Lê Thị Xuân", "Lê", "Thị", "Xuân"},
		{"Anh hùng Lực lượng vũ trang nhân dân Lê Minh", "Lê", "", "Minh"},
		{"Đ/c Nguyễn Thị Định (Ba Định)", "Nguyễn", "Thị", "Định"},
		{"Nguyễn Văn An (tức Ba Đen), sinh năm 1950", "Nguyễn", "Văn", "An"},
		{"Linh mục", "Linh", "", "mục"},
		{"Linh mục,", "", "", ""},
		{"(An)", "", "", "An"},
		{"...", "", "", ""},
	} {
		want := Name{c.family, c.middle, c.given}
		if got := SplitName(c.name); got != want {
			t.Errorf("SplitName(%q) = %q, want %q", c.name, got, want)
		}
	}
}

// TestNameLists keeps the entries of the lists in the form in which they are looked up, each once.
func TestNameLists(t *testing.T) {
	for name, list := range map[string][]string{
		"monkTitles": monkTitles, "titles": titles, "saints": saints, "families": families, "compoundFamilies": compoundFamilies, "clans": clans,
	} {
		for i, entry := range list {
			if i > 0 && entry <= list[i-1] {
				t.Errorf("%s: entry %q stands behind %q", name, entry, list[i-1])
			}
			want := SameKey(entry)
			if name == "clans" {
				want = MatchKey(entry)
			}
			if entry != want || entry == "" {
				t.Errorf("%s: entry %q must be %q", name, entry, want)
			}
		}
	}
}
