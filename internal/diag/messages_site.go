package diag

// site.yaml and themes: GS500-GS599.
const (
	NoSiteFile      Code = "GS501"
	NoBase          Code = "GS502"
	BadBase         Code = "GS503"
	BadPerPage      Code = "GS504"
	NoLogo          Code = "GS505"
	BadMenuAddress  Code = "GS506"
	UnknownCode     Code = "GS507"
	BadLevel        Code = "GS508"
	LevelOfError    Code = "GS509"
	NoTheme         Code = "GS510"
	BadTemplate     Code = "GS511"
	UnknownWord     Code = "GS512"
	BadWords        Code = "GS513"
	MissingTemplate Code = "GS514"
	BadAsset        Code = "GS515"
	UnusedWord      Code = "GS516"
	BadMailbox      Code = "GS517"
)

var siteMessages = []Message{
	{
		Code: NoSiteFile, Severity: Hint,
		Text: [2]string{"trang chưa có site.yaml nên dùng mọi giá trị mặc định", "the site has no site.yaml, so every setting has its default"},
		Fix:  [2]string{"tạo site.yaml với tên trang và địa chỉ", "make a site.yaml with tên trang and địa chỉ"},
		Explain: [2]string{
			"`site.yaml` nằm cạnh thư mục `content/` và ghi tên trang, địa chỉ, cơ quan chủ quản, giao diện.",
			"`site.yaml` lies beside `content/` and holds the site's name, address, owner and theme.",
		},
	},
	{
		Code: NoBase, Severity: Warning,
		Text: [2]string{"chưa có địa chỉ của trang nên không làm được địa chỉ chuẩn, nguồn tin RSS và sơ đồ trang", "the site's address is not given, so there are no canonical addresses, feeds and sitemap"},
		Fix:  [2]string{"thêm vào site.yaml dòng: địa chỉ: https://…", "add to site.yaml the line: địa chỉ: https://…"},
		Explain: [2]string{
			"Máy tìm kiếm và trình đọc tin cần địa chỉ đầy đủ. Mọi thứ khác vẫn chạy khi chưa có.",
			"Search engines and feed readers need full addresses. Everything else works without.",
		},
	},
	{
		Code: BadBase, Severity: Error,
		Text: [2]string{`"{0}" không phải địa chỉ của một trang`, `"{0}" is not the address of a site`},
		Fix:  [2]string{"ghi như https://guong.example hoặc https://guong.example/thu-muc", "write it like https://guong.example or https://guong.example/folder"},
		Explain: [2]string{
			"Địa chỉ bắt đầu bằng https:// (hoặc http://), có tên miền, có thể có thư mục, không có dấu ? và #.",
			"The address begins with https:// (or http://), has a host, may have a folder, and has no ? and #.",
		},
	},
	{
		Code: BadPerPage, Severity: Error,
		Text: [2]string{`"mỗi trang: {0}" phải là số nguyên từ 6 đến 96`, `"mỗi trang: {0}" must be a whole number from 6 to 96`},
		Explain: [2]string{
			"Số bài trên một trang danh sách cũ; trang đầu có từ chừng ấy đến gần gấp đôi.",
			"How many stories an older page of a list holds; the first page holds from that number to nearly twice as many.",
		},
	},
	{
		Code: NoLogo, Severity: Error,
		Text: [2]string{`không có tệp biểu trưng "static/{0}"`, `there is no logo file "static/{0}"`},
		Fix:  [2]string{"chép tệp vào static/, hoặc sửa tên ở biểu trưng", "copy the file into static/, or correct the name at biểu trưng"},
		Explain: [2]string{
			"`biểu trưng` là tên một tệp hình (tốt nhất là SVG) nằm trong thư mục `static/`.",
			"`biểu trưng` names a picture file (best an SVG) in the folder `static/`.",
		},
	},
	{
		Code: BadMenuAddress, Severity: Error,
		Text: [2]string{`trình đơn dẫn tới "{0}", mà trang không có địa chỉ này`, `the menu leads to "{0}", which the site does not have`},
		Fix:  [2]string{"dùng đường dẫn có thật như /guong/, hoặc địa chỉ đầy đủ https://…", "use a path that exists, such as /guong/, or a full address https://…"},
		Explain: [2]string{
			"Mục của trình đơn dẫn tới một trang của chính trang này, bắt đầu và kết thúc bằng dấu /, hoặc một địa chỉ đầy đủ ở nơi khác.",
			"A menu entry leads to a page of this site, with / at both ends, or to a full address elsewhere.",
		},
	},
	{
		Code: UnknownCode, Severity: Error,
		Text: [2]string{`không có thông báo nào mang mã "{0}"`, `there is no message with the code "{0}"`},
		Fix:  [2]string{"xem các mã trong docs/thong-bao.md, ví dụ GS602", "docs/thong-bao.md lists the codes, such as GS602"},
		Explain: [2]string{
			"`mức báo` đổi mức của từng quy tắc theo mã của nó. Một mã gõ nhầm sẽ không đổi gì cả.",
			"`mức báo` sets the level of a rule by its code. A mistyped code would change nothing.",
		},
	},
	{
		Code: BadLevel, Severity: Error,
		Text: [2]string{`"{0}" không phải một mức báo`, `"{0}" is no level`},
		Fix:  [2]string{"ghi một trong: tắt, gợi ý, cảnh báo, lỗi", "write one of: tắt (off), gợi ý (hint), cảnh báo (warning), lỗi (error)"},
		Explain: [2]string{
			"Tắt là không báo; gợi ý là lời khuyên; cảnh báo không dừng việc tạo trang, trừ khi chạy với `--strict`; lỗi thì dừng.",
			"Off says nothing; a hint is advice; a warning does not stop a build unless `--strict` is given; an error stops it.",
		},
	},
	{
		Code: LevelOfError, Severity: Error,
		Text: [2]string{"{0} là lỗi nên không tắt hay hạ xuống được", "{0} is an error and cannot be lowered or switched off"},
		Fix:  [2]string{"bỏ dòng này, và sửa bài theo thông báo ấy", "drop the line, and correct the content as that message says"},
		Explain: [2]string{
			"Chỉ gợi ý và cảnh báo đổi mức được. Chỗ có lỗi thì không làm thành trang được, nên không bỏ qua được.",
			"Only hints and warnings have a level of their own. What is an error cannot be made into a page, so it cannot be passed over.",
		},
	},
	{
		Code: NoTheme, Severity: Error,
		Text: [2]string{`không có giao diện "{0}"`, `there is no theme "{0}"`},
		Fix:  [2]string{"dùng sen hoặc tre, hoặc tạo thư mục themes/{0}/", "use sen or tre, or make the folder themes/{0}/"},
		Explain: [2]string{
			"Giao diện có sẵn là `sen` và `tre`. Thư mục `themes/<tên>/` của trang nằm đè lên giao diện có sẵn cùng tên, hoặc lên `sen`.",
			"The built-in themes are `sen` and `tre`. A site's folder `themes/<name>/` lies over the built-in theme of that name, else over `sen`.",
		},
	},
	{
		Code: BadTemplate, Severity: Error,
		Text: [2]string{"mẫu trang sai: {0}", "the template is wrong: {0}"},
		Fix:  [2]string{"xem các trường của mẫu trong themes/README.md", "the fields of each template are listed in themes/README.md"},
		Explain: [2]string{
			"Mẫu được kiểm tra khi nạp giao diện: tên trường, tên hàm, thẻ mở và đóng.",
			"Templates are checked when the theme is loaded: names of fields, functions, and what is opened and closed.",
		},
	},
	{
		Code: UnknownWord, Severity: Error,
		Text: [2]string{`không có chữ "{0}" trong i18n/{1}.yaml của giao diện`, `the theme's i18n/{1}.yaml has no word "{0}"`},
		Fix:  [2]string{"thêm dòng ấy vào i18n/{1}.yaml", "add the line to i18n/{1}.yaml"},
		Explain: [2]string{
			"Mọi chữ cố định trên trang nằm trong i18n/vi.yaml và i18n/en.yaml; mẫu gọi chúng bằng {{t \"tên\"}}.",
			"All fixed words of a page stand in i18n/vi.yaml and i18n/en.yaml; templates call them by {{t \"name\"}}.",
		},
	},
	{
		Code: BadWords, Severity: Error,
		Text: [2]string{"tệp chữ của giao diện sai: {0}", "the theme's file of words is wrong: {0}"},
		Fix:  [2]string{"mỗi dòng là: tên: \"chữ\"", "each line is: name: \"text\""},
		Explain: [2]string{
			"Tệp chữ là YAML đơn giản: mỗi dòng một tên và một chuỗi.",
			"A file of words is plain YAML: a name and a text on each line.",
		},
	},
	{
		Code: MissingTemplate, Severity: Error,
		Text: [2]string{`giao diện không có mẫu "{0}"`, `the theme has no template "{0}"`},
		Fix:  [2]string{"thêm tệp vào templates/", "add the file to templates/"},
		Explain: [2]string{
			"Danh sách các mẫu mà một giao diện phải có ở themes/README.md.",
			"themes/README.md lists the templates that a theme must have.",
		},
	},
	{
		Code: BadAsset, Severity: Error,
		Text: [2]string{"tệp của giao diện sai: {0}", "a file of the theme is wrong: {0}"},
		Fix:  [2]string{"sửa tệp ấy", "correct the file"},
		Explain: [2]string{
			"Tệp CSS và JavaScript được rút gọn khi nạp giao diện; một lỗi cú pháp, hoặc một url() dẫn tới tệp không có, dừng việc ấy.",
			"CSS and JavaScript files are minified when the theme is loaded; a syntax error, or a url() that leads nowhere, stops that.",
		},
	},
	{
		Code: UnusedWord, Severity: Warning,
		Text: [2]string{`không mẫu nào dùng chữ "{0}"`, `no template uses the word "{0}"`},
		Fix:  [2]string{"sửa tên, hoặc bỏ dòng này", "correct the name, or drop the line"},
		Explain: [2]string{
			"Tệp chữ riêng của trang chỉ thay được những chữ đã có. Một tên gõ nhầm sẽ không thay gì cả.",
			"A site's own file of words can only replace words that there are. A mistyped name would replace nothing.",
		},
	},
	{
		Code: BadMailbox, Severity: Error,
		Text: [2]string{`"{0}" không phải là một địa chỉ thư điện tử`, `"{0}" is no e-mail address`},
		Fix:  [2]string{"ghi một địa chỉ, như guong@donvi.example", "write one address, like guong@donvi.example"},
		Explain: [2]string{
			"Thư của bạn đọc gửi tới hộp thư này, nên gõ sai, hoặc ghi hai hộp thư vào một chỗ, thì thư không tới. Ở `giới thiệu gương` thì đây là lỗi. Ở `cơ quan` và ở một chuyên đề thì chỉ là cảnh báo: trang vẫn dựng được, nhưng không có lá thư soạn sẵn nào gửi tới đó.",
			"What readers send in goes to this mailbox, so with a slip in it, or with two mailboxes in one place, nothing arrives. In `giới thiệu gương` this is an error. In `cơ quan` and in a topic it is a warning: the site is built, but without the letter that goes there.",
		},
	},
}
