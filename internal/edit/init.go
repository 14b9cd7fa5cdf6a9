package edit

import (
	"embed"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"guongsang/internal/config"
	"guongsang/internal/criteria"
	"guongsang/internal/source"
)

// ErrIsSite says that a folder has a site's files already, so that no new site is made in it.
var ErrIsSite = errors.New("a site is there already")

// scaffold holds the files of a new site that are written by hand: the examples, the drawings, the letter to who opens the folder first.
//
//go:embed all:scaffold
var scaffold embed.FS

// InitOptions say what Init makes.
type InitOptions struct {
	// Dir is the folder of the site; it is made where it is not there.
	Dir string
	// VSCode asks for what Visual Studio Code uses, in .vscode/; where a site is there already it is all that is made.
	VSCode bool
}

// Initiated is what Init made. Paths are counted from the site's folder, with slashes.
type Initiated struct {
	Made []string
	// Left are files that were there already and stayed as they are.
	Left []string
	// OnlyVSCode says that a site was there, so that nothing but files of .vscode/ was made.
	OnlyVSCode bool
}

// Init makes a site that builds at once: site.yaml with every key explained, an example of every kind of page, a drawing, .gitignore and a
// letter that says how to begin. Files that are there already are left as they are. Where the folder has a site.yaml or a content/ it is
// ErrIsSite, unless VSCode is asked for; any other error is a *fs.PathError, and then nothing stays behind of what was made, not even the folder.
func Init(book *criteria.Book, o InitOptions) (Initiated, error) {
	files, err := siteFiles()
	if err != nil {
		return Initiated{}, err
	}
	var done Initiated
	if isSite(o.Dir) {
		if !o.VSCode {
			return done, ErrIsSite
		}
		files, done.OnlyVSCode = nil, true
	}
	if o.VSCode {
		more, err := vscodeFiles(book)
		if err != nil {
			return Initiated{}, err
		}
		files = append(files, more...)
	}
	folders, err := makeFolder(o.Dir)
	if err == nil {
		err = done.write(o.Dir, files)
	}
	if err != nil {
		for _, folder := range folders {
			_ = os.Remove(folder)
		}
		return Initiated{}, err
	}
	return done, nil
}

// isSite says whether a folder looks like a site's. One that cannot be looked at is not: making files in it will tell.
func isSite(dir string) bool {
	for _, name := range []string{config.File, source.Root} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return true
		}
	}
	return false
}

// makeFolder makes a folder with those above it, and gives those that were not there, the innermost first.
func makeFolder(dir string) (made []string, err error) {
	for folder := filepath.Clean(dir); ; folder = filepath.Dir(folder) {
		if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		made = append(made, folder)
	}
	return made, os.MkdirAll(dir, 0o755)
}

// newFile is one that Init writes.
type newFile struct {
	path string
	text []byte
}

// write makes those of the files that are not there.
func (done *Initiated) write(dir string, files []newFile) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	w := maker{root: root, dir: dir}
	for _, f := range files {
		err := w.write(f.path, f.text)
		switch {
		case err == nil:
			done.Made = append(done.Made, f.path)
		case errors.Is(err, fs.ErrExist):
			done.Left = append(done.Left, f.path)
		default:
			w.undo()
			return err
		}
	}
	return nil
}

// siteFiles are the files of a new site.
func siteFiles() ([]newFile, error) {
	const dir, ignore = "scaffold", "gitignore"
	files := []newFile{{config.File, siteYAML(config.Keys())}}
	err := fs.WalkDir(scaffold, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := scaffold.ReadFile(name)
		to := name[len(dir)+1:]
		if path.Base(to) == ignore { // under its own name it would count for our repository
			to = "." + to
		}
		files = append(files, newFile{to, text})
		return err
	})
	return files, err
}
