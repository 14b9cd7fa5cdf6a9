package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// List walks content/ and gives its files in the order of their paths: those that become pages, and all others (pictures, mostly) by
// their paths. Files whose names begin with "." or "~$", Thumbs.db and desktop.ini are passed over, and so is all below a folder whose name
// begins with ".".
//
// Symbolic links are looked up in links, and count only if they lead to something there: an os.Root's, which nothing leads out of.
//
// The problems are files that lie where they cannot be read from or whose names would be one name on another machine. Such a file is not
// in the list. The error is the file system's; it wraps fs.ErrNotExist when there is no content/.
func List(fsys, links fs.FS) (files []File, others []string, problems []diag.Problem, err error) {
	l := lister{names: make(map[string]string), bundles: make(map[string]string)}
	err = fs.WalkDir(fsys, Root, func(p string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && p != Root {
			return nil // gone since its folder was read
		}
		if err != nil {
			return fmt.Errorf("reading %s: %w", p, err)
		}
		if p == Root {
			if !d.IsDir() {
				return fmt.Errorf("reading %s: %w", p, errNoFolder)
			}
			return nil
		}
		return l.visit(links, p, d)
	})
	if err != nil {
		return nil, nil, nil, err
	}
	for _, p := range l.markdown {
		l.place(p)
	}
	return l.files, l.others, diag.Sort(l.problems), nil
}

var errNoFolder = errors.New("it is not a folder")

// lister gathers what a walk finds. Whether a Markdown file is in its right place is known only when all bundles are.
type lister struct {
	markdown []string
	names    map[string]string // paths without case and with composed marks -> paths
	bundles  map[string]string // folders that have an index.md -> that file
	files    []File
	others   []string
	problems []diag.Problem
}

func (l *lister) visit(links fs.FS, p string, d fs.DirEntry) error {
	name := d.Name()
	if Ignored(name) {
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if d.Type()&fs.ModeSymlink != 0 {
		if leads, toFile := Link(links, p); !toFile {
			if !leads {
				l.tell(p, diag.LinkLeadsOut)
			}
			return nil
		}
	}
	same := sameName(p)
	if earlier, ok := l.names[same]; ok {
		l.tell(p, diag.NamesClash, earlier)
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	l.names[same] = p
	if d.IsDir() {
		return nil
	}
	if !IsMarkdown(name) {
		l.others = append(l.others, p)
		if ext := strings.ToLower(path.Ext(name)); slices.Contains(wordProcessors, ext) {
			l.tell(p, diag.NotMarkdown, ext)
		}
		return nil
	}
	l.markdown = append(l.markdown, p)
	if _, ok := KindOf(p); ok && baseName(name) == "index" && strings.Count(p, "/") > 2 {
		l.bundles[path.Dir(p)] = p
	}
	return nil
}

// Link says of a symbolic link whether it leads to something in the site's folder, and whether that is a file. A link to a file is that
// file; one to a folder is not followed, as it may lead in a circle.
func Link(fsys fs.FS, p string) (leads, toFile bool) {
	info, err := fs.Stat(fsys, p)
	return err == nil, err == nil && !info.IsDir()
}

// wordProcessors are the endings of texts that an editor may take for content.
var wordProcessors = []string{".doc", ".docx", ".odt", ".rtf", ".txt"}

// place finds out what a Markdown file is.
func (l *lister) place(p string) {
	kind, ok := KindOf(p)
	if !ok {
		l.problems = append(l.problems, outside(p))
		return
	}
	folder, name := path.Dir(p), baseName(path.Base(p))
	top := Root + "/" + kind.Folder()
	f := File{Path: p, Kind: kind, Name: name}
	switch index, bundle := l.bundleOf(folder); {
	case !kind.Story() && folder != top && !(bundle && path.Dir(folder) == top):
		l.tell(p, diag.SubFolder, kind.Folder())
		return
	case bundle && index != p:
		l.tell(p, diag.MarkdownInBundle, index)
		return
	case bundle:
		f.Bundle, f.Name = true, path.Base(folder)
	case name == "index" && kind.Story():
		l.tell(p, diag.StrayIndex, top)
		return
	}
	if path.Ext(p) != ".md" {
		l.tell(p, diag.OddExtension, name+".md")
	}
	l.files = append(l.files, f)
}

// bundleOf finds the bundle that a folder is or lies in, the outermost if there are several.
func (l *lister) bundleOf(folder string) (index string, ok bool) {
	for ; strings.Count(folder, "/") > 1; folder = path.Dir(folder) {
		if outer, found := l.bundles[folder]; found {
			index, ok = outer, true
		}
	}
	return index, ok
}

func (l *lister) tell(p string, code diag.Code, args ...string) {
	l.problems = append(l.problems, diag.At(diag.Place{File: p}, code, args...))
}

// outside tells where a file should lie; a folder that is nearly one of ours is most likely meant as that.
func outside(p string) diag.Problem {
	problem := diag.At(diag.Place{File: p}, diag.OutsideFolders, strings.Join(folders[:], ", "))
	folder, _, inFolder := strings.Cut(strings.TrimPrefix(p, Root+"/"), "/")
	if !inFolder {
		return problem
	}
	near := viet.Nearest(folder, folders[:])
	if slug := viet.Slug(folder); slices.Contains(folders[:], slug) {
		near = slug
	}
	if near == "" {
		return problem
	}
	return problem.Meant(Root + "/" + near)
}

// Ignored says whether a file or folder of this name is no content: hidden files, locks of word processors, what Windows leaves in folders.
func Ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// IsMarkdown says whether a file of this name is read as a page. Endings other than .md are read with a warning.
func IsMarkdown(name string) bool {
	ext := path.Ext(name)
	return strings.EqualFold(ext, ".md") || strings.EqualFold(ext, ".markdown")
}

func baseName(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

// sameName is equal for paths that file systems without case, or with one form of marks, take for one.
func sameName(p string) string {
	if plainName(p) {
		return p
	}
	return strings.Map(func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }, viet.NFC(p))
}

// plainName says of a path that it has no capitals and no marks, so that it is its own sameName.
func plainName(p string) bool {
	for i := range len(p) {
		if c := p[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}
