package keys

import (
	"bytes"
	"unicode/utf8"

	"guongsang/internal/diag"
)

// cursor turns offsets of a block into places. Parsers ask in the order of the text, so it walks on from its last answer.
type cursor struct {
	block []byte
	at    diag.Place // of the block's first character

	offset      int // of the last answer
	line, start int // its line from 0, and where that line begins
}

// move is the place of an offset.
func (c *cursor) move(offset int) diag.Place {
	offset = min(max(offset, 0), len(c.block))
	if offset < c.offset {
		c.offset, c.line, c.start = 0, 0, 0
	}
	for {
		i := bytes.IndexByte(c.block[c.offset:offset], '\n')
		if i < 0 {
			break
		}
		c.offset += i + 1
		c.line, c.start = c.line+1, c.offset
	}
	c.offset = offset
	return shift(c.at, c.line+1, utf8.RuneCount(c.block[c.start:offset])+1)
}

// here is the place of the last answer.
func (c *cursor) here() diag.Place { return c.move(c.offset) }

// span is a part of the block.
type span struct{ start, end int }

// lineAround is the line that an offset lies in, without its end.
func (c *cursor) lineAround(offset int) span {
	offset = min(offset, len(c.block))
	s := span{start: bytes.LastIndexByte(c.block[:offset], '\n') + 1, end: len(c.block)}
	if i := bytes.IndexByte(c.block[offset:], '\n'); i >= 0 {
		s.end = offset + i
	}
	return s
}
