package edit

import (
	"errors"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"guongsang/internal/publish"
	"guongsang/internal/viet"
)

// PictureName is the file name that a picture of some name gets in a story's folder: the slug of its stem with its extension in small letters,
// such that nothing there has it. taken says which names are.
func PictureName(name string, taken func(name string) bool) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	ext := path.Ext(name)
	stem := slugFrom(strings.TrimSuffix(name, ext))
	if stem == "" || publish.IsDevice(stem) {
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

// TakenNames says which names a new picture of a content file cannot have, whatever the case of their letters: those that lie in its folder. Of a single
// file these are the ones beside it, to which its text may have links, and those in the folder that it would get. The file itself need not be
// there. The error is ErrPath or a *fs.PathError.
func TakenNames(dir, file string) (taken func(name string) bool, err error) {
	d := disk{dir: dir}
	if err := d.open(); err != nil {
		return nil, err
	}
	defer d.close()
	if err := d.check(file); err != nil {
		return nil, err
	}
	folders := []string{path.Dir(file)}
	if !IsBundle(file) {
		folders = append(folders, strings.TrimSuffix(file, path.Ext(file)))
	}
	names := map[string]bool{}
	for _, folder := range folders {
		info, err := d.stat(folder)
		if errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
			continue
		}
		if err != nil {
			return nil, err
		}
		entries, err := fs.ReadDir(d.root.FS(), folder)
		if err != nil {
			return nil, d.failed("read", folder, err)
		}
		for _, e := range entries {
			names[sameCase(e.Name())] = true
		}
	}
	return func(name string) bool { return names[sameCase(name)] }, nil
}

// sameCase is equal for names that are one name on a machine that does not tell capitals apart.
func sameCase(name string) string { return strings.ToLower(strings.ToUpper(viet.NFC(name))) }
