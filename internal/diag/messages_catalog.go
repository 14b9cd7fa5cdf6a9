package diag

// Addresses, names and what leads where: GS300-GS399.
const (
	AddressTwice     Code = "GS301"
	AddressTaken     Code = "GS302"
	AddressOfFile    Code = "GS303"
	AddressOfProgram Code = "GS304"
	NoSlug           Code = "GS305"
	AliasOfItself    Code = "GS306"
	FilesOneAddress  Code = "GS307"
	NameWithoutSlug  Code = "GS308"
	NameTwice        Code = "GS310"
	NamesOneSlug     Code = "GS311"
	UnknownSuccessor Code = "GS312"
	MergerLoop       Code = "GS313"
	NameNear         Code = "GS314"
	NamesOneFile     Code = "GS315"
	NameForNoFile    Code = "GS316"
	UnknownProfile   Code = "GS320"
	NotPublished     Code = "GS321"
	DeadLink         Code = "GS322"
	DeadFragment     Code = "GS323"
	LinkToDisk       Code = "GS324"
	NoPicture        Code = "GS330"
	NotAPicture      Code = "GS331"
	DamagedPicture   Code = "GS332"
	PictureElsewhere Code = "GS333"
	LocatedPicture   Code = "GS334"
	LinkMoved        Code = "GS335"

	// The pages of topics.
	UnknownStory     Code = "GS340"
	UnknownTerm      Code = "GS341"
	EmptySection     Code = "GS342"
	SectionOfNothing Code = "GS343"
	BadStoryCount    Code = "GS344"
	CallToNowhere    Code = "GS345"

	// Texts in several languages.
	UnknownTranslation  Code = "GS350"
	TranslationOfItself Code = "GS351"
	SameLanguage        Code = "GS352"
)

var catalogMessages = []Message{
	{
		Code: AddressTwice, Severity: Error,
		Text: [2]string{`"{0}" trùng địa chỉ {3} với "{1}" ({2})`, `"{0}" has the same address {3} as "{1}" ({2})`},
		Fix:  [2]string{"thêm vào phần đầu bài này dòng đường dẫn: {4}", "add to the head of this story the line đường dẫn: {4}"},
		Explain: [2]string{
			"Địa chỉ lấy từ tên tệp, bỏ dấu, nên “Hà” và “Hạ” ra cùng một địa chỉ. Hãy phân biệt bằng năm sinh hoặc đơn vị, đừng bằng số thứ tự: người đọc nhìn địa chỉ vẫn hiểu là ai.",
			"An address is the file's name without marks, so “Hà” and “Hạ” get the same. Tell them apart by the year of birth or the unit and not by a running number: who reads the address should still see who it is.",
		},
	},
	{
		Code: AddressTaken, Severity: Error,
		Text: [2]string{`địa chỉ {0} của "{1}" là của một trang do chương trình làm`, `the address {0} of "{1}" is that of a page that the program makes`},
		Fix:  [2]string{"đổi tên tệp, hoặc thêm vào phần đầu tệp một dòng như đường dẫn: ten-khac", "rename the file, or add to its head a line such as đường dẫn: another-name"},
		Explain: [2]string{
			"Một số địa chỉ dành riêng cho các danh sách và trang chung, ví dụ /guong/, /tim-kiem/, và tên “trang” cho các trang cũ của danh sách.",
			"Some addresses are kept for lists and common pages, such as /guong/ and /tim-kiem/, and the name “trang” for the older pages of a list.",
		},
	},
	{
		Code: AddressOfFile, Severity: Error,
		Text: [2]string{"địa chỉ {0} đã là của {1}", "the address {0} is already that of {1}"},
		Fix:  [2]string{"đổi đường dẫn, tên tệp hoặc bí danh của một trong hai", "change the slug, the file name or the alias of one of the two"},
		Explain: [2]string{
			"Hai nguồn không thể cùng một địa chỉ: một trang sẽ đè lên trang kia.",
			"Two sources cannot share an address: one page would overwrite the other.",
		},
	},
	{
		Code: AddressOfProgram, Severity: Error,
		Text: [2]string{"địa chỉ {0} là của một trang do chương trình làm", "the address {0} is that of a page that the program makes"},
		Fix:  [2]string{"đổi tên tệp, hoặc dùng địa chỉ khác", "rename the file, or use another address"},
		Explain: [2]string{
			"Chỉ robots.txt, favicon.ico và site.webmanifest trong static/ được thay tệp do chương trình làm.",
			"Only robots.txt, favicon.ico and site.webmanifest in static/ replace what the program makes.",
		},
	},
	{
		Code: NoSlug, Severity: Error,
		Text: [2]string{`không làm được địa chỉ từ tên tệp của "{0}"`, `no address can be made from the name of the file of "{0}"`},
		Fix:  [2]string{"đổi tên tệp thành chữ và số, hoặc thêm vào phần đầu tệp một dòng như đường dẫn: nguyen-thi-mau", "give the file a name of letters and digits, or add to its head a line such as đường dẫn: nguyen-thi-mau"},
		Explain: [2]string{
			"Địa chỉ gồm chữ thường không dấu, số và gạch nối. Tên tệp chỉ có ký hiệu thì không còn gì để làm địa chỉ.",
			"An address is made of plain small letters, digits and hyphens. Of a file's name that has signs only nothing is left.",
		},
	},
	{
		Code: AliasOfItself, Severity: Error,
		Text: [2]string{`bí danh "{0}" chính là địa chỉ của bài`, `the alias "{0}" is the story's own address`},
		Fix:  [2]string{"bỏ bí danh này", "drop this alias"},
		Explain: [2]string{
			"`bí danh` là những địa chỉ cũ dẫn tới bài; địa chỉ hiện nay không cần ghi.",
			"`bí danh` holds old addresses that lead to the story; the address of today is not one.",
		},
	},
	{
		Code: FilesOneAddress, Severity: Error,
		Text: [2]string{"{0} và {1} cùng thành địa chỉ {2}", "{0} and {1} both get the address {2}"},
		Fix:  [2]string{"đổi tên một tệp", "rename one of the files"},
		Explain: [2]string{
			"Tên tệp hình được bỏ dấu và dấu cách để dùng trên mọi máy chủ, nên hai tên gần nhau có thể thành một.",
			"Names of pictures lose marks and blanks so that they work on every host; two names that are alike may become one.",
		},
	},
	{
		Code: NameWithoutSlug, Severity: Error,
		Text: [2]string{`không làm được địa chỉ từ tên "{0}"`, `no address can be made from the name "{0}"`},
		Fix:  [2]string{"sửa tên, hoặc tạo trong content/{1}/ một tệp có hai dòng tên: {0} và đường dẫn: ten-khac", "correct the name, or make in content/{1}/ a file with the lines tên: {0} and đường dẫn: another-name"},
		Explain: [2]string{
			"Đơn vị, địa bàn, chuyên mục, chuyên đề chưa có tệp riêng lấy địa chỉ từ tên. Tên chỉ có ký hiệu, hoặc tên dành riêng như “Trang”, cần một tệp riêng ghi đường dẫn khác.",
			"Units, localities, columns and topics without a file get their address from the name. A name of signs only, or a reserved one such as “Trang”, needs a file of its own with another slug.",
		},
	},
	{
		Code: NameTwice, Severity: Error,
		Text: [2]string{`tên "{0}" đã là của {1}`, `the name "{0}" is already that of {1}`},
		Fix:  [2]string{"mỗi tên chỉ ghi trong một tệp; gộp hai tệp hoặc đổi tên", "a name stands in one file only; join the two files or change the name"},
		Explain: [2]string{
			"Hai tên là một nếu chỉ khác chữ hoa, dấu cách, gạch nối hoặc chỗ đặt dấu thanh (hoà, hòa).",
			"Two names are one if they differ only in case, blanks, hyphens or where the tone mark stands (hoà, hòa).",
		},
	},
	{
		Code: NamesOneSlug, Severity: Error,
		Text: [2]string{`"{0}" và "{1}" ({2}) là hai tên khác nhau nhưng cùng địa chỉ {3}`, `"{0}" and "{1}" ({2}) are different names with one address {3}`},
		Fix:  [2]string{"sửa cho hai tên giống nhau, hoặc tạo tệp riêng có đường dẫn khác", "make the two names the same, or make a file of its own with another slug"},
		Explain: [2]string{
			"Thường là một trong hai tên gõ thiếu dấu.",
			"Usually one of the two names lacks a mark.",
		},
	},
	{
		Code: UnknownSuccessor, Severity: Error,
		Text: [2]string{`"nhập vào: {0}" nhưng content/{1}/ không có tên này`, `"nhập vào: {0}", but content/{1}/ has nothing of this name`},
		Fix:  [2]string{"tạo tệp cho nơi nhập vào, hoặc sửa tên", "make a file for the successor, or correct the name"},
		Explain: [2]string{
			"`nhập vào` ghi tên tệp (không có .md) hoặc tên của đơn vị, địa bàn kế tục.",
			"`nhập vào` holds the file's name (without .md) or the name of the succeeding unit or locality.",
		},
	},
	{
		Code: MergerLoop, Severity: Error,
		Text: [2]string{"chuỗi sáp nhập đi vòng: {0}", "the chain of mergers goes in a circle: {0}"},
		Fix:  [2]string{"bỏ \"nhập vào\" ở một tệp", "drop \"nhập vào\" in one of the files"},
		Explain: [2]string{
			"Chuỗi sáp nhập phải kết thúc ở một nơi còn tồn tại.",
			"A chain of mergers must end at one that still exists.",
		},
	},
	{
		Code: NameNear, Severity: Hint,
		Text: [2]string{`"{0}" chưa có tệp riêng và rất giống "{1}", nhưng vẫn thành hai trang khác nhau`, `"{0}" has no file of its own and is very like "{1}", yet the two get pages of their own`},
		Fix:  [2]string{"nếu là một thì sửa cho giống nhau", "if they are one, write them alike"},
		Explain: [2]string{
			"Tên đơn vị, địa bàn, chuyên mục, chuyên đề viết tự do, nên một chữ gõ nhầm sẽ tách danh sách làm hai. Nếu đúng là hai nơi khác nhau, hãy tạo tệp riêng cho mỗi nơi; gợi ý này sẽ thôi hiện.",
			"Names of units, places, columns and topics are free, so one slip parts a list in two. If they really are two, give each a file of its own, and the hint is gone.",
		},
	},
	{
		Code: NamesOneFile, Severity: Error,
		Text: [2]string{"hai tệp của trang không nằm cạnh nhau được: {0} và {1}", "two files of the site cannot lie side by side: {0} and {1}"},
		Fix:  [2]string{"đổi tên một tệp trong static/, một đường dẫn hoặc một bí danh", "rename a file of static/, a slug or an alias"},
		Explain: [2]string{
			"Trên Windows, chữ hoa và chữ thường trong tên tệp là một; và một tên không thể vừa là tệp vừa là thư mục.",
			"On Windows, capitals and small letters in a file's name are one; and a name cannot be both a file and a folder.",
		},
	},
	{
		Code: NameForNoFile, Severity: Error,
		Text: [2]string{"tên {0} không dùng được trên mọi máy", "the name {0} cannot be used on every system"},
		Fix:  [2]string{"chỉ dùng chữ, số và gạch nối, và đừng quá dài", "use letters, digits and hyphens only, and keep it short"},
		Explain: [2]string{
			"Windows không chứa được các ký hiệu < > : \" | ? * \\ trong tên, những tên như con, nul, và phần tên dài hơn 255 byte.",
			"Windows cannot hold the signs < > : \" | ? * \\ in names, names such as con and nul, and parts longer than 255 bytes.",
		},
	},
	{
		Code: UnknownProfile, Severity: Error,
		Text: [2]string{`không có gương "{0}"`, `there is no profile "{0}"`},
		Fix:  [2]string{"ghi tên tệp của gương ấy, không có .md, ví dụ nguyen-thi-mau", "write the name of the profile's file without .md, such as nguyen-thi-mau"},
		Explain: [2]string{
			"Các khóa `gương`, `đứng đầu` dẫn tới một gương khác bằng đường dẫn của nó.",
			"The keys `gương` and `đứng đầu` lead to another profile by its slug.",
		},
	},
	{
		Code: NotPublished, Severity: Warning,
		Text: [2]string{`"{0}" ({1}) là bài nháp, bài hẹn ngày hoặc bài hết hạn, nên hôm nay chỗ này không có liên kết`, `"{0}" ({1}) is a draft, of a day to come or expired, so there is no link here today`},
		Fix:  [2]string{"không cần sửa: khi bài ấy được đăng, liên kết tự hiện", "nothing to mend: the link appears by itself when the story is published"},
		Explain: [2]string{
			"Bài nháp, bài hẹn ngày và bài hết hạn không có trang, nên không thể dẫn tới.",
			"Drafts, stories of days to come and expired ones have no page to lead to.",
		},
	},
	{
		Code: DeadLink, Severity: Error,
		Text: [2]string{`liên kết "{0}" không dẫn tới đâu`, `the link "{0}" leads nowhere`},
		Fix:  [2]string{"ghi đường tới tệp của bài, tính từ tệp này, ví dụ ../2022/nguyen-thi-mau.md", "write the way to the story's file from this one, such as ../2022/nguyen-thi-mau.md"},
		Explain: [2]string{
			"Liên kết tới bài khác viết như đường tới tệp của nó, ví dụ ../2022/ten-tep.md, nên cũng dùng được khi xem trên nơi lưu mã.",
			"A link to another story is written as the way to its file, such as ../2022/name.md, so that it works where the files are stored too.",
		},
	},
	{
		Code: DeadFragment, Severity: Error,
		Text: [2]string{`{1} không có mục "#{0}"`, `{1} has no part "#{0}"`},
		Fix:  [2]string{"ghi đề mục bằng chữ thường không dấu, nối bằng gạch nối, ví dụ #hoan-canh", "write the heading in lower case without marks, joined by hyphens, such as #hoan-canh"},
		Explain: [2]string{
			"Phần sau dấu # là mã của một đề mục trong bài kia.",
			"What stands after # is the id of a heading of the other story.",
		},
	},
	{
		Code: LinkToDisk, Severity: Error,
		Text: [2]string{`"{0}" nằm trên ổ đĩa của máy này; người đọc không mở được`, `"{0}" lies on this machine's disk, where no reader can open it`},
		Fix:  [2]string{"dẫn tới tệp .md của bài; ảnh và tệp thì chép vào cùng thư mục với bài, rồi chỉ ghi tên tệp", "lead to the story's .md file; copy a picture or file into the story's folder and write its name only"},
		Explain: [2]string{
			"Đường dẫn như D:\\… hay file:///… chỉ đúng trên máy của người viết.",
			"A path such as D:\\… or file:///… holds on the author's own machine only.",
		},
	},
	{
		Code: NoPicture, Severity: Error,
		Text: [2]string{`không có tệp ảnh "{0}"`, `there is no picture file "{0}"`},
		Fix:  [2]string{"chép ảnh vào cùng thư mục với bài (tên bắt đầu bằng / thì vào static), hoặc sửa lại tên tệp", "copy the picture into the story's folder (into static where the name begins with /), or correct the name"},
		Explain: [2]string{
			"Ảnh nằm trong cùng thư mục với bài (bài là tên-bài/index.md), hoặc trong static/ với đường dẫn bắt đầu bằng /.",
			"A picture lies in the story's folder (the story is name/index.md), or in static/ with a path that begins with /.",
		},
	},
	{
		Code: NotAPicture, Severity: Error,
		Text: [2]string{`"{0}" không phải ảnh mà trình duyệt hiện được`, `"{0}" is not a picture that browsers show`},
		Fix:  [2]string{"lưu lại thành JPEG, PNG, WebP hoặc SVG", "save it as JPEG, PNG, WebP or SVG"},
		Explain: [2]string{
			"Ảnh HEIC của điện thoại, TIFF, BMP, PSD phải được lưu lại ở dạng khác trước.",
			"HEIC pictures of telephones, TIFF, BMP and PSD must be saved in another format first.",
		},
	},
	{
		Code: DamagedPicture, Severity: Error,
		Text: [2]string{`tệp ảnh hỏng hoặc dở dang`, `the picture file is damaged or incomplete`},
		Fix:  [2]string{"chép lại tệp từ bản gốc", "copy the file again from the original"},
		Explain: [2]string{
			"Phần đầu của tệp không đọc được, nên không biết kích thước ảnh.",
			"The beginning of the file cannot be read, so the picture's size is not known.",
		},
	},
	{
		Code: PictureElsewhere, Severity: Error,
		Text: [2]string{`ảnh "{0}" nằm ở trang khác`, `the picture "{0}" lies on another site`},
		Fix:  [2]string{"tải ảnh về, chép vào cùng thư mục với bài rồi ghi tên tệp", "download it, copy it into the story's folder and write the file's name"},
		Explain: [2]string{
			"Trang không tải gì từ nơi khác: ảnh ở nơi khác có thể biến mất, và nơi ấy biết ai đã đọc trang.",
			"The site loads nothing from elsewhere: such a picture may vanish, and its host learns who reads the page.",
		},
	},
	{
		Code: LocatedPicture, Severity: Warning,
		Text: [2]string{"tệp ảnh ghi tọa độ nơi chụp, và sẽ được đăng nguyên như vậy", "the picture file tells where it was taken, and is published as it is"},
		Fix:  [2]string{"xóa thông tin vị trí của ảnh (Thuộc tính → Chi tiết → Xóa), rồi chép lại", "remove the location from the picture (Properties → Details → Remove) and copy it again"},
		Explain: [2]string{
			"Tọa độ có thể chỉ thẳng tới nhà của người trong ảnh, là dữ liệu cá nhân.",
			"Coordinates may lead straight to the home of who is in the picture, which is personal data.",
		},
	},
	{
		Code: LinkMoved, Severity: Hint,
		Text: [2]string{`"{0}" nay nằm ở {1}; trên trang liên kết vẫn đúng`, `"{0}" is {1} now; the link is still good on the site`},
		Fix:  [2]string{"ghi đường mới để liên kết cũng đúng ở nơi lưu tệp", "write the new way, so that the link holds where the files are kept too"},
		Explain: [2]string{
			"Một bài là tệp ten-bai.md, hoặc thư mục ten-bai/ có index.md khi bài có ảnh. Bài chuyển từ dạng này sang dạng kia thì liên kết cũ vẫn được hiểu. `check --fix` ghi lại cho đúng.",
			"A story is a file name.md, or a folder name/ with an index.md once it has pictures. Links to the one are understood as links to the other. `check --fix` writes them anew.",
		},
	},
	{
		Code: UnknownStory, Severity: Error,
		Text: [2]string{`không có gương, mô hình hay bài viết "{0}"`, `there is no profile, practice or article "{0}"`},
		Fix:  [2]string{"ghi tên tệp của bài ấy, không có .md, ví dụ nguyen-thi-mau hoặc bai-viet/ten-bai", "write the name of the story's file without .md, such as nguyen-thi-mau or bai-viet/a-story"},
		Explain: [2]string{
			"Phần của một chuyên đề chọn bài bằng đường dẫn. Đường dẫn đứng một mình được tìm trong gương trước, rồi mô hình, rồi bài viết; thêm thư mục ở trước (mo-hinh/…, bai-viet/…) để nói rõ.",
			"A topic's section picks stories by their slugs. A mere slug is looked for among profiles first, then practices, then articles; a folder before it (mo-hinh/…, bai-viet/…) says which is meant.",
		},
	},
	{
		Code: UnknownTerm, Severity: Error,
		Text: [2]string{`không có {1} "{0}"`, `{1}: there is nothing named "{0}"`},
		Fix:  [2]string{"ghi đúng tên đã ghi trong các bài, hoặc tên tệp của nó", "write the name as it stands in the stories, or the name of its file"},
		Explain: [2]string{
			"Phần của một chuyên đề lọc bài theo đơn vị, địa bàn hay chuyên mục có trên trang: có tệp riêng, hoặc được ghi trong một bài.",
			"A topic's section takes the stories of units, localities and columns that the site has: with a file of their own, or named in a story.",
		},
	},
	{
		Code: EmptySection, Severity: Warning,
		Text: [2]string{`phần "{0}" không có bài nào để hiện nên được bỏ qua`, `the section "{0}" has no story to show and is left out`},
		Fix:  [2]string{"nới điều kiện lọc, chọn tay vài bài, hoặc bỏ phần này", "ask for less, pick some stories, or drop the section"},
		Explain: [2]string{
			"Không bài nào được đăng hôm nay hợp với mọi điều kiện của phần: giữa các giá trị của một khóa là “hoặc”, giữa các khóa là “và”.",
			"No story that is published today fits all that the section asks for: any one value of a key, and all of the keys.",
		},
	},
	{
		Code: SectionOfNothing, Severity: Error,
		Text: [2]string{`phần "{0}" chưa nói lấy bài nào`, `the section "{0}" does not say which stories it has`},
		Fix:  [2]string{"thêm gương, lĩnh vực, năm, đơn vị, địa bàn hoặc chuyên mục", "add gương, lĩnh vực, năm, đơn vị, địa bàn or chuyên mục"},
		Explain: [2]string{
			"Mỗi phần chọn tay các bài bằng `gương`, hoặc lọc bằng một hay nhiều khóa: `lĩnh vực`, `năm`, `đơn vị`, `địa bàn`, `chuyên mục`.",
			"A section picks stories with `gương`, or takes those that fit one or several of the keys `lĩnh vực`, `năm`, `đơn vị`, `địa bàn`, `chuyên mục`.",
		},
	},
	{
		Code: BadStoryCount, Severity: Error,
		Text: [2]string{`"số lượng: {0}" phải là số nguyên từ 1 đến 48`, `"số lượng: {0}" must be a whole number from 1 to 48`},
		Fix:  [2]string{"ghi một số như 6, hoặc bỏ dòng này để lấy 12 bài", "write a number such as 6, or drop the line to have 12 stories"},
		Explain: [2]string{
			"Số bài nhiều nhất của một phần trong trang chuyên đề. Muốn cho xem nhiều hơn thì để người đọc mở danh sách đầy đủ.",
			"The most stories that a section of a topic's page has. For more there is the whole list.",
		},
	},
	{
		Code: CallToNowhere, Severity: Warning,
		Text: [2]string{"lời mời chưa có nơi để gửi bài tới", "the call has nowhere to send a story to"},
		Fix:  [2]string{"thêm thư điện tử vào chuyên đề, hoặc vào mục cơ quan của site.yaml; trang Giới thiệu một tấm gương đang tắt thì mở lại: giới thiệu gương: {mở: có}", "add thư điện tử to the topic, or to cơ quan in site.yaml; where the page on introducing somebody is switched off, open it again: giới thiệu gương: {mở: có}"},
		Explain: [2]string{
			"Lời mời dẫn tới hộp thư của chuyên đề, không có thì tới trang Giới thiệu một tấm gương. Trang ấy có khi cơ quan có hộp thư, hoặc khi `giới thiệu gương` trong `site.yaml` được mở.",
			"The call leads to the topic's mailbox, else to the page on introducing somebody. The site has that page if its owner has a mailbox, or if `giới thiệu gương` in `site.yaml` is on.",
		},
	},
	{
		Code: UnknownTranslation, Severity: Error,
		Text: [2]string{`"bản dịch: {0}" nhưng content/{1}/ không có bài nào đường dẫn là "{0}"`, `"bản dịch: {0}", but nothing in content/{1}/ has the slug "{0}"`},
		Fix:  [2]string{"ghi đường dẫn của bản bằng ngôn ngữ kia: tên tệp, không có .md", "write the slug of the text in the other language: its file's name without .md"},
		Explain: [2]string{
			"`bản dịch` nối các bản của cùng một bài, cùng loại: gương với gương, trang với trang. Ghi ở một bên là đủ, hai trang tự dẫn tới nhau.",
			"`bản dịch` ties the versions of one text, which are of one class: a profile with a profile, a page with a page. It is enough on one side; the pages lead to each other.",
		},
	},
	{
		Code: TranslationOfItself, Severity: Error,
		Text: [2]string{`"{0}" là đường dẫn của chính bài này`, `"{0}" is the slug of this very text`},
		Fix:  [2]string{"ghi đường dẫn của bản bằng ngôn ngữ kia, hoặc bỏ dòng này", "write the slug of the text in the other language, or drop the line"},
		Explain: [2]string{
			"Một bài không thể là bản dịch của chính nó; thường là dòng chép từ bản kia sang mà chưa sửa.",
			"No text is a translation of itself; most often the line was copied from the other version and not changed.",
		},
	},
	{
		Code: SameLanguage, Severity: Error,
		Text: [2]string{`"{0}" ({1}) và "{2}" ({3}) là bản dịch của nhau nhưng cùng là {4}`, `"{0}" ({1}) and "{2}" ({3}) are translations of one another, but both are in one language ({4})`},
		Fix:  [2]string{"ở bản không phải tiếng Việt, thêm một dòng như ngôn ngữ: en; nếu là hai bài khác nhau thì bỏ bản dịch", "add a line such as ngôn ngữ: en to the one that is not Vietnamese; if they are two texts, drop bản dịch"},
		Explain: [2]string{
			"Mỗi bài chỉ có một bản bằng mỗi ngôn ngữ. Bài không ghi `ngôn ngữ` là tiếng Việt. Bản bằng ngôn ngữ của trang là bản gốc: chỉ bản ấy đứng trong danh sách và được đếm.",
			"A text has one version in each language. One without `ngôn ngữ` is Vietnamese. The version in the language of the site is the original: it alone stands in lists and is counted.",
		},
	},
}
