package keys

import "slices"

// The tables are made once; whoever gets one must not change it.
var (
	profileTable  = profileKeys()
	practiceTable = practiceKeys()
	articleTable  = articleKeys()
	pageTable     = withPage([]Key{orderKey(), translationsKey()})
	columnTable   = withPage(nil)
	topicTable    = withPage(topicKeys())
	unitTable     = withPage(unitKeys())
	localityTable = withPage(successionKeys("địa bàn", "locality"))
)

// Profile is the table of a commended person, collective or household.
func Profile() []Key { return profileTable }

// Practice is the table of a way of working that others can copy.
func Practice() []Key { return practiceTable }

// Article is the table of a piece of writing in a column.
func Article() []Key { return articleTable }

// FieldIntro is the table of a field's introduction, which lies over the built-in one.
func FieldIntro() []Key { return columnTable }

// Column is the table of a standing section of the site.
func Column() []Key { return columnTable }

// Topic is the table of a themed collection.
func Topic() []Key { return topicTable }

// Unit is the table of an organisation that introduces profiles.
func Unit() []Key { return unitTable }

// Locality is the table of a ward, commune or town.
func Locality() []Key { return localityTable }

// Page is the table of a plain page.
func Page() []Key { return pageTable }

func profileKeys() []Key {
	own := []Key{
		nameKey(),
		{
			Name: "loại", Type: Choice, Required: true, Values: []string{"cá nhân", "tập thể", "hộ gia đình"}, Example: "cá nhân",
			Vi: "Gương là cá nhân, tập thể hay hộ gia đình.",
			En: "Whether the profile is of a person, a collective or a household.",
		},
		{
			Name: "phân loại", Type: Text, Example: "viên chức",
			Vi: "Nhóm nhỏ hơn trong loại, theo danh mục lĩnh vực: hợp tác xã, phường, giáo viên…",
			En: "The smaller group within the kind, as the list of fields has it: cooperative, ward, teacher …",
		},
		{
			Name: "danh xưng", Type: Text, Example: "Bà",
			Vi: "Tiếng xưng hô đặt trước tên.",
			En: "The form of address before the name.",
		},
		{
			Name: "chức vụ", Type: Text, Example: "Điều dưỡng trưởng",
			Vi: "Chức vụ hoặc nghề nghiệp.",
			En: "The office or the profession.",
		},
		{
			Name: "năm sinh", Type: Year, Example: "1975",
			Vi: "Năm sinh. Không ghi cả ngày, tháng: đó là dữ liệu cá nhân.",
			En: "The year of birth. Not the day and month: these are personal data.",
		},
		{
			Name: "tên sắp xếp", Type: Name, Example: "Mẫu, Nguyễn Thị",
			Vi: "Tên dùng khi xếp danh sách, nếu khác với cách máy tự hiểu.",
			En: "The name that lists are sorted by, where it is not what the program would take.",
		},
		{
			Name: "đứng đầu", Type: Slug, Example: "trung-tam-y-te",
			Vi: "Đường dẫn của gương tập thể mà người này đứng đầu; hai trang sẽ liên kết với nhau.",
			En: "The slug of the collective that this person heads; the two pages link to each other.",
		},
		{
			Name: "khen thưởng", Type: ObjectList, Sub: commendationKeys(), Example: "{hình thức: Giấy khen, cấp: Chủ tịch UBND thành phố, số: 123/QĐ-UBND, ngày: 19/05/2023}",
			Vi: "Các hình thức khen thưởng đã nhận.",
			En: "The commendations received.",
		},
		{
			Name: "tiêu chí", Type: CodeList, Example: "[3.6.8, 3.6.9]",
			Vi: "Mã các tiêu chí của lĩnh vực mà bài viết cho thấy.",
			En: "The codes of the field's criteria that the story shows.",
		},
		{
			Name: "minh chứng", Type: TextMap, Example: "{3.6.8: Sáng kiến cấp cơ sở năm 2022}",
			Vi: "Minh chứng cho từng tiêu chí: mã tiêu chí và một câu.",
			En: "The evidence for a criterion: its code and a sentence.",
		},
		resultsKey(),
		{
			Name: "phát hiện", Type: Choice, Values: []string{"cơ sở bình chọn", "báo chí phát hiện", "đơn vị giới thiệu"}, Example: "cơ sở bình chọn",
			Vi: "Gương được phát hiện bằng cách nào.",
			En: "How the profile was found.",
		},
		{
			Name: "diễn biến", Type: ObjectList, Sub: followUpKeys(), Example: "{ngày: 20/05/2024, nội dung: Mô hình được sáu trạm y tế áp dụng.}",
			Vi: "Những việc tiếp theo qua các năm.",
			En: "What followed over the years.",
		},
		{
			Name: "nhân rộng", Type: ObjectList, Sub: copiedKeys(), Example: "{đơn vị: Trạm Y tế xã Mẫu, năm: 2024, gương: tram-y-te-xa-mau}",
			Vi: "Nơi đã học tập và nhân rộng.",
			En: "Where it was copied.",
		},
		{
			Name: "tham quan", Type: Object, Sub: visitKeys(), Example: "{địa chỉ: 1 đường Mẫu, liên hệ: Văn phòng, giờ: 8 giờ đến 11 giờ}",
			Vi: "Nơi đón khách đến học tập: địa chỉ, người liên hệ, giờ.",
			En: "Where visitors are welcome: address, contact, hours.",
		},
		{
			Name: "đồng ý", Type: Object, Sub: consentKeys(), Example: "{ngày: 01/05/2023, người: chính chủ}",
			Vi: "Việc đồng ý cho đăng thông tin cá nhân và hình ảnh.",
			En: "The consent to publish personal data and pictures.",
		},
	}
	return withStory(own, "lĩnh vực", "năm", "đơn vị")
}

func practiceKeys() []Key {
	own := []Key{
		nameKey(),
		doersKey(),
		{
			Name: "vấn đề", Type: Markdown, Example: "Người bệnh phải chờ lâu.",
			Vi: "Vấn đề mà mô hình giải quyết.",
			En: "The problem that the practice solves.",
		},
		{
			Name: "cách làm", Type: Markdown, Example: "Hẹn giờ khám qua điện thoại.",
			Vi: "Cách làm, từng bước.",
			En: "How it is done, step by step.",
		},
		{
			Name: "điều kiện", Type: Markdown, Example: "Có một người trực điện thoại.",
			Vi: "Điều kiện để nơi khác làm theo.",
			En: "What another place needs in order to do the same.",
		},
		resultsKey(),
	}
	return withStory(own, "lĩnh vực")
}

func articleKeys() []Key {
	own := []Key{
		nameKey(),
		{
			Name: "loại bài", Type: Choice, Values: []string{"tin", "bình luận", "sự kiện"}, Example: "tin",
			Vi: "Bài là tin, bình luận hay sự kiện.",
			En: "Whether the article is news, commentary or an event.",
		},
		doersKey(),
	}
	return withStory(own)
}

func unitKeys() []Key {
	return append(successionKeys("đơn vị", "unit"),
		Key{
			Name: "địa bàn", Type: Name, Example: "Phường 4",
			Vi: "Địa bàn của đơn vị.", En: "The locality of the unit.",
		},
		Key{
			Name: "địa chỉ", Type: Text, Example: "1 đường Mẫu",
			Vi: "Địa chỉ trụ sở.", En: "The address of its office.",
		},
		Key{
			Name: "điện thoại", Type: Text, Example: "0263 0000 000",
			Vi: "Số điện thoại của cơ quan.", En: "The telephone number of the office.",
		},
		Key{
			Name: "thư điện tử", Type: Text, Example: "vanphong@donvi.example",
			Vi: "Địa chỉ thư điện tử của cơ quan.", En: "The e-mail address of the office.",
		},
		Key{
			Name: "liên kết", Type: URL, Example: "https://donvi.example/",
			Vi: "Trang thông tin của đơn vị.", En: "The unit's own website.",
		},
	)
}

// withStory puts the keys that every story may have after a story's own ones; required names those of them that this one must have.
func withStory(own []Key, required ...string) []Key {
	table := append(own, storyKeys()...)
	for i := range table {
		if slices.Contains(required, table[i].Name) {
			table[i].Required = true
		}
	}
	return table
}

// withPage puts the keys of every file that is not a story around its own ones.
func withPage(own []Key) []Key {
	table := append([]Key{nameKey()}, own...)
	return append(table, summaryKey("Nơi khám, chữa bệnh của bà con trong vùng."), pictureKey(), languageKey(), slugKey(), aliasesKey())
}
