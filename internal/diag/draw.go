package diag

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Paint wraps a piece of a drawn line in a colour; the command gives one for terminals, nil draws plainly.
type Paint func(s Severity, text string) string

// Text draws the one-line form: place: severity code: message; fix
func (p Problem) Text(l Lang, paint Paint) string {
	mark := p.Severity.Word(l) + " " + string(p.Code)
	if paint != nil {
		mark = paint(p.Severity, mark)
	}
	line := mark + ": " + p.Message(l)
	if place := p.Place.String(); place != "" {
		line = printable(place) + ": " + line
	}
	if fix := p.Fix(l); fix != "" {
		line += "; " + fix
	}
	return line
}

// JSON draws the problem as one object on one line, without a newline. The severity's word is English in every language, so that
// a program can read it.
func (p Problem) JSON(l Lang) string {
	var b strings.Builder
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false) // it is no HTML, and people read it too
	err := out.Encode(struct {
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"`
		Severity string `json:"severity"`
		Code     string `json:"code"`
		Message  string `json:"message"`
		Fix      string `json:"fix"`
	}{p.File, p.Line, p.Column, p.Severity.Word(English), string(p.Code), p.Message(l), p.Fix(l)})
	if err != nil { // strings and numbers always marshal
		panic(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

var githubCommands = [3]string{"error", "warning", "notice"}

// GitHub draws a workflow command, which hosts of Git repositories show beside the line.
// Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func (p Problem) GitHub(l Lang) string {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	var b strings.Builder
	b.WriteString("::" + githubCommands[p.Severity] + " file=" + property.Replace(p.File))
	if p.Line > 0 {
		b.WriteString(",line=" + strconv.Itoa(p.Line))
		if p.Column > 0 {
			b.WriteString(",col=" + strconv.Itoa(p.Column))
		}
	}
	b.WriteString(",title=" + property.Replace(string(p.Code)) + "::")
	text := p.Message(l)
	if fix := p.Fix(l); fix != "" {
		text += "; " + fix
	}
	b.WriteString(data.Replace(text))
	return b.String()
}
