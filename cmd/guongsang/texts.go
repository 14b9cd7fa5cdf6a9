package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// texts are the words of the program: Vietnamese, English.
var texts = map[string][2]string{
	"root.short": {"Tạo trang web nêu gương sáng từ các bài viết Markdown", "Makes a website of good examples from Markdown profiles"},
	"root.long": {
		"guongsang đọc các bài viết trong content/, kiểm tra, rồi tạo thành một trang web trong public/,\nđăng được lên bất kỳ máy chủ nào.",
		"guongsang reads the profiles in content/, checks them and makes a website in public/ that any\nhost can serve.",
	},
	"build.short": {"Tạo trang web: content/ → public/", "Make the site: content/ → public/"},
	"build.long": {
		"Đọc content/, kiểm tra và ghi trang web vào public/. Nếu bài viết có lỗi thì public/ giữ nguyên\nnhư cũ. Chỉ những trang thay đổi mới được ghi lại.",
		"Reads content/, checks it and writes the site to public/. Where the content has errors, public/\nstays as it was. Only pages that changed are written.",
	},
	"build.example": {
		"  guongsang build\n  guongsang build --drafts --output /tmp/xem-thu\n  guongsang build --base-url https://guong.example/thu-muc --strict",
		"  guongsang build\n  guongsang build --drafts --output /tmp/preview\n  guongsang build --base-url https://guong.example/folder --strict",
	},
	"build.busy": {
		"Một lần tạo trang khác đang ghi vào thư mục này; chờ nó xong…", "Another build is writing to this folder; waiting for it to end…",
	},
	"build.done": {
		"Xong: {0}, {1}, {2}.\n{3} tệp: {4} ghi mới, {5} giữ nguyên, {6} xóa; {7} giây.\nTrang web nằm ở {8}",
		"Done: {0}, {1}, {2}.\n{3} files: {4} written, {5} unchanged, {6} removed; {7} seconds.\nThe site is in {8}",
	},
	"build.ledger-bad": {
		"Sổ của lần tạo trước không đọc được nên đã bỏ; mọi trang được so lại từ đầu.",
		"The ledger of the last build could not be read and was thrown away; all pages were compared anew.",
	},
	"build.cache-off": {
		"Không ghi được vào .guongsang/ ({0}) nên lần sau sẽ làm lại từ đầu.",
		"The folder .guongsang/ cannot be written ({0}), so the next build begins from nothing.",
	},
	"check.short": {"Kiểm tra mọi bài, không ghi gì", "Check everything without writing"},
	"check.long": {
		"Kiểm tra mọi thứ mà build kiểm tra, nhưng không ghi tệp nào.",
		"Checks all that build checks, without writing a file.",
	},
	"check.example": {
		"  guongsang check\n  guongsang check --format json | jq .message\n  guongsang check --format github --strict",
		"  guongsang check\n  guongsang check --format json | jq .message\n  guongsang check --format github --strict",
	},
	"check.done":    {"Không có lỗi: {0}, {1}.", "No errors: {0}, {1}."},
	"version.short": {"In phiên bản", "Print the version"},
	"help.short":    {"Hướng dẫn một lệnh", "Help about a command"},

	"flag.lang":     {"ngôn ngữ của thông báo: vi hoặc en (mặc định $GUONGSANG_LANG, rồi vi)", "language of messages: vi or en (default $GUONGSANG_LANG, then vi)"},
	"flag.source":   {"thư mục của trang", "the site's folder"},
	"flag.output":   {"thư mục để ghi (mặc định public trong thư mục của trang)", "the folder to write (default public in the site's folder)"},
	"flag.base-url": {"địa chỉ của trang, thay cho địa chỉ trong site.yaml", "the site's address, in place of the one in site.yaml"},
	"flag.drafts":   {"đăng cả bài nháp", "publish drafts too"},
	"flag.future":   {"đăng cả bài hẹn ngày sau hôm nay", "publish stories of days to come too"},
	"flag.strict":   {"coi cảnh báo là lỗi", "let warnings fail"},
	"flag.quiet":    {"chỉ in lỗi", "print errors only"},
	"flag.format":   {"dạng in các vấn đề: text, json hoặc github", "how problems are printed: text, json or github"},
	"flag.help":     {"hướng dẫn", "help"},

	"count.profile":      {"{0} gương", "{0} profiles"},
	"count.profile.one":  {"1 gương", "1 profile"},
	"count.practice":     {"{0} mô hình", "{0} practices"},
	"count.practice.one": {"1 mô hình", "1 practice"},
	"count.article":      {"{0} bài viết", "{0} articles"},
	"count.article.one":  {"1 bài viết", "1 article"},
	"count.story":        {"{0} bài được đăng", "{0} stories are published"},
	"count.story.one":    {"1 bài được đăng", "1 story is published"},
	"count.error":        {"{0} lỗi", "{0} errors"},
	"count.error.one":    {"1 lỗi", "1 error"},
	"count.warning":      {"{0} cảnh báo", "{0} warnings"},
	"count.warning.one":  {"1 cảnh báo", "1 warning"},

	"failed.content": {"có {0} và {1}; trang cũ giữ nguyên. Sửa các lỗi ghi ở trên rồi chạy lại.", "{0} and {1}; the old site is untouched. Mend the errors above and run again."},
	"failed.strict":  {"có {0}, mà --strict coi cảnh báo là lỗi; trang cũ giữ nguyên.", "{0}, and --strict lets warnings fail; the old site is untouched."},
	"failed.stopped": {"đã dừng theo yêu cầu.", "stopped as asked."},
	"failed.disk":    {"không dùng được {0}: {1}.", "cannot use {0}: {1}."},
	"failed.machine": {"máy không làm được: {0}.", "the machine failed: {0}."},

	"reason.full":       {"đĩa đã đầy; xóa bớt tệp rồi chạy lại", "the disk is full; remove some files and run again"},
	"reason.permission": {"không có quyền; kiểm tra quyền của thư mục, hoặc chọn nơi khác bằng --output", "no permission; check the folder's rights, or choose another place with --output"},
	"reason.read-only":  {"đĩa chỉ cho đọc; chọn nơi khác bằng --output", "the disk is read-only; choose another place with --output"},
	"reason.missing":    {"không có tệp hay thư mục này", "no such file or folder"},

	"usage.command":    {"không có lệnh {0}; xem các lệnh: guongsang --help", "there is no command {0}; for the commands: guongsang --help"},
	"usage.flag":       {"không có lựa chọn {0}; xem: guongsang LỆNH --help", "there is no flag {0}; see: guongsang COMMAND --help"},
	"usage.argument":   {"giá trị không dùng được: {0}", "the value cannot be used: {0}"},
	"usage.needs":      {"thiếu giá trị sau {0}", "a value is missing after {0}"},
	"usage.other":      {"dùng sai: {0}; xem: guongsang --help", "wrong usage: {0}; see: guongsang --help"},
	"usage.format":     {"--format là text, json hoặc github, không phải \"{0}\"", "--format is text, json or github, not \"{0}\""},
	"usage.base-url":   {"--base-url phải như https://guong.example/ chứ không phải \"{0}\"", "--base-url must be like https://guong.example/ and not \"{0}\""},
	"usage.epoch":      {"SOURCE_DATE_EPOCH phải là số giây, không phải \"{0}\"", "SOURCE_DATE_EPOCH must be a number of seconds, not \"{0}\""},
	"usage.no-content": {"\"{0}\" không phải thư mục của một trang: trong đó không có content/. Chuyển tới thư mục của trang, hoặc ghi --source THƯ-MỤC", "\"{0}\" is not a site's folder: it has no content/. Go to the site's folder, or give --source DIR"},

	"progress.reading": {"Đọc bài", "Reading"},
	"progress.writing": {"Ghi trang", "Writing"},

	"help.template": {
		"{{with or .Long .Short}}{{.}}\n\n{{end}}Cách dùng:\n  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}{{.CommandPath}} LỆNH{{end}}{{if .HasExample}}\n\nVí dụ:\n{{.Example}}{{end}}{{if .HasAvailableSubCommands}}\n\nCác lệnh:{{range .Commands}}{{if .IsAvailableCommand}}\n  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}\n\nLựa chọn:\n{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}\n\nLựa chọn chung:\n{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}\n",
		"{{with or .Long .Short}}{{.}}\n\n{{end}}Usage:\n  {{if .Runnable}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}{{.CommandPath}} COMMAND{{end}}{{if .HasExample}}\n\nExamples:\n{{.Example}}{{end}}{{if .HasAvailableSubCommands}}\n\nCommands:{{range .Commands}}{{if .IsAvailableCommand}}\n  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}\n\nFlags:\n{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableInheritedFlags}}\n\nCommon flags:\n{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}\n",
	},
}

// localize puts cobra's own words into the language of the screen.
func localize(root *cobra.Command, s *screen) {
	root.SetHelpTemplate(s.say("help.template"))
	root.InitDefaultHelpCmd()
	for _, cmd := range append(root.Commands(), root) {
		cmd.InitDefaultHelpFlag()
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if f.Name == "help" {
				f.Usage = s.say("flag.help")
			}
		})
		if cmd.Name() == "help" {
			cmd.Short = s.say("help.short")
		}
	}
}
