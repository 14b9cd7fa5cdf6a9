package edit

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strconv"

	"guongsang/internal/advice"
	"guongsang/internal/diag"
	"guongsang/internal/digest"
	"guongsang/internal/source"
)

// Mended is one thing that Mend put right, at the place where it stood. Old and New are what was written and what is written now; of the text of a whole file
// (DecomposedText) Old is how many letters were changed, and of its line ends (MixedLineEnds) both are names of kinds.
type Mended struct {
	diag.Place
	Code     diag.Code
	Old, New string
}

// Mending tells what Mend did.
type Mending struct {
	Done []Mended
	// Changed are the files that somebody else wrote or took away meanwhile; they are left as they are now.
	Changed []string
	// Failed says of files why they could not be read or written; each error is the file system's and has the path. They are as they were.
	Failed []error
}

// mendable are the problems with one safe answer: what a check says of them tells how they are mended.
var mendable = []diag.Code{
	diag.DateForm, diag.LinkMoved, diag.NameNotAsFile, diag.NameNotAsMost, diag.UnusualDate, diag.DecomposedText, diag.MixedLineEnds,
}

// Mend mends what has one safe answer among the problems that a check found in a site's folder, file by file, each written in one step. All that is not
// mended stays byte for byte. What cannot be mended without doubt is left: the next check tells it again. When ctx ends, the files that are left stay as they are.
func Mend(ctx context.Context, dir string, problems []diag.Problem) Mending {
	m := mender{d: disk{dir: dir}}
	if err := m.d.open(); err != nil {
		return Mending{Failed: []error{err}}
	}
	defer m.d.close()
	byFile := map[string][]diag.Problem{}
	var files []string
	for _, p := range problems {
		if !slices.Contains(mendable, p.Code) || checkPath(p.File) != nil {
			continue
		}
		if byFile[p.File] == nil {
			files = append(files, p.File)
		}
		byFile[p.File] = append(byFile[p.File], p)
	}
	for _, file := range files {
		if ctx.Err() != nil {
			break
		}
		m.file(file, byFile[file])
	}
	return m.Mending
}

type mender struct {
	d disk
	Mending
}

// file mends one file.
func (m *mender) file(path string, problems []diag.Problem) {
	old, err := m.d.read(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		m.Changed = append(m.Changed, path)
		return
	case err != nil:
		m.failed(err)
		return
	}
	text, done, err := mend(path, old, problems)
	switch {
	case errors.Is(err, errElsewhere):
		m.Changed = append(m.Changed, path)
		return
	case err != nil:
		m.failed(err)
		return
	case len(done) == 0:
		return
	}
	var conflict *Conflict
	switch _, err := Save(m.d.dir, path, digest.Bytes(old).String(), text, nil); {
	case errors.As(err, &conflict):
		m.Changed = append(m.Changed, path)
	case err != nil:
		m.failed(err)
	default:
		m.Done = append(m.Done, done...)
	}
}

func (m *mender) failed(err error) { m.Failed = append(m.Failed, err) }

// errElsewhere says that a file does not have what a problem says of it.
var errElsewhere = errors.New("the file has changed since it was checked")

// mend gives the bytes of a mended file and what was done. The error is errElsewhere, or one that no file gives.
func mend(path string, old []byte, problems []diag.Problem) (text []byte, done []Mended, err error) {
	kind, _ := source.KindOf(path)
	file := source.File{Path: path, Kind: kind}
	text, done, err = mendTexts(file, old, problems)
	if err != nil {
		return nil, nil, err
	}
	for _, p := range problems {
		switch p.Code {
		case diag.DecomposedText:
			if _, letters := advice.Compose(old); letters > 0 {
				text, _ = advice.Compose(text)
				done = append(done, Mended{p.Place, p.Code, strconv.Itoa(letters), ""})
			}
		case diag.MixedLineEnds:
			if kinds := advice.LineEnds(old); len(kinds) > 1 {
				text = endLines(text, kinds[0].Bytes)
				done = append(done, Mended{p.Place, p.Code, kinds[1].Name, kinds[0].Name})
			}
		}
	}
	return text, done, nil
}

// endLines ends all lines alike.
func endLines(text []byte, end string) []byte {
	out := make([]byte, 0, len(text)+len(text)/32)
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n':
			i++
			out = append(out, end...)
		case text[i] == '\r' || text[i] == '\n':
			out = append(out, end...)
		default:
			out = append(out, text[i])
		}
	}
	return out
}
