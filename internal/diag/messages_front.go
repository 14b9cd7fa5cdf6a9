package diag

// The syntax of front matter: GS117 to GS133.
var frontMessages = []Message{
	{
		HashComment, Hint,
		[2]string{`phần "{0}" là ghi chú, không thuộc giá trị`, `"{0}" is a comment and no part of the value`},
		[2]string{`nếu là một phần của giá trị, đặt cả giá trị trong ngoặc kép`, `if it belongs to the value, put the whole value in double quotes`},
		[2]string{
			"Dấu # sau một khoảng trắng mở đầu ghi chú cho người soạn, không hiện trên trang. Muốn viết \"Tổ #3\" thì đặt trong ngoặc kép.",
			"A # after a blank begins a comment for editors, which does not show on the page. To write \"Tổ #3\", put it in double quotes.",
		},
	},
	{
		BadEscape, Error,
		[2]string{`dấu \ trong ngoặc kép không được dùng như vậy`, `a \ within double quotes cannot be used like this`},
		[2]string{`viết \\ hoặc dùng ngoặc đơn '…' cho cả giá trị`, `write \\ or use single quotes '…' for the whole value`},
		[2]string{
			"Trong ngoặc kép, dấu \\ có nghĩa riêng (\\n là xuống dòng). Trong ngoặc đơn thì không.",
			"Within double quotes a \\ has a meaning of its own (\\n is a line break). Within single quotes it has not.",
		},
	},
	{
		KeyWithoutColon, Error,
		[2]string{`"{0}" không có dạng khóa: giá trị`, `"{0}" does not have the form key: value`},
		[2]string{`viết tên khóa, dấu hai chấm, một khoảng trắng, rồi giá trị; nếu là chữ tiếp của dòng trên thì thụt vào hai khoảng trắng`, `write the key, a colon, a blank, then the value; if it goes on from the line above, indent it by two blanks`},
		[2]string{
			"Mỗi dòng ở phần đầu tệp có dạng khóa: giá trị. Sau dấu hai chấm phải có một khoảng trắng.",
			"Every line at the head of a file has the form key: value. There must be a blank after the colon.",
		},
	},
	{
		FrontSyntax, Error,
		[2]string{`không hiểu chỗ này theo cách viết {0}: "{1}"`, `this is not understood as {0}: "{1}"`},
		[2]string{`xem lại dấu hai chấm, dấu phẩy, ngoặc và khoảng trắng đầu dòng; giá trị có dấu đặc biệt thì đặt trong ngoặc kép`, `check colons, commas, brackets and the blanks at the beginning of lines; put a value with special signs in double quotes`},
		[2]string{
			"Phần đầu tệp phải viết đúng một trong ba cách: YAML giữa hai dòng ---, TOML giữa hai dòng +++, hoặc JSON. Thường thì lỗi nằm ở chính dòng này hoặc dòng ngay trên.",
			"The head of a file is written in one of three ways: YAML between two lines ---, TOML between two lines +++, or JSON. Most often the mistake is on this line or on the one above.",
		},
	},
	{
		TabIndent, Error,
		[2]string{`dòng này thụt vào bằng phím Tab`, `this line is indented with a tab`},
		[2]string{`xóa Tab, thay bằng hai khoảng trắng`, `delete the tab and use two blanks`},
		[2]string{
			"YAML chỉ nhận khoảng trắng ở đầu dòng, không nhận Tab, vì độ rộng của Tab mỗi máy một khác.",
			"YAML takes blanks at the beginning of a line and no tabs, since a tab is of another width on every machine.",
		},
	},
	{
		UnclosedQuote, Error,
		[2]string{`dấu {0} mở ở đây mà không đóng`, `the {0} that opens here is not closed`},
		[2]string{`thêm dấu {0} ở cuối giá trị`, `add a {0} at the end of the value`},
		[2]string{
			"Giá trị mở bằng ngoặc kép hay ngoặc đơn phải đóng bằng đúng dấu ấy. Vị trí được báo là chỗ mở, lỗi có thể thấy ở tận cuối tệp.",
			"A value that opens with a quotation mark must close with the same. The position is that of the opening one, even where the trouble shows much later.",
		},
	},
	{
		ColonInValue, Error,
		[2]string{`giá trị có dấu hai chấm nên không biết đâu là khóa`, `the value has a colon, so it is not clear what the key is`},
		[2]string{`đặt giá trị trong ngoặc kép: {0}: {1}`, `put the value in quotation marks: {0}: {1}`},
		[2]string{
			"Dấu hai chấm có khoảng trắng theo sau ngăn khóa với giá trị. Giá trị có dấu như vậy phải đặt trong ngoặc kép.",
			"A colon with a blank after it parts a key from its value. A value that has one must be put in double quotes.",
		},
	},
	{
		BadIndent, Error,
		[2]string{`dòng này thụt vào không khớp với các dòng trên`, `this line is not indented like those above`},
		[2]string{`cho các khóa cùng nhóm thẳng hàng với nhau; khóa con thụt vào hai khoảng trắng`, `let the keys of a group begin in the same column; indent the keys within a key by two blanks`},
		[2]string{
			"Khoảng trắng đầu dòng cho biết khóa nào thuộc nhóm nào. Các khóa cùng nhóm phải bắt đầu ở cùng một cột.",
			"The blanks at the beginning of a line say which key belongs to which group. Keys of one group begin in the same column.",
		},
	},
	{
		AliasRefused, Error,
		[2]string{`dấu {0} ở đây bị hiểu là lệnh tham chiếu, không dùng được`, `the {0} here is taken for a reference, which cannot be used`},
		[2]string{`nếu là chữ, đặt cả giá trị trong ngoặc kép`, `if it is meant as text, put the whole value in double quotes`},
		[2]string{
			"YAML cho phép &tên và *tên để dùng lại giá trị, và << để gộp nhóm. Ở đây không dùng, để ai đọc tệp cũng thấy ngay giá trị.",
			"YAML has &name and *name to use a value again, and << to merge groups. They are not used here, so that everybody who reads the file sees the value.",
		},
	},
	{
		ManyDocuments, Error,
		[2]string{`phần đầu tệp bị ngắt ở đây`, `the head of the file is broken off here`},
		[2]string{`xóa dòng này, hoặc đặt cả giá trị trong ngoặc kép`, `delete this line, or put the whole value in double quotes`},
		[2]string{
			"Dòng bắt đầu bằng --- hoặc ... ngắt phần đầu tệp thành hai. Mỗi tệp chỉ có một phần đầu.",
			"A line that begins with --- or ... breaks the head of the file in two. Every file has one head only.",
		},
	},
	{
		KeyNotText, Error,
		[2]string{`tên khóa phải là chữ`, `a key must be a text`},
		[2]string{`viết tên khóa không có ngoặc: khóa: giá trị`, `write the key without brackets: key: value`},
		[2]string{
			"Tên khóa là một đoạn chữ, không phải danh sách hay nhóm khóa. Giá trị bắt đầu bằng [ hoặc { mà là chữ thì đặt trong ngoặc kép.",
			"A key is a text and not a list or a group. A text that begins with [ or { must be put in double quotes.",
		},
	},
	{
		NotKeys, Error,
		[2]string{`chỗ này phải gồm các dòng dạng khóa: giá trị`, `this must consist of lines of the form key: value`},
		[2]string{`viết mỗi dòng một thông tin, ví dụ tên: Nguyễn Thị Mẫu`, `write one fact on each line, such as tên: Nguyễn Thị Mẫu`},
		[2]string{
			"Phần đầu tệp gồm các khóa và giá trị, không phải một danh sách hay một đoạn chữ.",
			"The head of a file consists of keys and values and is not a list or a text.",
		},
	},
	{
		TooDeep, Error,
		[2]string{`các nhóm lồng nhau quá nhiều tầng`, `the groups lie too deep within each other`},
		[2]string{`bỏ bớt dấu ngoặc`, `remove brackets`},
		[2]string{
			"Không khóa nào cần quá vài tầng. Thường là do thừa dấu ngoặc.",
			"No key needs more than a few levels. Most often there are too many brackets.",
		},
	},
	{
		UnclosedList, Error,
		[2]string{`ngoặc {0} mở ở đây không đóng, hoặc thiếu dấu phẩy trong đó`, `the {0} that opens here is not closed, or a comma is missing in it`},
		[2]string{`thêm {1} ở cuối; giữa các giá trị có dấu phẩy; giá trị có dấu đặc biệt thì đặt trong ngoặc kép`, `add {1} at the end; put commas between the values; put a value with special signs in double quotes`},
		[2]string{
			"Danh sách mở bằng [ phải đóng bằng ], nhóm khóa mở bằng { phải đóng bằng }, giữa các phần có dấu phẩy.",
			"A list that opens with [ must close with ], a group that opens with { with }, and there are commas between the parts.",
		},
	},
	{
		QuoteValue, Error,
		[2]string{`giá trị không được bắt đầu bằng {0}`, `a value cannot begin with {0}`},
		[2]string{`đặt cả giá trị trong ngoặc kép`, `put the whole value in double quotes`},
		[2]string{
			"Các dấu @ % ` ! & * , - ? [ ] { } | > ở đầu giá trị có nghĩa riêng trong YAML. Muốn dùng như chữ thì đặt trong ngoặc kép.",
			"The signs @ % ` ! & * , - ? [ ] { } | > at the beginning of a value have a meaning of their own in YAML. To use them as text, put the value in double quotes.",
		},
	},
	{
		TextAfterQuote, Error,
		[2]string{`còn chữ sau dấu {0} đóng: "{1}"`, `there is text after the closing {0}: "{1}"`},
		[2]string{`đặt cả giá trị trong một cặp ngoặc; bên trong dùng “…” hoặc viết '' thay cho '`, `put the whole value in one pair of quotation marks; within it use “…” or write '' for '`},
		[2]string{
			"Giá trị bắt đầu bằng ngoặc kép hay ngoặc đơn thì kết thúc ở dấu đóng đầu tiên. Tên có dấu ' như K'Giắc viết không cần ngoặc.",
			"A value that begins with a quotation mark ends at the first closing one. A name with a ' such as K'Giắc needs no quotes.",
		},
	},
	{
		QuoteKey, Error,
		[2]string{`trong TOML, khóa có dấu hoặc khoảng trắng phải đặt trong ngoặc kép`, `in TOML a key with marks or blanks must be put in double quotes`},
		[2]string{`viết "tên" = … hoặc ten = …`, `write "tên" = … or ten = …`},
		[2]string{
			"TOML chỉ nhận chữ không dấu, chữ số, _ và - trong tên khóa không có ngoặc kép. Viết không dấu cũng được: ten, linh-vuc.",
			"Without quotes TOML takes letters without marks, digits, _ and - in keys. Keys without marks are understood too: ten, linh-vuc.",
		},
	},
}
