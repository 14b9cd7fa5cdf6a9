// Package config reads site.yaml into a plain struct.
//
// Every key has a default, so a site without the file builds too. Keys are matched as in front matter (without case, marks and
// separators) and unknown ones are refused, since a setting that is silently ignored is worse than an error. A Site is
// finished when it is returned.
package config

import (
	"errors"
	"io/fs"
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/source"
)

// File is the name of the configuration file, in the site's folder.
const File = "site.yaml"

// Site is what site.yaml says.
type Site struct {
	Name string
	// Base is the full address of the site, ending in "/"; empty where the site does not say.
	Base        string
	Description string
	// Logo is a file of static/; empty where there is none.
	Logo  string
	Owner Owner
	Theme string
	// LogoAt and ThemeAt are where the file says so, or the file as a whole.
	LogoAt, ThemeAt diag.Place
	// Language of the pages' own words: "vi" or "en".
	Language string
	Notice   string
	// Introduce is about the page on introducing somebody.
	Introduce Introduce
	// Menu is empty where the program makes the menu.
	Menu []MenuItem
	// PerPage is how many stories an older page of a list holds; the first page holds up to twice as many less one.
	PerPage int
	// Offline lets browsers keep what was read, for reading without a network.
	Offline bool
	// Levels are the severities of rules where they are not the rules' own, Off among them; see Weigh.
	Levels map[diag.Code]diag.Severity
}

// Owner is the organisation that answers for the site (NĐ 42/2022: owner, person responsible, contact in the footer).
type Owner struct{ Name, Address, Phone, Email, Responsible string }

// Introduce is the page on introducing somebody. On says that the site has it. Email is where letters go, empty where they cannot; Deadline is free words
// and may be empty.
type Introduce struct {
	On              bool
	Email, Deadline string
}

// MenuItem is an entry of the menu. Address is a path from the site's root ("/guong/") or a full web address.
type MenuItem struct {
	Name, Address string
	Place         diag.Place
}

// Keys is the table of the keys of site.yaml.
func Keys() []keys.Key {
	return []keys.Key{
		{Name: "tên trang", Type: keys.Name, Vi: "Tên của trang.", En: "The site's name.", Example: "Gương sáng"},
		{Name: "địa chỉ", Type: keys.URL, Vi: "Địa chỉ đầy đủ của trang trên mạng. Không có thì trang không có địa chỉ chuẩn, nguồn tin và sơ đồ trang.", En: "The site's full address on the web. Without it there are no canonical addresses, feeds and sitemap.", Example: "https://guong.example"},
		{Name: "mô tả", Type: keys.Text, Vi: "Một câu nói trang này là gì, cho máy tìm kiếm và đầu trang chủ.", En: "One sentence on what the site is, for search engines and the top of the home page.", Example: "Những tấm gương quanh ta"},
		{Name: "biểu trưng", Type: keys.Text, Vi: "Tệp hình trong static/, dùng ở đầu trang và làm biểu tượng.", En: "A picture file in static/, for the top of the page and the icon.", Example: "logo.svg"},
		{Name: "cơ quan", Type: keys.Object, Vi: "Cơ quan chủ quản, ghi ở chân trang.", En: "The organisation that owns the site, for the footer.", Sub: []keys.Key{
			{Name: "tên", Type: keys.Name, Vi: "Tên cơ quan.", En: "Its name."},
			{Name: "địa chỉ", Type: keys.Text, Vi: "Địa chỉ trụ sở.", En: "Its postal address."},
			{Name: "điện thoại", Type: keys.Text, Vi: "Điện thoại cơ quan.", En: "Its telephone number."},
			{Name: "thư điện tử", Type: keys.Text, Vi: "Thư điện tử.", En: "Its e-mail address."},
			{Name: "người chịu trách nhiệm", Type: keys.Name, Vi: "Người chịu trách nhiệm nội dung.", En: "The person responsible for the content."},
		}},
		{Name: "giao diện", Type: keys.Slug, Vi: "Tên giao diện: sen, tre, hoặc một thư mục trong themes/.", En: "The theme: sen, tre, or a folder in themes/.", Example: "sen"},
		{Name: "ngôn ngữ", Type: keys.Choice, Values: []string{"vi", "en"}, Vi: "Ngôn ngữ của các chữ có sẵn trên trang.", En: "The language of the site's own words.", Example: "vi"},
		{Name: "thông báo", Type: keys.Text, Vi: "Một câu hiện ở đầu mọi trang.", En: "A notice at the top of every page.", Example: "Trang đang thử nghiệm"},
		{Name: "giới thiệu gương", Type: keys.Object, Vi: "Trang Giới thiệu một tấm gương, có phiếu để in và thư soạn sẵn; tự có khi cơ quan có thư điện tử.", En: "The page on introducing somebody, with a form to print and a letter to send; the site has it by itself where its owner has an e-mail address.", Sub: []keys.Key{
			{Name: "mở", Type: keys.Bool, Vi: "Có trang này hay không.", En: "Whether the site has it.", Example: "có"},
			{Name: "thư", Type: keys.Text, Vi: "Hộp thư nhận lời giới thiệu, nếu khác hộp thư của cơ quan.", En: "The mailbox, where it is not the owner's.", Example: "gioithieu@donvi.example"},
			{Name: "hạn", Type: keys.Name, Vi: "Hạn nhận, ghi trên phiếu.", En: "The deadline, for the form.", Example: "trước ngày 30/9 hằng năm"},
		}, Example: "{mở: có, thư: gioithieu@donvi.example}"},
		{Name: "trình đơn", Type: keys.ObjectList, Vi: "Các mục của trình đơn; không có thì chương trình tự làm.", En: "The entries of the menu; without it the program makes one.", Sub: []keys.Key{
			{Name: "tên", Type: keys.Name, Required: true, Vi: "Chữ của mục.", En: "The entry's text.", Example: "Gương"},
			{Name: "địa chỉ", Type: keys.Text, Required: true, Vi: "Đường dẫn trong trang (/guong/) hoặc địa chỉ đầy đủ.", En: "A path within the site (/guong/) or a full address.", Example: "/guong/"},
		}, Example: `[{tên: Gương, địa chỉ: /guong/}]`},
		{Name: "mỗi trang", Type: keys.Number, Vi: "Số bài trên một trang danh sách, từ 6 đến 96.", En: "Stories on a page of a list, from 6 to 96.", Example: "24"},
		{Name: "ngoại tuyến", Type: keys.Bool, Vi: "có: điện thoại giữ lại những trang đã đọc để đọc lại khi mất mạng. không: không giữ nữa, và máy nào đã giữ thì xóa đi.", En: "có (yes): phones keep the pages that were read, for reading without a network. không (no): nothing is kept, and what was kept before is removed.", Example: "có"},
		{Name: "mức báo", Type: keys.TextMap, Vi: "Đổi mức của từng quy tắc: mã và một trong tắt, gợi ý, cảnh báo, lỗi. Các mã ở docs/thong-bao.md; lỗi thì không hạ được.", En: "Another level for a rule: its code and one of tắt (off), gợi ý (hint), cảnh báo (warning), lỗi (error). docs/thong-bao.md lists the codes; an error cannot be lowered.", Example: "{GS602: tắt, GS603: cảnh báo}"},
	}
}

// Read reads site.yaml from the site's folder and gives the problems found. A site without the file has the defaults and a hint. The error is
// the machine's, not the author's.
func Read(site fs.FS) (Site, []diag.Problem, error) {
	whole := diag.Place{File: File}
	s := Site{Name: "Gương sáng", Theme: "sen", Language: "vi", PerPage: 24, Offline: true, LogoAt: whole, ThemeAt: whole}
	data, err := fs.ReadFile(site, File)
	if errors.Is(err, fs.ErrNotExist) {
		return s, []diag.Problem{diag.At(whole, diag.NoSiteFile), diag.At(whole, diag.NoBase)}, nil
	}
	if err != nil {
		return s, nil, err
	}
	text, problems := source.Text(data, File)
	node, more := keys.ParseYAML(text, diag.Place{File: File, Line: 1, Column: 1})
	problems = append(problems, more...)
	if diag.Count(problems)[diag.Error] > 0 { // what the file says is not known, so nothing is missing either
		return s, problems, nil
	}
	rec, more := keys.Read(node, Keys(), File)
	problems = append(problems, more...)
	if node.Kind == keys.Map || node.Kind == keys.Null {
		problems = append(problems, s.fill(rec)...)
	}
	return s, problems, nil
}

func (s *Site) fill(rec keys.Record) (problems []diag.Problem) {
	set := func(into *string, rec keys.Record, key string) {
		if v := rec.Text(key); v.Present {
			*into = v.Text
		}
	}
	set(&s.Name, rec, "tên trang")
	set(&s.Description, rec, "mô tả")
	set(&s.Theme, rec, "giao diện")
	if v := rec.Text("giao diện"); v.Present {
		s.ThemeAt = v.Place
	}
	set(&s.Language, rec, "ngôn ngữ")
	set(&s.Notice, rec, "thông báo")
	if v := rec.Text("biểu trưng"); v.Present {
		s.LogoAt = v.Place
		s.Logo = strings.TrimPrefix(strings.TrimPrefix(v.Text, "/"), "static/")
	}
	if owner, ok := rec.Object("cơ quan"); ok {
		set(&s.Owner.Name, owner, "tên")
		set(&s.Owner.Address, owner, "địa chỉ")
		set(&s.Owner.Phone, owner, "điện thoại")
		set(&s.Owner.Email, owner, "thư điện tử")
		set(&s.Owner.Responsible, owner, "người chịu trách nhiệm")
	}
	problems = append(problems, s.introduce(rec)...)
	for _, item := range rec.Objects("trình đơn") {
		s.Menu = append(s.Menu, MenuItem{Name: item.Text("tên").Text, Address: item.Text("địa chỉ").Text, Place: item.At("địa chỉ")})
	}
	if n, v := rec.Number("mỗi trang"); v.Present {
		if n < 6 || n > 96 || n != float64(int(n)) {
			problems = append(problems, diag.At(v.Place, diag.BadPerPage, v.Text))
		} else {
			s.PerPage = int(n)
		}
	}
	if v := rec.Text("ngoại tuyến"); v.Present {
		s.Offline = rec.Bool("ngoại tuyến")
	}
	var more []diag.Problem
	s.Levels, more = levels(rec)
	problems = append(problems, more...)
	v := rec.Text("địa chỉ")
	switch {
	case v.Present:
	case rec.Node("địa chỉ").Kind != keys.Null: // it was refused, which is told already
		return problems
	default:
		return append(problems, diag.At(diag.Place{File: File}, diag.NoBase))
	}
	base, ok := Base(v.Text)
	if !ok {
		return append(problems, diag.At(v.Place, diag.BadBase, v.Text))
	}
	s.Base = base
	return problems
}

// introduce reads what the site says of the page on introducing somebody. Who does not say whether there is one has it where letters can be sent.
func (s *Site) introduce(rec keys.Record) (problems []diag.Problem) {
	said, _ := rec.Object("giới thiệu gương")
	owner, _ := rec.Object("cơ quan")
	if v := owner.Text("thư điện tử"); keys.IsMailbox(v.Text) {
		s.Introduce.Email = v.Text
	} else if v.Present { // it stands in the footer as it is
		problems = append(problems, diag.At(v.Place, diag.BadMailbox, v.Text).Softer())
	}
	if v := said.Text("thư"); v.Present {
		s.Introduce.Email = v.Text
		if !keys.IsMailbox(v.Text) {
			s.Introduce.Email = ""
			problems = append(problems, diag.At(v.Place, diag.BadMailbox, v.Text))
		}
	}
	s.Introduce.Deadline = said.Text("hạn").Text
	s.Introduce.On = s.Introduce.Email != ""
	if said.Has("mở") {
		s.Introduce.On = said.Bool("mở")
	}
	return problems
}

// Base puts the address of a site into the one form in which the program uses it: http or https, a host, an ending "/", no query and
// no fragment.
func Base(text string) (string, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || u.User != nil {
		return "", false
	}
	host, err := idna.Lookup.ToASCII(u.Hostname())
	if err != nil {
		return "", false
	}
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	u.Host = host
	return strings.TrimSuffix(u.String(), "/") + "/", true
}

// BasePath is the path of the base address on its host, "/" or "/a/b/"; "/" where there is no base.
func (s Site) BasePath() string {
	u, err := url.Parse(s.Base)
	if err != nil || u.Path == "" {
		return "/"
	}
	return u.EscapedPath()
}
