package diag

// Files as bytes and text: GS134 to GS142.
var textFileMessages = []Message{
	{
		NotUTF8, Error,
		[2]string{`tệp không được lưu bằng mã UTF-8 nên chữ ở đây không đọc được (byte {0})`, `the file is not saved as UTF-8, so this letter cannot be read (byte {0})`},
		[2]string{`mở bằng Notepad, chọn Lưu thành (Save as), ở ô Mã hóa (Encoding) chọn UTF-8`, `open it in Notepad, choose Save as and there the encoding UTF-8`},
		[2]string{
			"Chương trình chỉ đọc chữ Unicode ở dạng UTF-8. Tệp lưu bằng bảng mã cũ (Windows-1258, Latin-1) phải lưu lại; nếu chữ đã hỏng thì lấy lại từ bản gốc.",
			"Only Unicode text in UTF-8 is read. A file in an older encoding (Windows-1258, Latin-1) must be saved again; where the letters are damaged, go back to the original.",
		},
	},
	{
		UTF16, Error,
		[2]string{`tệp được lưu bằng UTF-16`, `the file is saved as UTF-16`},
		[2]string{`mở bằng Notepad, chọn Lưu thành (Save as), ở ô Mã hóa (Encoding) chọn UTF-8`, `open it in Notepad, choose Save as and there the encoding UTF-8`},
		[2]string{
			"Trong Notepad cũ, UTF-16 có tên là \"Unicode\". Chọn UTF-8 khi lưu.",
			"Older versions of Notepad call UTF-16 \"Unicode\". Choose UTF-8 when saving.",
		},
	},
	{
		ControlCharacter, Error,
		[2]string{`có ký tự ẩn {0} ở đây`, `there is a hidden character {0} here`},
		[2]string{`xóa ký tự đó rồi gõ lại chữ bên cạnh; xóa nhiều thì dán lại dạng văn bản thuần`, `delete it and type its neighbours again; where there are many, paste again as plain text`},
		[2]string{
			"Ký tự điều khiển không hiện trên màn hình và thường lọt vào khi chép từ PDF hoặc Word. Chúng làm hỏng trang và bản tin.",
			"Control characters do not show on the screen and often slip in when text is copied from PDF or Word. They break pages and feeds.",
		},
	},
	{
		EmptyFile, Error,
		[2]string{`tệp trống`, `the file is empty`},
		[2]string{`viết nội dung, hoặc xóa tệp`, `write it, or delete the file`},
		[2]string{
			"Tệp không có chữ nào. Có thể việc lưu bị gián đoạn: thử lấy lại từ bản sao.",
			"The file has no text at all. Perhaps saving was interrupted: try to get it back from a copy.",
		},
	},
	{
		NoFrontMatter, Error,
		[2]string{`tệp không có phần đầu với tên và các thông tin`, `the file has no head with a name and the other facts`},
		[2]string{`thêm ở đầu tệp một dòng ---, dòng tên: …, rồi một dòng ---`, `add at the top a line ---, a line tên: …, then a line ---`},
		[2]string{
			"Mỗi tệp bắt đầu bằng phần đầu nằm giữa hai dòng ---, gồm các dòng khóa: giá trị. Dòng --- đầu tiên phải là dòng đầu của tệp.",
			"Every file begins with a head between two lines ---, of lines key: value. The first --- must be the first line of the file.",
		},
	},
	{
		UnclosedFront, Error,
		[2]string{`phần đầu tệp mở bằng {0} ở đây mà không đóng`, `the head of the file opens with {0} here and is not closed`},
		[2]string{`thêm một dòng {1} sau khóa cuối cùng, sát lề trái`, `add a line {1} after the last key, at the left margin`},
		[2]string{
			"Sau khóa cuối cùng phải có dòng đóng giống dòng mở (--- hoặc +++), viết sát lề trái, không có gì khác trên dòng.",
			"After the last key there must be a closing line like the opening one (--- or +++), at the left margin, with nothing else on it.",
		},
	},
	{
		LegacyFont, Error,
		[2]string{`chữ "{0}" được gõ bằng phông {1} cũ, không phải Unicode`, `"{0}" was typed in an old {1} font and is not Unicode`},
		[2]string{`chuyển mã sang Unicode bằng UniKey (Ctrl+Shift+F6) rồi dán lại`, `convert it to Unicode, for instance with UniKey (Ctrl+Shift+F6), and paste it again`},
		[2]string{
			"Văn bản gõ bằng phông .VnTime hay VNI-Times nhìn đúng trong Word nhưng thành chữ lạ trên trang web. Phải chuyển mã cả đoạn sang Unicode.",
			"Text typed in .VnTime or VNI-Times looks right in Word and turns into odd letters on the web. The whole passage must be converted to Unicode.",
		},
	},
	{
		TooLarge, Error,
		[2]string{`tệp quá lớn ({0} MB); nhiều nhất là 1 MB`, `the file is too large ({0} MB); the most is 1 MB`},
		[2]string{`để ảnh thành tệp riêng bên cạnh, không dán vào trong tệp`, `keep pictures in files of their own beside it, not pasted into it`},
		[2]string{
			"Một bài dài cũng chỉ vài chục nghìn byte. Tệp lớn thường là do ảnh bị dán thẳng vào trong chữ.",
			"Even a long story has some ten thousand bytes only. A large file mostly has a picture pasted into its text.",
		},
	},
	{
		DamagedText, Warning,
		[2]string{`có chữ đã hỏng (�) ở đây`, `there is a damaged letter (�) here`},
		[2]string{`gõ lại chữ đó theo bản gốc`, `type it again from the original`},
		[2]string{
			"Dấu � là chỗ một chữ đã mất khi tệp được chuyển mã sai. Máy không đoán được chữ gốc.",
			"The sign � marks a letter that was lost when the file was converted wrongly. No program can tell what it was.",
		},
	},
}

// Where files lie and what they are called: GS143 to GS150.
var placementMessages = []Message{
	{
		OutsideFolders, Error,
		[2]string{`tệp nằm ngoài các thư mục nội dung`, `the file lies outside the folders of content`},
		[2]string{`chuyển vào một trong các thư mục của content: {0}`, `move it into one of the folders of content: {0}`},
		[2]string{
			"Thư mục cho biết tệp là gì: guong là gương, mo-hinh là mô hình, bai-viet là bài viết… Tệp nằm ngoài sẽ không thành trang nào.",
			"The folder says what a file is: guong a profile, mo-hinh a practice, bai-viet an article … A file outside them would make no page.",
		},
	},
	{
		SubFolder, Error,
		[2]string{`thư mục {0} không có thư mục con`, `the folder {0} has no folders within it`},
		[2]string{`chuyển tệp ra ngay trong content/{0}`, `move the file to content/{0} itself`},
		[2]string{
			"Chỉ gương, mô hình và bài viết được xếp vào thư mục con theo ý người soạn.",
			"Only profiles, practices and articles may be kept in folders of the editor's own.",
		},
	},
	{
		NamesClash, Error,
		[2]string{`tên tệp chỉ khác {0} ở chữ hoa hay cách gõ dấu`, `the file's name differs from {0} in case or in the way its marks are typed only`},
		[2]string{`đổi tên một trong hai`, `rename one of the two`},
		[2]string{
			"Trên Windows và macOS hai tên như vậy là một tệp, tệp này sẽ đè lên tệp kia khi chép. Dùng tên chữ thường không dấu là chắc nhất.",
			"On Windows and macOS two such names are one file, and one would overwrite the other when copied. Lower-case names without marks are safest.",
		},
	},
	{
		OddExtension, Warning,
		[2]string{`phần đuôi của tên tệp nên là .md`, `the file's name should end in .md`},
		[2]string{`đổi tên thành {0}`, `rename it to {0}`},
		[2]string{
			"Tệp vẫn được đọc, nhưng liên kết từ các bài khác và nhiều phần mềm chỉ nhận đuôi .md viết thường.",
			"The file is read, but links from other stories and many programs know the ending .md in lower case only.",
		},
	},
	{
		MarkdownInBundle, Error,
		[2]string{`thư mục này là của bài {0}, không chứa bài khác`, `this folder belongs to the story {0} and holds no other one`},
		[2]string{`chuyển tệp ra ngoài thư mục đó (bản dịch thì ghi ảnh là {1}/tên-tệp-ảnh), hoặc đổi tên index.md nếu đó là thư mục chung`, `move the file out of the folder (a translation then has the picture as {1}/its-file), or rename index.md if the folder is meant for several stories`},
		[2]string{
			"Thư mục có index.md là một bài cùng với ảnh của nó. Các bài khác phải nằm ngoài, kể cả bản dịch của bài ấy: đặt bản dịch cạnh thư mục; ảnh không phải chép thêm, chỉ ghi cả tên thư mục, ví dụ `ảnh: nguyen-thi-mau/chan-dung.jpg`.",
			"A folder with an index.md is one story with its pictures. Other stories must lie outside it, its translations too: put them beside the folder. The pictures need not be copied; name them with the folder, such as `ảnh: nguyen-thi-mau/chan-dung.jpg`.",
		},
	},
	{
		StrayIndex, Error,
		[2]string{`index.md ở đây không thuộc bài nào`, `the index.md here belongs to no story`},
		[2]string{`đặt trong thư mục riêng của bài, ví dụ {0}/nguyen-thi-mau/index.md, hoặc đổi tên`, `put it into a folder of its own, such as {0}/nguyen-thi-mau/index.md, or rename it`},
		[2]string{
			"index.md lấy tên bài từ thư mục chứa nó, nên phải nằm trong thư mục riêng của bài.",
			"An index.md takes its name from its folder, so it must lie in a folder of its own.",
		},
	},
	{
		NotMarkdown, Hint,
		[2]string{`tệp {0} không được đọc thành trang`, `a {0} file does not become a page`},
		[2]string{`chép nội dung sang một tệp .md; tệp để tải về thì đặt trong static`, `copy its text into a .md file; put files for download into static`},
		[2]string{
			"Chương trình chỉ đọc tệp Markdown (.md). Văn bản Word phải chép sang tệp .md mới thành trang.",
			"Only Markdown files (.md) are read. A Word document must be copied into a .md file to become a page.",
		},
	},
	{
		LinkLeadsOut, Error,
		[2]string{"đây là một liên kết tắt (symlink) dẫn ra ngoài thư mục của trang, hoặc không dẫn tới đâu", "this is a symbolic link that leads out of the site's folder, or nowhere"},
		[2]string{"chép chính tệp ấy vào đây", "copy the file itself to this place"},
		[2]string{
			"Chỉ tệp nằm trong thư mục của trang mới được đăng, để không ai vô tình hay cố ý đăng một tệp khác của máy.",
			"Only files in the site's folder are published, so that nobody publishes another file of the machine, by mistake or on purpose.",
		},
	},
	{
		FolderInSlug, Error,
		[2]string{`"{0}" có cả tên thư mục, còn "{1}" chỉ ghi tên bài`, `"{0}" has a folder's name in it, but "{1}" takes the slug alone`},
		[2]string{`bỏ tên thư mục; bản dịch phải cùng loại với bài này, còn "gương" chỉ nhận gương`, `drop the folder; a translation is of the same class as this text, and "gương" takes profiles only`},
		[2]string{
			"Chương trình đã biết phải tìm trong thư mục nào. Bản dịch phải cùng loại: gương với gương, mô hình với mô hình, trang với trang. Khóa `gương` chỉ nối tới gương. Bài thuộc loại khác thì dẫn tới bằng một liên kết trong thân bài.",
			"The folder is known. A translation is of the same class: a profile of a profile, a practice of a practice, a page of a page. The key `gương` leads to profiles only. Lead to a text of another class with a link in the body.",
		},
	},
}
