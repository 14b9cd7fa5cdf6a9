package keys

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/viet"
)

// ParseJSON reads one JSON value. at is the place of the block's first character in the author's file. A key that is there twice
// is there twice in the node too: Read says so.
func ParseJSON(block []byte, at diag.Place) (Node, []diag.Problem) {
	if len(bytes.TrimSpace(block)) == 0 {
		return Node{Line: at.Line, Column: at.Column}, nil
	}
	j := jsonTree{cursor: cursor{block: block, at: at}, decoder: json.NewDecoder(bytes.NewReader(block))}
	j.decoder.UseNumber()
	root, err := j.value(0)
	if err == nil {
		if _, err = j.next(); err == io.EOF {
			return root, j.problems
		}
		if err == nil {
			err = errTrailing
		}
	}
	return Node{}, []diag.Problem{j.fail(err)}
}

var (
	errTrailing = errors.New("text after the value")
	errTooDeep  = errors.New("nested too deep")
)

type jsonTree struct {
	cursor
	decoder  *json.Decoder
	token    int // where the last token begins
	problems []diag.Problem
}

// next reads a token and notes where it begins: the decoder only tells where tokens end.
func (j *jsonTree) next() (json.Token, error) {
	from := int(j.decoder.InputOffset())
	for from < len(j.block) && strings.IndexByte(" \t\r\n:,", j.block[from]) >= 0 {
		from++
	}
	j.token = from
	return j.decoder.Token()
}

func (j *jsonTree) value(depth int) (Node, error) {
	token, err := j.next()
	if err != nil {
		return Node{}, err
	}
	if depth > maxDepth {
		return Node{}, errTooDeep
	}
	p := j.move(j.token)
	out := Node{Kind: Scalar, Line: p.Line, Column: p.Column}
	switch v := token.(type) {
	case json.Delim:
		if v == '{' {
			return j.object(out, depth)
		}
		out.Kind = List
		for j.decoder.More() {
			item, err := j.value(depth + 1)
			if err != nil {
				return Node{}, err
			}
			out.Items = append(out.Items, item)
		}
		_, err = j.next()
		return out, err
	case string:
		if out.Text, out.Quoted = viet.NFC(v), true; hasControl(v) {
			j.problems = append(j.problems, diag.At(p, diag.BadEscape))
		}
	case json.Number:
		out.Text, out.Literal = v.String(), true
	case bool:
		out.Text = "false"
		if v {
			out.Text = "true"
		}
	default:
		out.Kind = Null
	}
	return out, nil
}

func (j *jsonTree) object(out Node, depth int) (Node, error) {
	out.Kind = Map
	for j.decoder.More() {
		token, err := j.next()
		if err != nil {
			return Node{}, err
		}
		name, _ := token.(string) // in an object the decoder gives texts only as keys
		p := j.move(j.token)
		value, err := j.value(depth + 1)
		if err != nil {
			return Node{}, err
		}
		out.Pairs = append(out.Pairs, Pair{Key: Written{Text: viet.NFC(name), Line: p.Line, Column: p.Column}, Value: value})
	}
	_, err := j.next()
	return out, err
}

// fail tells the decoder's error in our words.
func (j *jsonTree) fail(err error) diag.Problem {
	if errors.Is(err, errTooDeep) {
		return diag.At(j.move(j.token), diag.TooDeep)
	}
	// The decoder counts differently for different errors; where the token begins that it stumbled over is always near.
	offset := min(j.token, len(bytes.TrimRight(j.block, " \t\r\n"))-1)
	line := j.lineAround(offset)
	return diag.At(j.move(offset), diag.FrontSyntax, "JSON", shorten(string(j.block[line.start:line.end])))
}
