package diag

import "slices"

// The codes of files, of front matter and of the shape of its values. What the values mean is checked elsewhere.
const (
	CommaInValue     Code = "GS100"
	UnknownKey       Code = "GS101"
	DuplicateKey     Code = "GS102"
	MissingKey       Code = "GS103"
	UnknownField     Code = "GS104"
	WantText         Code = "GS105"
	WantObject       Code = "GS106"
	WantList         Code = "GS107"
	DateForm         Code = "GS108"
	NoSuchDay        Code = "GS109"
	BadYear          Code = "GS110"
	BadNumber        Code = "GS111"
	BadBool          Code = "GS112"
	BadChoice        Code = "GS113"
	BadSlug          Code = "GS114"
	BadAddress       Code = "GS115"
	BadURL           Code = "GS116"
	HashComment      Code = "GS117"
	BadEscape        Code = "GS118"
	KeyWithoutColon  Code = "GS119"
	FrontSyntax      Code = "GS120"
	TabIndent        Code = "GS121"
	UnclosedQuote    Code = "GS122"
	ColonInValue     Code = "GS123"
	BadIndent        Code = "GS124"
	AliasRefused     Code = "GS125"
	ManyDocuments    Code = "GS126"
	KeyNotText       Code = "GS127"
	NotKeys          Code = "GS128"
	TooDeep          Code = "GS129"
	UnclosedList     Code = "GS130"
	QuoteValue       Code = "GS131"
	TextAfterQuote   Code = "GS132"
	QuoteKey         Code = "GS133"
	NotUTF8          Code = "GS134"
	UTF16            Code = "GS135"
	ControlCharacter Code = "GS136"
	EmptyFile        Code = "GS137"
	NoFrontMatter    Code = "GS138"
	UnclosedFront    Code = "GS139"
	LegacyFont       Code = "GS140"
	TooLarge         Code = "GS141"
	DamagedText      Code = "GS142"
	OutsideFolders   Code = "GS143"
	SubFolder        Code = "GS144"
	NamesClash       Code = "GS145"
	OddExtension     Code = "GS146"
	MarkdownInBundle Code = "GS147"
	StrayIndex       Code = "GS148"
	NotMarkdown      Code = "GS149"
	LinkLeadsOut     Code = "GS150"
	FolderInSlug     Code = "GS151"
)

var fileMessages = slices.Concat(valueShapeMessages, frontMessages, textFileMessages, placementMessages)

// The values of keys: GS100 to GS116.
var valueShapeMessages = []Message{
	{
		CommaInValue, Error,
		[2]string{`"{0}" đứng sau dấu phẩy nên bị hiểu là một khóa không có giá trị`, `"{0}" stands after a comma, so it is taken for a key without a value`},
		[2]string{`nếu dấu phẩy thuộc về giá trị, đặt cả giá trị trong ngoặc kép, ví dụ "2,7"`, `if the comma belongs to the value, put the whole value in double quotes, such as "2,7"`},
		[2]string{
			"Trong ngoặc nhọn {…}, dấu phẩy ngăn các khóa với nhau. Một câu có dấu phẩy viết ở đó phải đặt trong ngoặc kép: {nội dung: \"Một, hai\"}.",
			"Within braces {…} a comma parts the keys. A sentence that has one must be put in double quotes there: {nội dung: \"Một, hai\"}.",
		},
	},
	{
		UnknownKey, Error,
		[2]string{`không có khóa "{0}"`, `there is no key "{0}"`},
		[2]string{`dùng một trong các khóa: {1}`, `use one of the keys: {1}`},
		[2]string{
			"Khóa là chữ đứng trước dấu hai chấm, như tên, năm, đơn vị; mỗi loại tệp có danh sách khóa riêng. Khóa viết sai mà bỏ qua thì trang sẽ thiếu thông tin, nên chương trình báo lỗi. Viết hoa, dấu và gạch nối trong tên khóa không quan trọng.",
			"A key is what stands before the colon, such as tên, năm, đơn vị; every kind of file has its own list. A misspelt key that was passed over would leave a gap in the page, so it is an error. Case, marks and hyphens in a key do not matter.",
		},
	},
	{
		DuplicateKey, Error,
		[2]string{`khóa "{0}" có hai lần; lần đầu ở {1}`, `the key "{0}" is there twice; the first is at {1}`},
		[2]string{`xóa bớt một chỗ; muốn ghi nhiều giá trị thì viết [a, b] nếu khóa cho phép`, `delete one of them; where the key allows it, write several values as [a, b]`},
		[2]string{
			"Một khóa chỉ viết một lần trong một tệp hoặc một nhóm. Hai cách viết khác nhau về hoa thường, dấu hay gạch nối vẫn là một khóa.",
			"A key stands once in a file or in a group. Two spellings that differ in case, marks or hyphens only are one key.",
		},
	},
	{
		MissingKey, Error,
		[2]string{`chưa ghi "{0}"`, `"{0}" is not given`},
		[2]string{`ghi thêm, ví dụ {0}: {1}`, `add it, such as {0}: {1}`},
		[2]string{
			"Loại tệp hoặc nhóm này bắt buộc phải có khóa ấy. Ghi tên khóa mà bỏ trống giá trị cũng là chưa ghi.",
			"A file or group of this kind must have this key. A key without a value counts as missing too.",
		},
	},
	{
		UnknownField, Error,
		[2]string{`không có lĩnh vực "{0}"`, `there is no field "{0}"`},
		[2]string{`chọn một trong: {1}`, `choose one of: {1}`},
		[2]string{
			"Lĩnh vực phải là một trong mười hai lĩnh vực của kế hoạch. Có thể ghi mã (y-te), số (6) hoặc tên chính thức.",
			"A field is one of the twelve of the plan. Its code (y-te), its number (6) or its official name will do.",
		},
	},
	{
		WantText, Error,
		[2]string{`"{0}" chỉ nhận một đoạn chữ, không nhận danh sách hay nhóm khóa`, `"{0}" takes one text, not a list or a group of keys`},
		[2]string{`viết {0}: {1}; chữ có dấu hai chấm, dấu phẩy hay ngoặc thì đặt trong ngoặc kép`, `write {0}: {1}; put a text with a colon, a comma or brackets in double quotes`},
		[2]string{
			"Giá trị của khóa này là một đoạn chữ. Dấu ngoặc vuông hoặc gạch đầu dòng làm thành danh sách; dấu hai chấm có khoảng trắng theo sau làm thành khóa.",
			"The value of this key is one text. Square brackets or dashes at the beginning of lines make a list; a colon with a blank after it makes a key.",
		},
	},
	{
		WantObject, Error,
		[2]string{`"{0}" cần một nhóm khóa trong ngoặc nhọn`, `"{0}" takes a group of keys in braces`},
		[2]string{`viết {0}: {1}`, `write {0}: {1}`},
		[2]string{
			"Khóa này có các khóa con. Viết chúng trong ngoặc nhọn trên một dòng, hoặc mỗi khóa con một dòng, thụt vào hai khoảng trắng.",
			"This key has keys of its own. Write them in braces on one line, or one on each line, indented by two blanks.",
		},
	},
	{
		WantList, Error,
		[2]string{`"{0}" cần một giá trị hoặc một danh sách, không phải nhóm khóa`, `"{0}" takes a value or a list, not a group of keys`},
		[2]string{`viết {0}: {1}`, `write {0}: {1}`},
		[2]string{
			"Nhiều giá trị thì viết trong ngoặc vuông, cách nhau bằng dấu phẩy, hoặc mỗi giá trị một dòng bắt đầu bằng gạch ngang.",
			"Write several values in square brackets with commas between them, or one on each line after a dash.",
		},
	},
	{
		DateForm, Error,
		[2]string{`"{0}" không phải là ngày`, `"{0}" is not a date`},
		[2]string{`viết ngày/tháng/năm, ví dụ 19/05/2023`, `write day/month/year, such as 19/05/2023`},
		[2]string{
			"Ngày viết theo dạng ngày/tháng/năm (19/05/2023) hoặc năm-tháng-ngày (2023-05-19), năm đủ bốn chữ số.",
			"A date is written day/month/year (19/05/2023) or year-month-day (2023-05-19), the year with four digits.",
		},
	},
	{
		NoSuchDay, Error,
		[2]string{`không có ngày "{0}" trong lịch`, `the calendar has no day "{0}"`},
		[2]string{`xem lại ngày và tháng; viết ngày/tháng/năm, ví dụ 19/05/2023`, `check the day and the month; write day/month/year, such as 19/05/2023`},
		[2]string{
			"Tháng chỉ từ 1 đến 12 và mỗi tháng có số ngày của nó: 31/04 hay 29/02 của năm không nhuận là không có.",
			"Months go from 1 to 12 and each has its number of days: there is no 31/04, and no 29/02 but in a leap year.",
		},
	},
	{
		BadYear, Error,
		[2]string{`"{0}" không phải là năm từ 1900 đến 2100`, `"{0}" is not a year from 1900 to 2100`},
		[2]string{`viết đủ bốn chữ số, ví dụ 2023; nhiều năm thì [2022, 2023] nếu khóa cho phép`, `write four digits, such as 2023; several years as [2022, 2023] where the key allows it`},
		[2]string{
			"Năm viết bằng bốn chữ số. Nhiều năm thì viết thành danh sách, không viết 2022-2023.",
			"A year is written with four digits. Write several as a list, not as 2022-2023.",
		},
	},
	{
		BadNumber, Error,
		[2]string{`"{0}" không phải là số`, `"{0}" is not a number`},
		[2]string{`viết 1200, 1.200 hoặc "12,5" (số có dấu phẩy đặt trong ngoặc kép); đơn vị tính ghi ở khóa riêng`, `write 1200, 1.200 or "12,5" (a number with a comma in double quotes); the unit of measurement has a key of its own`},
		[2]string{
			"Số viết theo lối Việt Nam: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân, nên 2.7 phải viết là 2,7. Trong ngoặc nhọn {…}, số có dấu phẩy phải đặt trong ngoặc kép. Không ghi kèm đơn vị.",
			"Numbers are written the Vietnamese way: a point between thousands, a comma before decimals, so 2.7 is written 2,7. Within braces {…} a number with a comma must be put in double quotes. No unit beside them.",
		},
	},
	{
		BadBool, Error,
		[2]string{`"{0}" cần "có" hoặc "không", không phải "{1}"`, `"{0}" takes "có" (yes) or "không" (no), not "{1}"`},
		[2]string{`viết {0}: có, hoặc {0}: không`, `write {0}: có, or {0}: không`},
		[2]string{
			"Khóa này chỉ có hai giá trị: có (true) và không (false).",
			"This key has two values only: có (true) and không (false).",
		},
	},
	{
		BadChoice, Error,
		[2]string{`"{0}" không nhận giá trị "{1}"`, `"{0}" does not take the value "{1}"`},
		[2]string{`chọn một trong: {2}`, `choose one of: {2}`},
		[2]string{
			"Khóa này chỉ nhận các giá trị trong danh sách. Viết hoa, dấu và gạch nối không quan trọng: Cá nhân và ca-nhan là một.",
			"This key takes the values of a list only. Case, marks and hyphens do not matter: Cá nhân and ca-nhan are one.",
		},
	},
	{
		BadSlug, Error,
		[2]string{`"{0}" không phải là đường dẫn`, `"{0}" is not a slug`},
		[2]string{`chỉ dùng chữ thường không dấu, chữ số và gạch nối`, `use lower-case letters without marks, digits and single hyphens only`},
		[2]string{
			"Đường dẫn là phần cuối của địa chỉ trang, ví dụ nguyen-thi-mau: chữ thường không dấu, chữ số, giữa các tiếng có một gạch nối.",
			"A slug is the last part of a page's address, such as nguyen-thi-mau: lower-case letters without marks, digits, single hyphens between words.",
		},
	},
	{
		BadAddress, Error,
		[2]string{`"{0}" không phải là địa chỉ cũ trong trang này`, `"{0}" is not an old address of this site`},
		[2]string{`bắt đầu bằng /, không có tên miền, khoảng trắng, ? hay #, ví dụ /cu/nguyen-thi-mau/`, `begin with /, without a domain, blanks, ? or #, such as /cu/nguyen-thi-mau/`},
		[2]string{
			"Bí danh là địa chỉ mà trang từng có, tính từ gốc của trang web. Ai mở địa chỉ đó sẽ được dẫn tới trang này.",
			"An alias is an address that the page once had, from the root of the site. Whoever opens it is led to this page.",
		},
	},
	{
		BadURL, Error,
		[2]string{`"{0}" không phải là địa chỉ trang web`, `"{0}" is not the address of a web page`},
		[2]string{`chép cả địa chỉ, bắt đầu bằng https:// hoặc http://`, `copy the whole address, from https:// or http:// on`},
		[2]string{
			"Địa chỉ phải đầy đủ, bắt đầu bằng https:// hoặc http:// và không có khoảng trắng.",
			"The address must be whole: it begins with https:// or http:// and has no blanks.",
		},
	},
}
