package diag

// What a story says: GS200-GS299.
const (
	FieldNotForKind          Code = "GS201"
	SubkindNotInField        Code = "GS202"
	UnknownCriterion         Code = "GS203"
	CriterionOfOtherField    Code = "GS204"
	CriterionNotForKind      Code = "GS205"
	EvidenceWithoutCriterion Code = "GS206"
	FieldTwice               Code = "GS207"
	HeadNotPerson            Code = "GS208"
	ResultWithoutFigure      Code = "GS209"
	NoDate                   Code = "GS210"
	DayBefore                Code = "GS211"
	PictureUndescribed       Code = "GS212"
	BadLanguage              Code = "GS213"
	UnknownLanguage          Code = "GS214"
)

var valueMessages = []Message{
	{
		Code: FieldNotForKind, Severity: Warning,
		Text: [2]string{
			`lĩnh vực "{0}" (mục {1}: “{2}”) xét {3}, không xét {4}`,
			`field "{0}" (section {1}: “{2}”) is for "{3}", not for "{4}"`,
		},
		Fix: [2]string{"chọn lĩnh vực khác hoặc sửa loại", "choose another field or correct the kind (loại)"},
		Explain: [2]string{
			"Kế hoạch nói rõ mỗi lĩnh vực xét những đối tượng nào. Gương vẫn được đăng, vì quyền quyết định là của cơ quan chủ quản, nhưng nên xem lại `lĩnh vực` và `loại`.",
			"The plan says whom each field honours. The profile is still published, since the decision is the committee's, but look at `lĩnh vực` and `loại` again.",
		},
	},
	{
		Code: SubkindNotInField, Severity: Warning,
		Text: [2]string{
			`lĩnh vực "{1}" (mục {2}) không có phân loại "{0}" cho {3}; có: {4}`,
			`field "{1}" (section {2}) has no sub-kind "{0}" for "{3}"; it has: {4}`,
		},
		Fix: [2]string{"dùng một phân loại của lĩnh vực, hoặc bỏ dòng này", "use one of the field's sub-kinds, or drop the line"},
		Explain: [2]string{
			"`phân loại` là cách gọi hẹp hơn của đối tượng trong lĩnh vực (hợp tác xã, nhà giáo…). Chương trình dùng nó để biết tiêu chí nào áp dụng.",
			"`phân loại` is the finer kind within a field (cooperative, teacher …). It tells which criteria apply.",
		},
	},
	{
		Code: UnknownCriterion, Severity: Error,
		Text: [2]string{`không có tiêu chí "{0}"`, `there is no criterion "{0}"`},
		Fix:  [2]string{"xem mã các tiêu chí ở trang của lĩnh vực, ví dụ 3.6.8", "the codes, such as 3.6.8, stand on the field's page"},
		Explain: [2]string{
			"Mã tiêu chí gồm số mục của kế hoạch và số thứ tự, ví dụ `3.6.8`. Danh sách đầy đủ ở trang của từng lĩnh vực.",
			"A criterion's code is the plan's section and a number, such as `3.6.8`. Each field's page has the whole list.",
		},
	},
	{
		Code: CriterionOfOtherField, Severity: Warning,
		Text: [2]string{
			`tiêu chí {0} (“{1}”) thuộc mục {2}, lĩnh vực "{3}", mà gương không thuộc lĩnh vực này`,
			`criterion {0} (“{1}”) is of section {2}, field "{3}", to which the profile does not belong`,
		},
		Fix: [2]string{"bỏ tiêu chí, hoặc thêm lĩnh vực", "drop the criterion, or add the field"},
		Explain: [2]string{
			"Gương chỉ nên nêu tiêu chí của những lĩnh vực ghi ở `lĩnh vực`.",
			"A profile should show criteria of the fields that stand in `lĩnh vực` only.",
		},
	},
	{
		Code: CriterionNotForKind, Severity: Warning,
		Text: [2]string{
			`tiêu chí {0} (“{1}”) của mục {2} không áp dụng cho {3}`,
			`criterion {0} (“{1}”) of section {2} does not hold for "{3}"`,
		},
		Fix: [2]string{"chọn tiêu chí dành cho đối tượng này", "choose criteria for this kind"},
		Explain: [2]string{
			"Trong mỗi mục, kế hoạch ghi tiêu chí riêng cho tập thể, cá nhân, và đôi khi cho từng phân loại.",
			"Within each section the plan has criteria for collectives, for persons and sometimes for each sub-kind.",
		},
	},
	{
		Code: EvidenceWithoutCriterion, Severity: Warning,
		Text: [2]string{`có minh chứng cho "{0}" nhưng tiêu chí này không có trong "tiêu chí"`, `there is evidence for "{0}", which does not stand in "tiêu chí"`},
		Fix:  [2]string{"thêm mã vào \"tiêu chí\", hoặc sửa mã ở đây", "add the code to \"tiêu chí\", or correct it here"},
		Explain: [2]string{
			"Minh chứng chỉ hiện cùng tiêu chí của nó. Một mã gõ nhầm sẽ làm minh chứng không hiện ra.",
			"Evidence is shown with its criterion. A mistyped code would make it vanish.",
		},
	},
	{
		Code: FieldTwice, Severity: Warning,
		Text: [2]string{`lĩnh vực "{0}" được ghi hai lần`, `field "{0}" is given twice`},
		Fix:  [2]string{"bỏ một lần", "drop one"},
		Explain: [2]string{
			"Một lĩnh vực có thể viết bằng mã, số hay tên, nên dễ ghi trùng. Lĩnh vực đầu tiên là lĩnh vực chính.",
			"A field may be written as a code, a number or a name, so it is easily given twice. The first one is the main one.",
		},
	},
	{
		Code: HeadNotPerson, Severity: Error,
		Text: [2]string{`"đứng đầu: {0}" chỉ dùng cho cá nhân, mà đây là {1}`, `"đứng đầu: {0}" is for persons only, and this is "{1}"`},
		Fix:  [2]string{"đặt dòng này trong bài của người đứng đầu", "put this line into the profile of the person at the head"},
		Explain: [2]string{
			"`đứng đầu` ghi trong bài về một người, và dẫn tới tập thể do người ấy đứng đầu. Trang của tập thể tự dẫn ngược lại.",
			"`đứng đầu` stands in a person's profile and leads to the collective that the person heads. The collective's page leads back by itself.",
		},
	},
	{
		Code: ResultWithoutFigure, Severity: Warning,
		Text: [2]string{`kết quả "{0}" không có số "trước" hay "sau"`, `result "{0}" has neither "trước" nor "sau"`},
		Fix:  [2]string{"ghi ít nhất một số, ví dụ sau: 940", "give at least one number, such as sau: 940"},
		Explain: [2]string{
			"Bảng kết quả so số trước và số sau. Một dòng không có số nào thì không nói được gì.",
			"The table of results compares before and after. A row without a number says nothing.",
		},
	},
	{
		Code: NoDate, Severity: Warning,
		Text: [2]string{`bài "{0}" chưa có cả ngày lẫn năm nên nằm cuối mọi danh sách`, `"{0}" has neither a day nor a year, so it comes last in every list`},
		Fix:  [2]string{"ghi thêm ngày, ví dụ ngày: 19/05/2023", "give it a day, such as ngày: 19/05/2023"},
		Explain: [2]string{
			"Danh sách xếp bài mới trước theo `ngày`; không có thì theo 1 tháng 1 của `năm`. Giờ của tệp không bao giờ được dùng.",
			"Lists are ordered by `ngày`, else by 1 January of `năm`. File times are never used.",
		},
	},
	{
		Code: DayBefore, Severity: Warning,
		Text: [2]string{`"{0}" ({1}) trước "{2}" ({3})`, `"{0}" ({1}) is before "{2}" ({3})`},
		Fix:  [2]string{"xem lại hai ngày", "look at both dates again"},
		Explain: [2]string{
			"Hai ngày ngược thứ tự thường là gõ nhầm ngày, tháng hoặc năm.",
			"Two dates in the wrong order are usually a slip in the day, the month or the year.",
		},
	},
	{
		Code: PictureUndescribed, Severity: Hint,
		Text: [2]string{`ảnh "{0}" chưa có mô tả cho người không nhìn thấy ảnh`, `the picture "{0}" has no description for those who cannot see it`},
		Fix:  [2]string{"ghi ảnh: {tệp: {0}, mô tả: \"ai, đang làm gì, ở đâu\"}", "write ảnh: {tệp: {0}, mô tả: \"who, doing what, where\"}"},
		Explain: [2]string{
			"Trình đọc màn hình đọc `mô tả` thay cho ảnh; khi mạng chậm, mô tả hiện trước. Chưa có thì trang dùng tạm tên của bài.",
			"Screen readers say `mô tả` in place of the picture, and it is shown while a slow line loads. Without it the page makes do with the name.",
		},
	},
	{
		Code: BadLanguage, Severity: Error,
		Text: [2]string{`"{0}" không phải là ngôn ngữ`, `"{0}" is no language`},
		Fix:  [2]string{"ghi tên như tiếng Anh, K'Ho, hoặc mã như en, kpm", "write a name such as tiếng Anh or K'Ho, or a tag such as en or kpm"},
		Explain: [2]string{
			"`ngôn ngữ` cho máy đọc và máy tìm kiếm biết bài viết bằng tiếng gì. Bài tiếng Việt thì không cần ghi. Mã là mã quốc tế (BCP 47): hai hoặc ba chữ cái, có thể thêm chữ viết hay vùng (`zh-Hant`, `en-GB`).",
			"`ngôn ngữ` tells screen readers and search engines in which language the text is. A Vietnamese one needs none. A tag is one of BCP 47: two or three letters, perhaps with a script or a region (`zh-Hant`, `en-GB`).",
		},
	},
	{
		Code: UnknownLanguage, Severity: Hint,
		Text: [2]string{`chưa biết tên của ngôn ngữ "{0}", nên trang sẽ ghi chính mã này`, `the language "{0}" has no name here, so pages will show this tag`},
		Fix:  [2]string{"xem lại mã; nếu đúng thì không cần sửa", "look at the tag again; if it is right, nothing needs mending"},
		Explain: [2]string{
			"Chương trình biết tên những ngôn ngữ hay gặp ở nước ta. Mã khác vẫn dùng được nếu viết đúng dạng, nhưng một mã lạ thường là gõ nhầm.",
			"The program knows the names of the languages that are likely in Việt Nam. Other tags work as well if they are well-formed, but a strange one is most often a slip.",
		},
	},
}
