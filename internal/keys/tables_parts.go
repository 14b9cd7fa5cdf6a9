package keys

// Keys that several tables share: each is written once, here.

func nameKey() Key {
	return Key{
		Name: "tên", Type: Name, Required: true, Example: "Nguyễn Thị Mẫu",
		Vi: "Tên, đúng như sẽ hiện ở đầu trang.",
		En: "The name, as it will stand at the head of the page.",
	}
}

func summaryKey(example string) Key {
	return Key{
		Name: "tóm tắt", Type: Text, Example: example,
		Vi: "Một hai câu cho danh sách, máy tìm kiếm và bản tin.",
		En: "One or two sentences for lists, search engines and feeds.",
	}
}

func pictureKey() Key {
	return Key{
		Name: "ảnh", Type: Picture, Sub: PictureKeys(), Example: "chan-dung.jpg",
		Vi: "Ảnh đại diện: tên tệp, hoặc {tệp, mô tả, chú thích, nguồn}.",
		En: "The picture: a file's name, or {tệp, mô tả, chú thích, nguồn}.",
	}
}

func slugKey() Key {
	return Key{
		Name: "đường dẫn", Type: Slug, Example: "nguyen-thi-mau",
		Vi: "Phần cuối của địa chỉ trang; nếu không ghi thì lấy tên tệp.",
		En: "The last part of the page's address; else the file's name.",
	}
}

func aliasesKey() Key {
	return Key{
		Name: "bí danh", Type: AddressList, Example: "[/cu/nguyen-thi-mau/]",
		Vi: "Các địa chỉ cũ dẫn về trang này.",
		En: "Old addresses that lead here.",
	}
}

func languageKey() Key {
	return Key{
		Name: "ngôn ngữ", Type: Language, Example: "en",
		Vi: "Ngôn ngữ của bài, nếu không phải tiếng Việt: tên (tiếng Anh, K'Ho) hoặc mã (en, kpm).",
		En: "The language of the text, where it is not Vietnamese: its name (tiếng Anh, K'Ho) or tag (en, kpm).",
	}
}

func translationsKey() Key {
	return Key{
		Name: "bản dịch", Type: SlugList, Example: "[nguyen-thi-mau-en]",
		Vi: "Đường dẫn của các bản cùng nội dung bằng ngôn ngữ khác; chỉ cần ghi ở một bên.",
		En: "The slugs of the same text in other languages; it is enough to name them on one side.",
	}
}

func orderKey() Key {
	return Key{
		Name: "thứ tự", Type: Number, Example: "1",
		Vi: "Thứ tự trong trình đơn, số nhỏ đứng trước.",
		En: "The place in the menu, the smaller number first.",
	}
}

func doersKey() Key {
	return Key{
		Name: "gương", Type: SlugList, Example: "[nguyen-thi-mau]",
		Vi: "Đường dẫn của các gương có liên quan.",
		En: "The slugs of the profiles that it is about.",
	}
}

func resultsKey() Key {
	return Key{
		Name: "kết quả", Type: ObjectList, Sub: resultKeys(), Example: "{chỉ tiêu: Lượt khám miễn phí, trước: 120, sau: 940, đơn vị tính: lượt, năm: 2022}",
		Vi: "Kết quả bằng số, trước và sau.",
		En: "The results in numbers, before and after.",
	}
}

func storyKeys() []Key {
	return []Key{
		{
			Name: "lĩnh vực", Type: FieldList, Example: "[y-te, nguoi-tot-viec-tot]",
			Vi: "Lĩnh vực: mã, số 1–12 hoặc tên chính thức; lĩnh vực đầu tiên là chính.",
			En: "The fields: code, number 1–12 or official name; the first is the main one.",
		},
		{
			Name: "năm", Type: YearList, Example: "2023",
			Vi: "Năm được biểu dương, một hoặc nhiều năm.",
			En: "The year of the commendation, one or several.",
		},
		{
			Name: "đơn vị", Type: Name, Example: "Trung tâm Y tế thành phố",
			Vi: "Đơn vị giới thiệu.",
			En: "The unit that introduced it.",
		},
		{
			Name: "địa bàn", Type: Name, Example: "Phường 4",
			Vi: "Phường, xã, thị trấn.",
			En: "The ward, commune or town.",
		},
		{
			Name: "ngày", Type: Date, Example: "19/05/2023",
			Vi: "Ngày đăng.",
			En: "The day of publication.",
		},
		{
			Name: "cập nhật", Type: Date, Example: "02/06/2023",
			Vi: "Ngày sửa gần nhất.",
			En: "The day of the last correction.",
		},
		summaryKey("Hai mươi năm chăm sóc bệnh nhân nghèo."),
		pictureKey(),
		{
			Name: "chuyên mục", Type: Name, Example: "Gương sáng quanh ta",
			Vi: "Chuyên mục mà bài thuộc về.",
			En: "The column that the story belongs to.",
		},
		{
			Name: "chuyên đề", Type: TextList, Example: "[Chuyển đổi số]",
			Vi: "Các chuyên đề có bài này.",
			En: "The topics that have this story.",
		},
		{
			Name: "nguồn", Type: Object, Sub: creditKeys(), Example: "{tác giả: Lê Văn Mẫu, ảnh: Trần Mẫu, liên kết: https://bao.example/bai}",
			Vi: "Người viết, người chụp ảnh, nơi đã đăng.",
			En: "Who wrote it, who took the pictures, where it was first published.",
		},
		{
			Name: "nổi bật", Type: Bool, Example: "true",
			Vi: "Đưa lên đầu trang chủ.",
			En: "Shown first on the home page.",
		},
		{
			Name: "nháp", Type: Bool, Example: "false",
			Vi: "Bản nháp, chưa đăng.",
			En: "A draft, not published yet.",
		},
		{
			Name: "hết hạn", Type: Date, Example: "31/12/2030",
			Vi: "Sau ngày này thì không đăng nữa.",
			En: "After this day it is no longer published.",
		},
		languageKey(),
		translationsKey(),
		slugKey(),
		aliasesKey(),
	}
}

// pictureFileKey is the key that a picture written as a mere name is read as.
var pictureFileKey = Key{Name: "tệp", Type: Text, Required: true, Example: "chan-dung.jpg", Vi: "Tên tệp ảnh.", En: "The picture's file."}

// PictureKeys is the table of a picture that is written as an object: what a Key of type Picture has as its Sub.
func PictureKeys() []Key {
	return []Key{
		pictureFileKey,
		{Name: "mô tả", Type: Text, Example: "Bà Mẫu bên giường bệnh", Vi: "Mô tả cho người không nhìn thấy ảnh.", En: "A description for those who cannot see it."},
		{Name: "chú thích", Type: Text, Example: "Bà Mẫu khám bệnh tại nhà", Vi: "Chú thích dưới ảnh.", En: "The caption below it."},
		{Name: "nguồn", Type: Text, Example: "Trần Mẫu", Vi: "Người chụp hoặc nguồn ảnh.", En: "The photographer or the source."},
	}
}

func commendationKeys() []Key {
	return []Key{
		{Name: "hình thức", Type: Name, Required: true, Example: "Giấy khen", Vi: "Hình thức khen thưởng.", En: "The form of the commendation."},
		{Name: "cấp", Type: Name, Example: "Chủ tịch UBND thành phố", Vi: "Cấp hoặc người quyết định khen thưởng.", En: "The authority that awarded it."},
		{Name: "số", Type: Name, Example: "123/QĐ-UBND", Vi: "Số quyết định.", En: "The number of the decision."},
		{Name: "ngày", Type: Date, Example: "19/05/2023", Vi: "Ngày quyết định.", En: "The day of the decision."},
	}
}

func resultKeys() []Key {
	return []Key{
		{Name: "chỉ tiêu", Type: Name, Required: true, Example: "Lượt khám miễn phí", Vi: "Chỉ tiêu được đo.", En: "What is measured."},
		{Name: "trước", Type: Number, Example: "120", Vi: "Số trước khi làm.", En: "The number before."},
		{Name: "sau", Type: Number, Example: "940", Vi: "Số sau khi làm.", En: "The number after."},
		{Name: "đơn vị tính", Type: Name, Example: "lượt", Vi: "Đơn vị tính.", En: "The unit of measurement."},
		{Name: "năm", Type: Year, Example: "2022", Vi: "Năm đạt kết quả.", En: "The year of the result."},
	}
}

func followUpKeys() []Key {
	return []Key{
		{Name: "ngày", Type: Date, Required: true, Example: "20/05/2024", Vi: "Ngày của việc.", En: "The day of the event."},
		{Name: "nội dung", Type: Text, Required: true, Example: "Mô hình được sáu trạm y tế áp dụng.", Vi: "Việc đã diễn ra.", En: "What happened."},
	}
}

func copiedKeys() []Key {
	return []Key{
		{Name: "đơn vị", Type: Name, Required: true, Example: "Trạm Y tế xã Mẫu", Vi: "Nơi làm theo.", En: "Who copied it."},
		{Name: "năm", Type: Year, Example: "2024", Vi: "Năm bắt đầu làm theo.", En: "The year in which they began."},
		{Name: "nội dung", Type: Text, Example: "Hẹn giờ khám cho người cao tuổi", Vi: "Làm theo điều gì.", En: "What they copied."},
		{Name: "gương", Type: Slug, Example: "tram-y-te-xa-mau", Vi: "Đường dẫn của gương nơi làm theo, nếu có.", En: "The slug of the follower's own profile, if it has one."},
	}
}

func visitKeys() []Key {
	return []Key{
		{Name: "địa chỉ", Type: Text, Example: "1 đường Mẫu", Vi: "Địa chỉ đón khách.", En: "Where visitors are received."},
		{Name: "liên hệ", Type: Text, Example: "Văn phòng đơn vị", Vi: "Liên hệ với ai.", En: "Whom to contact."},
		{Name: "giờ", Type: Text, Example: "8 giờ đến 11 giờ", Vi: "Giờ đón khách.", En: "The hours."},
	}
}

func creditKeys() []Key {
	return []Key{
		{Name: "tác giả", Type: Name, Example: "Lê Văn Mẫu", Vi: "Người viết.", En: "The author."},
		{Name: "ảnh", Type: Name, Example: "Trần Mẫu", Vi: "Người chụp ảnh.", En: "The photographer."},
		{Name: "liên kết", Type: URL, Example: "https://bao.example/bai", Vi: "Nơi đã đăng lần đầu.", En: "Where it was first published."},
	}
}

func consentKeys() []Key {
	return []Key{
		{Name: "ngày", Type: Date, Example: "01/05/2023", Vi: "Ngày đồng ý.", En: "The day of the consent."},
		{Name: "người", Type: Name, Example: "chính chủ", Vi: "Ai đồng ý: chính chủ hoặc người đại diện.", En: "Who consented: the person or a representative."},
	}
}

// successionKeys are what units and localities have in common: names pass on when they are merged.
func successionKeys(vi, en string) []Key {
	return []Key{
		{
			Name: "tên cũ", Type: TextList, Example: "[Trạm Y tế Phường 4]",
			Vi: "Các tên cũ của " + vi + ".", En: "Earlier names of the " + en + ".",
		},
		{
			Name: "nhập vào", Type: Name, Example: "Phường Xuân Hương - Đà Lạt",
			Vi: "Tên hoặc đường dẫn của " + vi + " mới sau khi sáp nhập.", En: "The name or the slug of the " + en + " that it was merged into.",
		},
		{
			Name: "ngày", Type: Date, Example: "01/07/2025",
			Vi: "Ngày sáp nhập.", En: "The day of the merger.",
		},
	}
}
