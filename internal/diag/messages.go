package diag

import (
	"slices"
	"strings"
)

// Code names a message for good: GS1xx files and front matter, GS2xx what a story says, GS3xx addresses and names,
// GS4xx Markdown and pictures, GS5xx site.yaml and themes, GS6xx advice.
type Code string

// Message is one entry of the tables. Text and Fix may have holes {0}, {1} … that a problem's Args fill; Explain is for the page of
// codes in docs/: two or three sentences on why and how, for an author.
type Message struct {
	Code     Code
	Severity Severity
	Text     [2]string
	Fix      [2]string
	Explain  [2]string
}

// tables are the messages by the hundred of their codes, each in the order of codes.
func tables() [6][]Message {
	return [...][]Message{fileMessages, valueMessages, catalogMessages, markdownMessages, siteMessages, adviceMessages}
}

// Messages lists every message in the order of codes.
func Messages() []Message {
	var all []Message
	for _, table := range tables() {
		all = append(all, table...)
	}
	return all
}

// message finds the entry of a code. A code without an entry is a mistake of ours that the test of the tables finds.
func (c Code) message() *Message {
	if m := c.find(); m != nil {
		return m
	}
	panic("diag: no message for code " + string(c))
}

func (c Code) find() *Message {
	if all := tables(); len(c) == len("GS101") && c[2] >= '1' && int(c[2]-'1') < len(all) {
		table := all[c[2]-'1']
		if i, ok := slices.BinarySearchFunc(table, c, func(m Message, c Code) int { return strings.Compare(string(m.Code), string(c)) }); ok {
			return &table[i]
		}
	}
	return nil
}

// Severity is that of the code's entry; known is false for a text that is no code.
func (c Code) Severity() (s Severity, known bool) {
	m := c.find()
	if m == nil {
		return 0, false
	}
	return m.Severity, true
}

// Advice says that the code is one of advice, which only check and the form give.
func (c Code) Advice() bool { return strings.HasPrefix(string(c), "GS6") }
