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
	l := lister{fsys: fsys, links: links, bundles: make(map[string]string)}
	root, err := fs.Stat(fsys, Root)
	if err == nil && !root.IsDir() {
		err = errNoFolder
	}
	if err == nil {
		err = l.walk(Root)
	}
	if err != nil {
		return nil, nil, nil, fmt.Errorf("reading %s: %w", Root, err)
	}
	l.files = make([]File, 0, len(l.markdown))
	for _, p := range l.markdown {
		l.place(p)
	}
	return l.files, l.others, diag.Sort(l.problems), nil
}

var errNoFolder = errors.New("it is not a folder")

// lister gathers what a walk finds. Whether a Markdown file is in its right place is known only when all bundles are.
type lister struct {
	fsys, links fs.FS
	markdown    []string
	bundles     map[string]string // folders that have an index.md -> that file
	files       []File
	others      []string
	problems    []diag.Problem
	here        folder // of the file that was placed last
}

// walk goes through a folder and all below it, in the order of names.
func (l *lister) walk(dir string) error {
	entries, err := fs.ReadDir(l.fsys, dir)
	if errors.Is(err, fs.ErrNotExist) && dir != Root {
		return nil // gone since its own folder was read
	}
	if err != nil {
		return err
	}
	var names map[string]string // names without case and with composed marks -> paths; only where two could be one
	if slices.ContainsFunc(entries, func(d fs.DirEntry) bool { return !plainName(d.Name()) }) {
		names = make(map[string]string, len(entries))
	}
	for _, d := range entries {
		p := dir + "/" + d.Name()
		wanted := l.wanted(p, d)
		if wanted && names != nil {
			same := sameName(d.Name())
			if earlier, ok := names[same]; ok {
				l.tell(p, diag.NamesClash, earlier)
				continue
			}
			names[same] = p
		}
		switch {
		case !wanted:
		case !d.IsDir():
			l.take(p, d.Name())
		default:
			if err := l.walk(p); err != nil {
				return err
			}
		}
	}
	return nil
}

// wanted says whether a file or folder is to be looked at at all.
func (l *lister) wanted(p string, d fs.DirEntry) bool {
	if Ignored(d.Name()) {
		return false
	}
	if d.Type()&fs.ModeSymlink == 0 {
		return true
	}
	leads, toFile := Link(l.links, p)
	if !leads {
		l.tell(p, diag.LinkLeadsOut)
	}
	return toFile
}

// take takes a file in.
func (l *lister) take(p, name string) {
	if !IsMarkdown(name) {
		l.others = append(l.others, p)
		if ext := strings.ToLower(path.Ext(name)); slices.Contains(wordProcessors, ext) {
			l.tell(p, diag.NotMarkdown, ext)
		}
		return
	}
	l.markdown = append(l.markdown, p)
	if _, ok := KindOf(p); ok && baseName(name) == "index" && strings.Count(p, "/") > 2 {
		l.bundles[path.Dir(p)] = p
	}
}

// Link says of a symbolic link whether it leads to something in the site's folder, and whether that is a file. A link to a file is that
// file; one to a folder is not followed, as it may lead in a circle.
func Link(fsys fs.FS, p string) (leads, toFile bool) {
	info, err := fs.Stat(fsys, p)
	return err == nil, err == nil && !info.IsDir()
}

// wordProcessors are the endings of texts that an editor may take for content.
var wordProcessors = []string{".doc", ".docx", ".odt", ".rtf", ".txt"}

// folder is a folder of Markdown files and what it makes of them.
type folder struct {
	path   string
	kind   Kind
	known  bool   // the folder lies in one of ours
	index  string // the index.md of the bundle that the folder is or lies in
	bundle bool   // there is one
}

// folderOf looks at a folder, of which there are few beside their files.
func (l *lister) folderOf(dir string) folder {
	if l.here.path == dir {
		return l.here
	}
	f := folder{path: dir}
	f.kind, f.known = KindOf(dir + "/")
	f.index, f.bundle = l.bundleOf(dir)
	l.here = f
	return f
}

// place finds out what a Markdown file is.
func (l *lister) place(p string) {
	slash := strings.LastIndexByte(p, '/')
	in := l.folderOf(p[:slash])
	if !in.known {
		l.problems = append(l.problems, outside(p))
		return
	}
	name := baseName(p[slash+1:])
	top := Root + "/" + in.kind.Folder()
	f := File{Path: p, Kind: in.kind, Name: name}
	switch {
	case !in.kind.Story() && in.path != top && !(in.bundle && path.Dir(in.path) == top):
		l.tell(p, diag.SubFolder, in.kind.Folder())
		return
	case in.bundle && in.index != p:
		l.tell(p, diag.MarkdownInBundle, in.index, path.Base(path.Dir(in.index)))
		return
	case in.bundle:
		f.Bundle, f.Name = true, path.Base(in.path)
	case name == "index" && in.kind.Story():
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
