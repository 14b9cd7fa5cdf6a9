package edit

import (
	"path"
	"strconv"
	"strings"
)

// PictureName is the file name that a picture of some name gets in a story's folder: the slug of its stem with its extension in small letters,
// such that nothing there has it. taken says which names are.
func PictureName(name string, taken func(name string) bool) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	ext := path.Ext(name)
	stem := slugFrom(strings.TrimSuffix(name, ext))
	if stem == "" || isDevice(stem) {
		stem = strings.TrimRight("anh-"+stem, "-")
	}
	ext = strings.ToLower(ext)
	for i := 1; ; i++ {
		full := stem + ext
		if i > 1 {
			full = stem + "-" + strconv.Itoa(i) + ext
		}
		if !taken(full) {
			return full
		}
	}
}
