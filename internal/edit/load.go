package edit

import (
	"strings"

	"guongsang/internal/digest"
	"guongsang/internal/keys"
	"guongsang/internal/source"
	"guongsang/internal/yamltext"
)

// Load reads a content file for a form. dir is the site's folder, path the file's from there, with slashes. A file that cannot be read as front
// matter and body has Problems and its Whole. The error is ErrPath or the file system's.
func Load(dir, path string) (Draft, error) {
	d := disk{dir: dir}
	if err := d.open(); err != nil {
		return Draft{}, err
	}
	defer d.close()
	data, err := d.read(path)
	if err != nil {
		return Draft{}, err
	}
	return draftOf(path, data)
}

// draftOf is the Draft of a file's bytes.
func draftOf(path string, data []byte) (Draft, error) {
	kind, _ := source.KindOf(path)
	out := Draft{Path: path, Kind: kind, Base: digest.Bytes(data).String()}
	p, problems, err := part(source.File{Path: path, Kind: kind}, data)
	if err != nil {
		return Draft{}, err
	}
	out.Whole, out.Format, out.Problems = p.text, p.doc.Format, problems
	if len(problems) > 0 {
		out.NotText = !p.isText
		return out, nil
	}
	lead, body, _ := bodyParts(p.text[p.body:])
	out.Body = body
	out.BodyLine = p.doc.BodyLine + strings.Count(lead, "\n")
	front := p.doc.Front
	if front.Kind != keys.Map && front.Kind != keys.Null {
		out.Odd = true
		return out, nil
	}
	out.Values = valuesOf(&front, kind.Keys())
	out.Odd = out.Format == source.YAML && yamltext.Check([]byte(p.text[p.block:p.below])) != nil
	return out, nil
}
