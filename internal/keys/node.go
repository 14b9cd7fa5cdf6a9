package keys

import "guongsang/internal/diag"

// Kind is the shape of a Node.
type Kind uint8

// The shapes of nodes.
const (
	Null   Kind = iota // nothing was written
	Scalar             // one text
	List               // Items
	Map                // Pairs
)

// Node is a piece of what an author wrote, whatever the format. Line and Column are where its text begins in the author's file
// (Column in code points, from 1); they are 0 only in the zero Node.
type Node struct {
	Kind    Kind
	Quoted  bool   // a Scalar that was written in quotes or as a block: never a number by accident
	Literal bool   // a number of TOML or JSON, whose decimal sign is the point
	Text    string // of a Scalar, in NFC, as it was typed, quotes and escapes resolved
	Line    int
	Column  int
	// Inner is where the first letter of a Scalar of YAML stands, where that is not Line and Column: behind a quotation mark, or in
	// the first line below a | or >, all lines of which begin in its column. Zero otherwise.
	Inner struct{ Line, Column int }
	Items []Node
	Pairs []Pair
}

// Pair is one key of a Map with its value, in the order of the file.
type Pair struct {
	Key   Written
	Value Node
}

// Written is a key as the author wrote it, in NFC, and where.
type Written struct {
	Text         string
	Line, Column int
}

// Place is where the key begins in a file.
func (w *Written) Place(file string) diag.Place {
	return diag.Place{File: file, Line: w.Line, Column: w.Column}
}

// Place is where the node begins in a file.
func (n *Node) Place(file string) diag.Place {
	return diag.Place{File: file, Line: n.Line, Column: n.Column}
}
