// Package picture is the only room that meets image formats. It tells how large a picture is shown and what is wrong with it.
//
// Read looks at a picture's header. It knows what browsers show: JPEG, PNG, GIF, WebP and
// SVG. The format is told by the bytes and not by the name, since a name is easily changed.
package picture

import (
	"bytes"
	"errors"
	"image"
	_ "image/gif"  // the formats that image.DecodeConfig knows
	_ "image/jpeg" // …
	_ "image/png"  // …
	"path"
	"strings"

	_ "golang.org/x/image/webp" // …
)

// Info is what a page needs of a picture. Width and Height are in pixels as it is shown, that is after the turn that a camera has
// noted; 0 where an SVG does not say. Located says that the file tells where it was taken.
type Info struct {
	Width, Height int
	Located       bool
}

// What may be wrong with a picture.
var (
	ErrFormat  = errors.New("picture: not a format that browsers show")
	ErrDamaged = errors.New("picture: the file is damaged")
)

// IsName says whether a file name is a picture's.
func IsName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg":
		return true
	}
	return false
}

// Read gives what is to be known of the picture whose bytes are data.
func Read(data []byte) (Info, error) {
	var info Info
	if looksLikeSVG(data) {
		var err error
		info.Width, info.Height, err = svgSize(data)
		return info, err
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if errors.Is(err, image.ErrFormat) {
		return info, ErrFormat
	}
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return info, ErrDamaged
	}
	info.Width, info.Height = config.Width, config.Height
	if format == "jpeg" {
		note := readExif(data)
		info.Located = note.located
		if note.orientation >= 5 { // turned by 90 or 270 degrees
			info.Width, info.Height = info.Height, info.Width
		}
	}
	return info, nil
}
