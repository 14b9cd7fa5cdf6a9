package diag

// What could be better: advice, which check gives and the form shows. Nothing here stops a build unless site.yaml says so.
const (
	MandatoryUnproven   Code = "GS601"
	ShortStory          Code = "GS602"
	NoSummary           Code = "GS603"
	LongSummary         Code = "GS604"
	AllCapitals         Code = "GS605"
	HeadingJump         Code = "GS606"
	BoldForHeading      Code = "GS607"
	VagueLink           Code = "GS608"
	BareAddress         Code = "GS609"
	EmptyDescription    Code = "GS610"
	QuoteLeftOpen       Code = "GS611"
	ParenthesisLeftOpen Code = "GS612"
	CommaForThousands   Code = "GS613"
	BlankAtSign         Code = "GS614"
	ManualBullet        Code = "GS615"
	MixedTones          Code = "GS616"
	MixedIY             Code = "GS617"
	NameNotAsFile       Code = "GS618"
	NameNotAsMost       Code = "GS619"
	UnusualDate         Code = "GS620"
	DecomposedText      Code = "GS621"
	MixedLineEnds       Code = "GS622"
)

var adviceMessages = []Message{
	{
		Code: MandatoryUnproven, Severity: Hint,
		Text: [2]string{`tiêu chí {0} (“{1}”) là bắt buộc mà chưa có minh chứng`, `criterion {0} (“{1}”) is mandatory and has no evidence`},
		Fix:  [2]string{`thêm {0} vào "tiêu chí" và một câu vào "minh chứng"`, `add {0} to "tiêu chí" and a sentence to "minh chứng"`},
		Explain: [2]string{
			"Kế hoạch viết “phải”, “không có”, “không để xảy ra” ở tiêu chí này, nên hội đồng xét sẽ hỏi đến. Chỉ xét lĩnh vực chính (lĩnh vực ghi đầu tiên), đúng loại và phân loại của gương. Minh chứng là một câu: danh hiệu, kết quả xếp loại, số liệu, ai xác nhận.",
			"The plan says “must” or “no case of” in this criterion, so the committee will ask for it. Only the main field (the first one) counts, with the criteria for the profile's own kind and sub-kind. The evidence is one sentence: a title, a rating, a figure, who confirms it.",
		},
	},
	{
		Code: ShortStory, Severity: Hint,
		Text: [2]string{`bài mới có {0} chữ, ít hơn {1}`, `the story has {0} words, fewer than {1}`},
		Fix:  [2]string{"kể thêm hoàn cảnh, việc đã làm, kết quả và lời người trong cuộc", "tell more: the circumstances, what was done, what came of it, and in whose words"},
		Explain: [2]string{
			"Một bài vài dòng là một bản thành tích, người đọc không học theo được gì. Mỗi tiếng tính là một chữ; phần “vấn đề”, “cách làm”, “điều kiện” của mô hình cũng được tính. Tin ngắn (`loại bài: tin`) không bị nhắc.",
			"A story of a few lines is a record of merits from which nobody can learn. Every syllable counts as a word, those in “vấn đề”, “cách làm” and “điều kiện” of a practice too. Short news (`loại bài: tin`) is left alone.",
		},
	},
	{
		Code: NoSummary, Severity: Hint,
		Text: [2]string{"bài chưa có tóm tắt", "the story has no summary"},
		Fix:  [2]string{"thêm một dòng tóm tắt: một hai câu nói điều đáng nhớ nhất", "add a line tóm tắt: one or two sentences with what is most worth remembering"},
		Explain: [2]string{
			"Tóm tắt hiện trong danh sách, trên máy tìm kiếm và khi chia sẻ. Không có thì chương trình lấy mấy chữ đầu của bài, thường là lời dẫn chứ chưa phải điều chính.",
			"The summary stands in lists, in search engines and where a page is shared. Without it the first words of the story are taken, which mostly lead up to the matter only.",
		},
	},
	{
		Code: LongSummary, Severity: Hint,
		Text: [2]string{`tóm tắt dài {0} ký tự, nhiều hơn {1}`, `the summary has {0} characters, more than {1}`},
		Fix:  [2]string{"rút còn một hai câu; phần còn lại để trong thân bài", "cut it to one or two sentences and keep the rest for the story"},
		Explain: [2]string{
			"Máy tìm kiếm và mạng xã hội chỉ hiện khoảng 160 đến 200 ký tự đầu; trong danh sách, một thẻ quá dài làm lệch cả hàng.",
			"Search engines and social networks show some 160 to 200 characters; in a list a card that is too long upsets the whole row.",
		},
	},
	{
		Code: AllCapitals, Severity: Hint,
		Text: [2]string{`"{0}" viết hoa toàn bộ`, `"{0}" is all in capitals`},
		Fix:  [2]string{"viết hoa chữ đầu như trong câu thường; giao diện tự làm nổi tên và đề mục", "write capitals as in a sentence; the theme makes names and headings stand out"},
		Explain: [2]string{
			"Chữ hoa toàn bộ khó đọc, dấu dễ lẫn, và máy đọc màn hình có thể đánh vần từng chữ. Tên viết như vậy cũng hiện như vậy trong mọi danh sách.",
			"Capitals throughout are hard to read, marks are easily mistaken, and a screen reader may spell them out. A name that is written so stands so in every list.",
		},
	},
	{
		Code: HeadingJump, Severity: Hint,
		Text: [2]string{`đề mục "{0}" có {1} dấu # ngay sau một đề mục có {2}`, `the heading "{0}" has {1} signs # right after one with {2}`},
		Fix:  [2]string{"mỗi lần chỉ xuống một bậc: ## rồi ###", "go down one level at a time: ## and then ###"},
		Explain: [2]string{
			"Số dấu # là bậc của đề mục, không phải cỡ chữ. Trang vẫn hiện thành dàn ý liền bậc, nhưng một bậc bị nhảy thường là dấu hiệu chọn # theo cỡ chữ, và dàn ý trên nơi lưu mã sẽ gãy.",
			"The number of # is the level of a heading and not the size of its letters. The page still shows an unbroken outline, but a level that is skipped mostly means that it was chosen by its looks, and the outline breaks where the files are stored.",
		},
	},
	{
		Code: BoldForHeading, Severity: Hint,
		Text: [2]string{`đoạn "{0}" in đậm toàn bộ, trông như đề mục mà không phải đề mục`, `the paragraph "{0}" is all bold: it looks like a heading and is none`},
		Fix:  [2]string{"nếu là đề mục thì viết ## {0}", "if it is a heading, write ## {0}"},
		Explain: [2]string{
			"Đề mục thật có trong dàn ý của trang, liên kết tới được, và người dùng máy đọc màn hình nhảy tới được. Một dòng in đậm thì không.",
			"A real heading stands in the page's outline, can be linked to, and users of screen readers can jump to it. A bold line cannot.",
		},
	},
	{
		Code: VagueLink, Severity: Hint,
		Text: [2]string{`chữ của liên kết "{0}" không nói dẫn tới đâu`, `the link text "{0}" does not say where it leads`},
		Fix:  [2]string{"đặt liên kết vào chính tên của bài hay nơi được dẫn tới", "make the name of the story or place itself the link"},
		Explain: [2]string{
			"Nhiều người lướt qua các liên kết mà không đọc câu chung quanh; máy đọc màn hình đọc riêng từng liên kết. Thay vì “xem tại đây”, hãy viết “xem câu chuyện Tổ dân phố 7” và để cả tên ấy thành liên kết.",
			"Many people go from link to link without reading the sentence around; screen readers read links by themselves. Instead of “click here” write “the story of group 7” and make that name the link.",
		},
	},
	{
		Code: BareAddress, Severity: Hint,
		Text: [2]string{`địa chỉ "{0}" để trần giữa bài`, `the address "{0}" stands bare in the text`},
		Fix:  [2]string{"viết [tên trang](địa chỉ) để người đọc thấy tên thay cho địa chỉ", "write [name of the page](address), so that readers see the name"},
		Explain: [2]string{
			"Một địa chỉ dài làm vỡ dòng trên điện thoại và máy đọc màn hình phải đánh vần nó. Địa chỉ chỉ gồm tên miền, địa chỉ trong chú thích cuối bài và địa chỉ thư thì để nguyên được.",
			"A long address breaks lines on a telephone, and a screen reader spells it out. One that is a host's name only, one in a footnote and a mail address may stay.",
		},
	},
	{
		Code: EmptyDescription, Severity: Hint,
		Text: [2]string{`lời mô tả ảnh "{0}" không nói gì về ảnh`, `the description "{0}" says nothing about the picture`},
		Fix:  [2]string{"viết ngắn gọn ai hoặc cái gì trong ảnh, đang làm gì", "say briefly who or what is in the picture and what they do"},
		Explain: [2]string{
			"Lời mô tả thay cho ảnh với người khiếm thị và khi ảnh không tải được. Tên tệp, “ảnh” hay “hình 1” không giúp được gì.",
			"The description stands for the picture where somebody cannot see it or it does not load. The file's name, “picture” or “figure 1” help nobody.",
		},
	},
	{
		Code: QuoteLeftOpen, Severity: Hint,
		Text: [2]string{`dấu {0} ở đây không có dấu đi cặp trong đoạn`, `the {0} here has no partner in the paragraph`},
		Fix:  [2]string{"thêm dấu ngoặc kép còn thiếu, hoặc bỏ dấu này", "add the missing quotation mark, or take this one away"},
		Explain: [2]string{
			"Lời trích mở bằng “ và đóng bằng ”. Lời trích qua nhiều đoạn thì mở “ ở đầu mỗi đoạn và đóng ” ở đoạn cuối; viết như vậy không bị nhắc.",
			"A quotation opens with “ and closes with ”. One of several paragraphs opens with “ in each and closes with ” in the last; that is left alone.",
		},
	},
	{
		Code: ParenthesisLeftOpen, Severity: Hint,
		Text: [2]string{"dấu ( ở đây không có dấu ) trong đoạn", "the ( here has no ) in the paragraph"},
		Fix:  [2]string{"thêm dấu ) còn thiếu, hoặc bỏ dấu này", "add the missing ), or take this one away"},
		Explain: [2]string{
			"Thường là khi sửa câu, một đầu ngoặc bị xóa theo. Số thứ tự như a) hay 1) không bị nhắc.",
			"Mostly one end was deleted when a sentence was changed. Numbering such as a) or 1) is left alone.",
		},
	},
	{
		Code: CommaForThousands, Severity: Hint,
		Text: [2]string{`"{0}" viết theo lối tiếng Anh; tiếng Việt đọc dấu phẩy là phần thập phân`, `"{0}" is written the English way; in Vietnamese the comma begins the decimals`},
		Fix:  [2]string{`nếu là hàng nghìn thì viết {1}`, `if thousands are meant, write {1}`},
		Explain: [2]string{
			"Trong tiếng Việt, dấu chấm ngăn hàng nghìn và dấu phẩy ngăn phần thập phân: 1.200 hộ, 2,7 số điện. Ở `kết quả`, `1,200` được đọc là 1,2 nên biểu đồ sẽ sai. Số thập phân có ba chữ số mà đúng thì cứ để nguyên.",
			"In Vietnamese a full stop parts thousands and a comma begins the decimals: 1.200 hộ, 2,7 kWh. In `kết quả` `1,200` is read as 1.2, so the chart would be wrong. A decimal of three digits that is right may stay.",
		},
	},
	{
		Code: BlankAtSign, Severity: Hint,
		Text: [2]string{`khoảng trắng quanh dấu câu ở "{0}" chưa đúng`, `the blanks around the sign in "{0}" are not right`},
		Fix:  [2]string{`viết liền dấu với chữ trước và cách chữ sau: "{1}"`, `put the sign right behind the word and a blank after it: "{1}"`},
		Explain: [2]string{
			"Dấu phẩy, chấm, chấm phẩy, chấm hỏi, chấm than viết liền với chữ đứng trước và cách chữ đứng sau một khoảng trắng. Cách trước dấu làm dấu rơi xuống đầu dòng.",
			"A comma, full stop, semicolon, question or exclamation mark stands right behind the word before it, with one blank after it. With a blank before it, it may fall to the beginning of a line.",
		},
	},
	{
		Code: ManualBullet, Severity: Hint,
		Text: [2]string{`dòng "{0}" đánh dấu danh sách bằng tay nên không thành danh sách`, `the line "{0}" is marked as a list by hand and does not become one`},
		Fix:  [2]string{`đầu mỗi mục viết dấu - hoặc số 1. rồi một khoảng trắng: "{1}"`, `begin each item with - or 1. and a blank: "{1}"`},
		Explain: [2]string{
			"Dấu • chép từ Word, hay dấu - và số viết liền với chữ, chỉ là chữ thường: các mục sẽ chảy liền vào nhau thành một đoạn. Markdown nhận - và 1. khi có một khoảng trắng theo sau; trước danh sách để một dòng trống.",
			"A • from Word, or a - or a number glued to its word, is plain text: the items run together into one paragraph. Markdown knows - and 1. with a blank behind them; leave an empty line before the list.",
		},
	},
	{
		Code: MixedTones, Severity: Hint,
		Text: [2]string{`trong một bài vừa viết "{0}" vừa viết "{1}": hai kiểu đặt dấu thanh`, `one story has both "{0}" and "{1}": two ways of placing tone marks`},
		Fix:  [2]string{"chọn một kiểu cho cả bài (hòa, thủy hoặc hoà, thuỷ)", "choose one of them for the whole story (hòa, thủy or hoà, thuỷ)"},
		Explain: [2]string{
			"Cả hai kiểu đều đúng; lẫn lộn trong một bài thì trông như chép từ hai nơi. Chữ viết hoa không được tính, vì tên riêng giữ cách viết của chủ nhân. Bộ gõ UniKey có lựa chọn “đặt dấu oà, uý”.",
			"Both ways are right; a story that mixes them looks copied from two places. Words with a capital do not count, since names keep the spelling of their owners. Keyboard programs such as UniKey have a setting for it.",
		},
	},
	{
		Code: MixedIY, Severity: Hint,
		Text: [2]string{`trong một bài vừa viết "{0}" vừa viết "{1}"`, `one story has both "{0}" and "{1}"`},
		Fix:  [2]string{"chọn một cách viết cho cả bài", "choose one spelling for the whole story"},
		Explain: [2]string{
			"Kỹ thuật hay kĩ thuật, lý do hay lí do đều được, nhưng trong một bài chỉ nên có một cách. Chỉ so cùng một tiếng với nhau: viết “bác sĩ” và “kỹ thuật” thì không bị nhắc. Chữ viết hoa không được tính.",
			"Kỹ thuật or kĩ thuật, lý do or lí do: either will do, but a story should keep to one. Only one and the same syllable is compared: “bác sĩ” beside “kỹ thuật” is left alone. Words with a capital do not count.",
		},
	},
	{
		Code: NameNotAsFile, Severity: Hint,
		Text: [2]string{`"{0}" viết khác với "{1}" ghi trong {2}`, `"{0}" is written otherwise than "{1}" in {2}`},
		Fix:  [2]string{"viết đúng như trong tệp ấy; guongsang check --fix sửa được", "write it as in that file; guongsang check --fix does it"},
		Explain: [2]string{
			"Hai cách viết vẫn được hiểu là một đơn vị, địa bàn, chuyên mục hay chuyên đề, vì chỉ khác chữ hoa, dấu cách, gạch nối hoặc chỗ đặt dấu thanh. Viết một cách thì dễ tìm và dễ thống kê.",
			"Both are taken for one unit, locality, column or topic, since they differ only in case, blanks, hyphens or where a tone mark stands. One spelling is easier to find and to count.",
		},
	},
	{
		Code: NameNotAsMost, Severity: Hint,
		Text: [2]string{`"{0}" viết khác với "{1}" (số chỗ viết như vậy: {2})`, `"{0}" is written otherwise than "{1}" (so in {2} places)`},
		Fix:  [2]string{"viết giống nhau ở mọi bài; guongsang check --fix sửa được", "write it alike in all files; guongsang check --fix does it"},
		Explain: [2]string{
			"Tên này chưa có tệp riêng, nên cách viết được dùng nhiều nhất là chuẩn; hai cách bằng nhau thì theo cách đang hiện ở trang của nó. Muốn chọn cách khác thì tạo cho nó một tệp trong content/don-vi, dia-ban, chuyen-muc hoặc chuyen-de.",
			"The name has no file of its own, so the spelling that most use counts; of two that as many use, the one on its page. To choose another one, give it a file in content/don-vi, dia-ban, chuyen-muc or chuyen-de.",
		},
	},
	{
		Code: UnusualDate, Severity: Hint,
		Text: [2]string{`ngày "{0}" viết khác các ngày khác`, `the date "{0}" is written otherwise than others`},
		Fix:  [2]string{"viết {1}; guongsang check --fix sửa được", "write {1}; guongsang check --fix does it"},
		Explain: [2]string{
			"Chương trình hiểu cả 2023-05-19 và 9/5/2023. Ghi đủ hai chữ số theo lối ngày/tháng/năm thì ai đọc tệp cũng không nhầm ngày với tháng.",
			"The program understands 2023-05-19 and 9/5/2023 too. With two digits each, the day first, nobody who reads the file mistakes the day for the month.",
		},
	},
	{
		Code: DecomposedText, Severity: Hint,
		Text: [2]string{"tệp có {0} chữ có dấu ghi ở dạng tổ hợp (chữ và dấu rời nhau)", "the file has {0} letters whose marks are stored apart from them"},
		Fix:  [2]string{"chạy guongsang check --fix; trong bộ gõ chọn bảng mã “Unicode dựng sẵn”", "run guongsang check --fix; set the keyboard program to composed Unicode"},
		Explain: [2]string{
			"Chữ tổ hợp nhìn giống hệt chữ dựng sẵn nhưng là ký tự khác: tìm trong tệp không thấy, so sánh hai bản thì khác cả bài. Trang tạo ra luôn ở dạng dựng sẵn.",
			"Decomposed letters look the same and are other characters: searching the file does not find them, and comparing two versions shows everything as changed. Pages are always made in composed form.",
		},
	},
	{
		Code: MixedLineEnds, Severity: Hint,
		Text: [2]string{"tệp lẫn hai kiểu xuống dòng: {0} và {1}", "the file mixes two kinds of line ends: {0} and {1}"},
		Fix:  [2]string{"chạy guongsang check --fix để thống nhất một kiểu", "run guongsang check --fix to make them one kind"},
		Explain: [2]string{
			"Windows dùng CRLF, hệ khác dùng LF; kiểu nào cũng đọc được. Một tệp lẫn cả hai thường là do chép từ hai nơi, và mỗi lần lưu có thể đổi nhiều dòng mà không ai sửa gì.",
			"Windows uses CRLF, other systems LF, and both are read. A file with both was mostly copied from two places, and every saving may change many lines that nobody touched.",
		},
	},
}
