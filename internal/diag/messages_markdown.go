package diag

// What can be wrong in the body of a file.
const (
	RawHTML            Code = "GS401"
	DangerousLink      Code = "GS402"
	UnknownAttribute   Code = "GS403"
	MissingAlt         Code = "GS404"
	BlankInAddress     Code = "GS405"
	EmptyDestination   Code = "GS406"
	MissingReference   Code = "GS407"
	MissingFootnote    Code = "GS408"
	UnusedFootnote     Code = "GS409"
	UnclosedFence      Code = "GS410"
	FragmentNotHere    Code = "GS411"
	DuplicateHeadingID Code = "GS412"
	EmptyHeading       Code = "GS413"
	ExtraCells         Code = "GS414"
	MalformedAddress   Code = "GS415"
	CurlyTitle         Code = "GS416"
	EmptyLinkText      Code = "GS417"
	NestedTooDeep      Code = "GS418"
)

var markdownMessages = []Message{
	{
		Code: RawHTML, Severity: Warning,
		Text: [2]string{"mã HTML \"{0}\" không được dùng, trang hiện nguyên như chữ", "the HTML code \"{0}\" is not used; the page shows it as text"},
		Fix:  [2]string{"hãy xóa đi hoặc viết bằng Markdown", "delete it or write it in Markdown"},
		Explain: [2]string{
			"Bài viết chỉ dùng Markdown, để trang nào cũng thống nhất và không ai chèn được mã lạ. Mã HTML (kể cả ghi chú <!-- … -->) không mất đi mà hiện ra như chữ thường. In đậm viết **chữ**, xuống dòng đặt hai dấu cách ở cuối dòng, ảnh viết ![mô tả](tệp.jpg).",
			"Bodies are written in Markdown only, so that all pages look alike and nobody can slip in foreign code. HTML, comments included, is not dropped but shown as plain text. Write **bold**, end a line with two blanks to break it, and use ![description](file.jpg) for a picture.",
		},
	},
	{
		Code: DangerousLink, Severity: Error,
		Text: [2]string{"địa chỉ \"{0}\" không an toàn", "the address \"{0}\" is not safe"},
		Fix:  [2]string{"hãy thay bằng địa chỉ bắt đầu bằng https:// hoặc tên một tệp của trang", "use an address that begins with https:// or the name of a file of the site"},
		Explain: [2]string{
			"Địa chỉ bắt đầu bằng javascript:, vbscript: hoặc data: chạy chương trình hay giấu nội dung lạ trên máy người đọc. Trang không bao giờ tạo liên kết hay ảnh như vậy. Ảnh thì lưu thành tệp đặt cạnh bài.",
			"An address that begins with javascript:, vbscript: or data: runs a program or hides foreign content on the reader's machine. The site never makes such a link or picture. Save a picture as a file beside the story.",
		},
	},
	{
		Code: UnknownAttribute, Severity: Warning,
		Text: [2]string{"không có thuộc tính \"{0}\", phần này bị bỏ qua", "there is no attribute \"{0}\"; it is passed over"},
		Fix:  [2]string{"trong ngoặc nhọn chỉ dùng {#ten-muc} hoặc {.kiểu} với kiểu là một trong: {1}; đặt sau đề mục hoặc ảnh", "braces hold {#an-id} or {.class}, the class being one of: {1}; they stand behind a heading or a picture"},
		Explain: [2]string{
			"Sau đề mục hoặc ảnh có thể đặt ngoặc nhọn: {#ten-muc} là tên để liên kết tới (chỉ gồm chữ thường không dấu, số và gạch nối); .rong, .nho, .trai, .phai là kiểu trình bày. Màu sắc, cỡ chữ và mọi thứ khác do giao diện của trang quyết định.",
			"A heading or a picture may be followed by braces: {#an-id} is a name to link to (lower-case letters without marks, digits and hyphens); .rong (wide), .nho (small), .trai (left), .phai (right) are ways to show it. Colours, sizes and all else belong to the theme.",
		},
	},
	{
		Code: MissingAlt, Severity: Warning,
		Text: [2]string{"ảnh \"{0}\" chưa có lời mô tả", "the picture \"{0}\" has no description"},
		Fix:  [2]string{"hãy viết lời mô tả vào ngoặc vuông: ![ai, đang làm gì]({0})", "write one into the brackets: ![who, doing what]({0})"},
		Explain: [2]string{
			"Người khiếm thị nghe lời mô tả thay cho xem ảnh, và lời mô tả hiện ra khi ảnh không tải được. Hãy viết ngắn gọn ai hoặc cái gì ở trong ảnh. Chú thích dưới ảnh thì viết trong dấu nháy sau tên tệp.",
			"Blind readers hear the description instead of seeing the picture, and it shows when the picture cannot be loaded. Say briefly who or what is in it. The caption goes into quotation marks behind the file's name.",
		},
	},
	{
		Code: BlankInAddress, Severity: Error,
		Text: [2]string{"tên tệp hoặc địa chỉ có dấu cách nên \"{0}\" không thành ảnh hay liên kết", "the name or address holds a blank, so \"{0}\" is neither picture nor link"},
		Fix:  [2]string{"hãy viết {1}", "write {1}"},
		Explain: [2]string{
			"Trong Markdown, địa chỉ kết thúc ở dấu cách đầu tiên. Tên tệp có dấu cách phải đặt giữa < và >, hoặc tốt hơn là đổi tên tệp, thay dấu cách bằng gạch nối.",
			"In Markdown an address ends at the first blank. A name with blanks must stand between < and >; better still, rename the file with hyphens.",
		},
	},
	{
		Code: EmptyDestination, Severity: Error,
		Text: [2]string{"\"{0}\" không dẫn tới đâu cả", "\"{0}\" leads nowhere"},
		Fix:  [2]string{"hãy ghi địa chỉ hoặc tên tệp vào ngoặc tròn, hoặc bỏ các dấu ngoặc", "write an address or a file's name into the parentheses, or take the brackets away"},
		Explain: [2]string{
			"Liên kết và ảnh cần địa chỉ trong ngoặc tròn: [chữ](địa chỉ), ![mô tả](tệp.jpg). Để trống thì người đọc bấm vào không đi tới đâu.",
			"A link or picture needs an address in its parentheses: [text](address), ![description](file.jpg). Without one a reader who clicks goes nowhere.",
		},
	},
	{
		Code: MissingReference, Severity: Warning,
		Text: [2]string{"\"{0}\" nhắc tới \"{1}\" nhưng cuối bài không ghi \"{1}\" là địa chỉ nào", "\"{0}\" refers to \"{1}\", which is defined nowhere"},
		Fix:  [2]string{"hãy thêm một dòng [{1}]: địa chỉ, hoặc viết [chữ](địa chỉ)", "add a line [{1}]: address, or write [text](address)"},
		Explain: [2]string{
			"Liên kết kiểu [chữ][nhãn] lấy địa chỉ ở một dòng riêng dạng \"[nhãn]: địa chỉ\". Không có dòng đó thì các dấu ngoặc hiện ra như chữ. Viết [chữ](địa chỉ) là đơn giản nhất.",
			"A link of the form [text][label] takes its address from a line \"[label]: address\". Without that line the brackets are shown as text. [text](address) is the simplest way.",
		},
	},
	{
		Code: MissingFootnote, Severity: Warning,
		Text: [2]string{"chú thích \"{0}\" chưa có nội dung", "the footnote \"{0}\" has no text"},
		Fix:  [2]string{"hãy thêm một dòng {0}: nội dung chú thích", "add a line {0}: text of the footnote"},
		Explain: [2]string{
			"Dấu [^1] trong bài gọi chú thích viết ở một dòng riêng dạng \"[^1]: nội dung\". Nhãn ở hai nơi phải giống hệt nhau. Không có dòng đó thì dấu gọi hiện ra như chữ.",
			"The mark [^1] calls a footnote that is written on a line \"[^1]: text\". The labels must be the same. Without that line the mark is shown as text.",
		},
	},
	{
		Code: UnusedFootnote, Severity: Warning,
		Text: [2]string{"không chỗ nào trong bài gọi chú thích \"{0}\"", "nothing in the text calls the footnote \"{0}\""},
		Fix:  [2]string{"hãy đặt {0} vào chỗ cần chú thích, hoặc xóa chú thích", "put {0} where it belongs, or delete the footnote"},
		Explain: [2]string{
			"Chú thích vẫn hiện ở cuối bài nhưng người đọc không biết nó nói về chỗ nào. Hãy kiểm tra nhãn có gõ nhầm không.",
			"The footnote is still shown at the end, but no reader can tell what it belongs to. Perhaps the label is misspelt.",
		},
	},
	{
		Code: UnclosedFence, Severity: Warning,
		Text: [2]string{"khối ``` mở ở đây không được đóng, phần sau đó hiện nguyên dạng", "the ``` block that begins here is not closed; what follows is shown as code"},
		Fix:  [2]string{"hãy thêm một dòng ``` ở cuối khối", "add a line ``` at its end"},
		Explain: [2]string{
			"Ba dấu ``` (hoặc ~~~) mở một khối chữ giữ nguyên dạng cho tới dòng ``` kế tiếp. Quên đóng thì cả phần còn lại của bài mất định dạng.",
			"Three signs ``` (or ~~~) begin a block that is shown as it is typed, up to the next line ```. If that line is missing, the rest of the story loses its form.",
		},
	},
	{
		Code: FragmentNotHere, Severity: Error,
		Text: [2]string{"trong bài không có mục \"{0}\" để liên kết tới", "this text has no section \"{0}\" to link to"},
		Fix:  [2]string{"hãy dùng tên đề mục viết thường không dấu, nối bằng gạch nối, ví dụ #hoan-canh", "use the heading's words in lower case without marks, joined by hyphens, such as #hoan-canh"},
		Explain: [2]string{
			"Liên kết #ten-muc đi tới đề mục cùng tên trong bài. Đề mục \"Hoàn cảnh\" có tên là hoan-canh; đề mục thứ hai cùng chữ là hoan-canh-2. Cũng có thể tự đặt tên bằng {#ten-muc} sau đề mục.",
			"A link #name leads to the heading of that name in the same text. The heading \"Hoàn cảnh\" has the name hoan-canh, a second one hoan-canh-2. You can also name it yourself with {#name} behind the heading.",
		},
	},
	{
		Code: DuplicateHeadingID, Severity: Error,
		Text: [2]string{"tên \"#{0}\" đã đặt ở dòng {1}", "the name \"#{0}\" is taken by line {1}"},
		Fix:  [2]string{"hãy đổi một trong hai tên", "change one of the two"},
		Explain: [2]string{
			"Mỗi tên trong {#…} chỉ dùng một lần trong bài, nếu không liên kết tới tên đó không biết đi tới đâu.",
			"A name in {#…} may be given once in a text; otherwise a link to it would not know where to go.",
		},
	},
	{
		Code: EmptyHeading, Severity: Warning,
		Text: [2]string{"đề mục \"{0}\" không có chữ nên bị bỏ qua", "the heading \"{0}\" has no words and is passed over"},
		Fix:  [2]string{"hãy viết chữ sau dấu {0} hoặc xóa dòng này", "write words behind {0} or delete the line"},
		Explain: [2]string{
			"Dòng bắt đầu bằng dấu # và một dấu cách là đề mục. Đề mục trống làm rối mục lục và máy đọc màn hình.",
			"A line that begins with # and a blank is a heading. An empty one confuses the outline and screen readers.",
		},
	},
	{
		Code: ExtraCells, Severity: Warning,
		Text: [2]string{"hàng này có {0} ô nhưng đầu bảng chỉ có {1} cột, các ô thừa không hiện", "this row has {0} cells but the table has {1} columns; the others are not shown"},
		Fix:  [2]string{"hãy thêm cột vào đầu bảng hoặc bớt ô; dấu | trong chữ viết là \\|", "add columns to the header or remove cells; write a | within the text as \\|"},
		Explain: [2]string{
			"Số cột của bảng là số ô ở hàng đầu. Ô thừa ở các hàng dưới bị bỏ. Nếu trong ô có dấu gạch đứng thì viết \\|.",
			"A table has as many columns as its first row has cells. Cells beyond that are dropped. A vertical bar within a cell is written \\|.",
		},
	},
	{
		Code: MalformedAddress, Severity: Warning,
		Text: [2]string{"địa chỉ \"{0}\" không đúng, phần này chỉ hiện như chữ", "the address \"{0}\" cannot be right; it is shown as text only"},
		Fix:  [2]string{"hãy sao lại địa chỉ từ trình duyệt", "copy the address again from the browser"},
		Explain: [2]string{
			"Địa chỉ trang web có dạng https://ten-mien.vn/…, thư điện tử có dạng mailto:ten@ten-mien.vn. Thường là gõ thiếu tên miền hoặc thừa dấu cách, dấu chấm.",
			"A web address looks like https://host.vn/…, a mail address like mailto:name@host.vn. Usually the host is missing or a blank or full stop was typed into it.",
		},
	},
	{
		Code: CurlyTitle, Severity: Error,
		Text: [2]string{"chú thích trong \"{0}\" dùng dấu nháy cong nên không thành ảnh hay liên kết", "the title in \"{0}\" has curly quotation marks, so it is neither picture nor link"},
		Fix:  [2]string{"hãy dùng dấu nháy thẳng: {1}", "use straight ones: {1}"},
		Explain: [2]string{
			"Phần mềm soạn thảo như Word tự đổi dấu nháy thẳng (\") thành nháy cong (“ ”). Trong Markdown, chú thích sau tên tệp phải đặt trong dấu nháy thẳng.",
			"Word processors change straight quotation marks (\") into curly ones (“ ”). In Markdown the title behind a file's name needs straight ones.",
		},
	},
	{
		Code: EmptyLinkText, Severity: Warning,
		Text: [2]string{"liên kết tới \"{0}\" không có chữ nào để bấm, trang hiện địa chỉ thay vào", "the link to \"{0}\" has no words to click on; the page shows the address instead"},
		Fix:  [2]string{"hãy viết chữ vào ngoặc vuông: [chữ]({0})", "write words into the brackets: [text]({0})"},
		Explain: [2]string{
			"Người đọc bấm vào chữ trong ngoặc vuông. Để trống thì không thấy liên kết đâu, máy đọc màn hình cũng không đọc được.",
			"Readers click on the words in the brackets. Without words the link cannot be seen, nor read by a screen reader.",
		},
	},
	{
		Code: NestedTooDeep, Severity: Error,
		Text: [2]string{"các mục lồng vào nhau quá {0} tầng", "lists or quotations are nested more than {0} deep"},
		Fix:  [2]string{"hãy viết lại cho gọn hơn", "write it more simply"},
		Explain: [2]string{
			"Danh sách, trích dẫn và chữ đậm nghiêng lồng vào nhau quá sâu thì trình duyệt không hiện được. Thường là do dán nhầm một đoạn toàn dấu > hoặc *.",
			"Browsers cannot show lists, quotations and emphasis that lie too deep in one another. Usually a run of > or * was pasted by mistake.",
		},
	},
}
