package keys

func topicKeys() []Key {
	return []Key{
		{
			Name: "từ ngày", Type: Date, Example: "01/01/2023",
			Vi: "Ngày chuyên đề bắt đầu.", En: "The day on which the topic begins.",
		},
		{
			Name: "đến ngày", Type: Date, Example: "31/12/2023",
			Vi: "Ngày cuối của chuyên đề; qua ngày này trang nói chuyên đề đã khép lại và không mời gửi bài nữa.",
			En: "The topic's last day; after it the page says that the topic is closed and asks for no more stories.",
		},
		{
			Name: "phần", Type: ObjectList, Sub: sectionKeys(), Example: "{tên: Ở các xã, lĩnh vực: nong-thon-moi, năm: 2024}",
			Vi: "Các phần của trang chuyên đề, theo thứ tự; mỗi phần gồm những bài chọn tay, hoặc lọc theo lĩnh vực, năm, đơn vị, địa bàn, chuyên mục.",
			En: "The sections of the topic's page, in order; each holds stories that were picked, or those of a field, year, unit, locality or column.",
		},
		{
			Name: "lời mời", Type: Text, Example: "Bạn biết một người như thế? Hãy kể với chúng tôi.",
			Vi: "Một hai câu mời gửi bài cho chuyên đề.",
			En: "One or two sentences that ask for stories for the topic.",
		},
		{
			Name: "thư điện tử", Type: Text, Example: "chuyende@donvi.example",
			Vi: "Hộp thư nhận bài của chuyên đề; không ghi thì lời mời dẫn tới trang Giới thiệu một tấm gương.",
			En: "The mailbox for the topic's stories; without it the call leads to the page on introducing somebody.",
		},
	}
}

// sectionKeys are those of one section of a topic's page. Stories that are picked come first; of the others a section has those that fit all of its keys, and
// any one value of each.
func sectionKeys() []Key {
	return []Key{
		{Name: "tên", Type: Name, Required: true, Example: "Những người mở đường", Vi: "Tiêu đề của phần.", En: "The heading of the section."},
		{Name: "lời dẫn", Type: Text, Example: "Ba người làm trước khi có ai bảo.", Vi: "Một câu dẫn vào phần.", En: "A sentence that leads into it."},
		{
			Name: "gương", Type: StoryList, Example: "[nguyen-thi-mau]",
			Vi: "Các bài chọn tay, theo thứ tự, đứng trước các bài lọc được. Trong tệp ghi đường dẫn: nguyen-thi-mau là gương, mo-hinh/… là mô hình, bai-viet/… là bài viết.",
			En: "Stories that are picked, in order; those that the other keys take follow them. In a file they are slugs: nguyen-thi-mau is a profile, mo-hinh/… a practice, bai-viet/… an article.",
		},
		{Name: "lĩnh vực", Type: FieldList, Example: "nong-thon-moi", Vi: "Lấy các bài của một hay nhiều lĩnh vực.", En: "Stories of one or several fields."},
		{Name: "năm", Type: YearList, Example: "2024", Vi: "Lấy các bài của một hay nhiều năm.", En: "Stories of one or several years."},
		{Name: "đơn vị", Type: TextList, Example: "[Hội Nông dân xã Mẫu]", Vi: "Lấy các bài của một hay nhiều đơn vị.", En: "Stories of one or several units."},
		{Name: "địa bàn", Type: TextList, Example: "[Xã Mẫu]", Vi: "Lấy các bài của một hay nhiều địa bàn.", En: "Stories of one or several localities."},
		{Name: "chuyên mục", Type: TextList, Example: "[Gương sáng quanh ta]", Vi: "Lấy các bài của một hay nhiều chuyên mục.", En: "Stories of one or several columns."},
		{Name: "số lượng", Type: Number, Example: "6", Vi: "Nhiều nhất bao nhiêu bài, từ 1 đến 48; không ghi thì 12. Bài chọn tay thì luôn lấy hết.", En: "How many stories at most, from 1 to 48; without it 12. Those that are picked always stand there, all of them."},
	}
}
