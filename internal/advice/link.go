package advice

import (
	"net/url"
	"path"
	"strings"
	"unicode"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// vague are texts of links that could lead anywhere.
const vague = "|đây|ở đây|tại đây|vào đây|đây nhé|bấm|bấm đây|bấm vào đây|bấm tại đây|nhấn đây|nhấn vào đây|nhấp vào đây|click vào đây|kích vào đây" +
	"|xem|xem đây|xem ở đây|xem tại đây|xem thêm|xem tiếp|xem chi tiết|chi tiết|đọc thêm|đọc tiếp|đọc tại đây|tìm hiểu thêm" +
	"|liên kết|liên kết này|đường link|đường dẫn|link|link này|trang này|bài này|bài viết này" +
	"|here|click|click here|this|this link|this page|more|read more|see more|learn more|details|"

// linkTexts looks at what is shown of links.
func (a *adviser) linkTexts() {
	for _, l := range a.links {
		text := strings.ToLower(strings.TrimFunc(viet.NFC(l.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		switch {
		case text != "" && strings.Contains(vague, "|"+text+"|"):
			a.say(l.at, diag.VagueLink, l.Text)
		case !l.Note && isLongAddress(l.Text):
			a.say(l.at, diag.BareAddress, shorten(l.Text))
		}
	}
}

// isLongAddress says that a text is an address of the web that is more than the name of a host.
func isLongAddress(text string) bool {
	if strings.HasPrefix(text, "www.") {
		text = "https://" + text
	}
	if !strings.HasPrefix(text, "https://") && !strings.HasPrefix(text, "http://") || strings.ContainsAny(text, " \n") {
		return false
	}
	u, err := url.Parse(text)
	return err == nil && (strings.Trim(u.Path, "/") != "" || u.RawQuery != "")
}

// nothings are descriptions that say nothing about any picture.
const nothings = "|ảnh|hình|hình ảnh|bức ảnh|tấm ảnh|ảnh minh họa|ảnh minh hoạ|hình minh họa|hình minh hoạ|minh họa|minh hoạ|image|picture|photo|img|"

// cameras are the beginnings of names that cameras, telephones and messengers give to pictures.
const cameras = "|img|dsc|dscn|dscf|dscf|pxl|p|mvi|gopr|screenshot|image|photo|picture|anh|ảnh|hinh|hình|z|received|viber|zalo|fb|"

// descriptions looks for descriptions that are the name of a file or no description at all. A word such as chân dung is one, though the file may be called so too.
func (a *adviser) descriptions() {
	for _, p := range a.pictures {
		alt := strings.ToLower(strings.TrimSpace(viet.NFC(p.alt)))
		name := strings.ToLower(viet.NFC(path.Base(strings.ReplaceAll(p.path, "\\", "/"))))
		stem := strings.TrimSuffix(name, path.Ext(name))
		isName := alt == name || alt == stem && strings.ContainsAny(stem, "-_0123456789")
		if alt != "" && (isName || isNumbered(alt) || strings.Contains(nothings, "|"+strings.TrimRight(alt, ".: ")+"|")) {
			a.say(p.at, diag.EmptyDescription, p.alt)
		}
	}
}

// isNumbered knows what cameras call pictures: IMG_2034, ảnh 1, z4401928374_ab.jpg. Behind the word stand digits, and nothing that is one more word.
func isNumbered(alt string) bool {
	end := strings.IndexFunc(alt, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 1 || !strings.Contains(cameras, "|"+alt[:end]+"|") {
		return false
	}
	rest := strings.TrimLeft(alt[end:], " _-.")
	const single = 6 // a single letter is a camera's only before a long number
	return isDigit(rest, 0) && !strings.Contains(rest, " ") && (end > 1 || len(rest) >= single)
}
