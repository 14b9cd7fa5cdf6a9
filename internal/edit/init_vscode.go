package edit

import (
	"bytes"
	"encoding/json"

	"guongsang/internal/config"
	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/source"
)

// vscodeFiles are what Visual Studio Code reads in a site's folder. docs/vscode.md tells editors what each is for.
func vscodeFiles(book *criteria.Book) ([]newFile, error) {
	const dir, schemas = ".vscode/", ".vscode/guongsang/"
	type named struct {
		path  string
		value any
	}
	all := []named{
		{dir + "guongsang.code-snippets", snippets(book)},
		{dir + "tasks.json", tasks()},
		{dir + "settings.json", settings(schemas)},
		{dir + "extensions.json", map[string][]string{"recommendations": {"redhat.vscode-yaml"}}},
		{schemas + "site" + schemaEnd, schemaOf(book, config.File, config.Keys())},
	}
	for _, kind := range Kinds() {
		all = append(all, named{schemas + kind.Folder() + schemaEnd, schemaOf(book, KindWord(kind), kind.Keys())})
	}
	files := make([]newFile, 0, len(all))
	for _, n := range all {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(n.value); err != nil {
			return nil, err
		}
		files = append(files, newFile{n.path, b.Bytes()})
	}
	return files, nil
}

const schemaEnd = ".schema.json"

// settings tell which schema is for which file, and make the list of completions begin with what fits.
func settings(schemas string) any {
	files := map[string]string{"./" + schemas + "site" + schemaEnd: "/" + config.File}
	for _, kind := range Kinds() {
		files["./"+schemas+kind.Folder()+schemaEnd] = source.Root + "/" + kind.Folder() + "/**/*.md"
	}
	return map[string]any{
		"yaml.schemas": files,
		"[markdown]": map[string]any{
			"editor.snippetSuggestions":   "top",
			"editor.wordBasedSuggestions": "off",
			"editor.wordWrap":             "on",
		},
	}
}

// matcher finds one sort of lines in what check prints.
type matcher struct {
	Owner        string   `json:"owner"`
	Source       string   `json:"source"`
	FileLocation []string `json:"fileLocation"`
	Severity     string   `json:"severity"`
	Pattern      pattern  `json:"pattern"`
}

// pattern says what the parts of a line are.
type pattern struct {
	Regexp  string `json:"regexp"`
	Kind    string `json:"kind"`
	File    int    `json:"file"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Code    int    `json:"code"`
	Message int    `json:"message"`
}

// tasks is the one task: check, whose problems stand in the problems pane. Visual Studio Code knows no severity called "lỗi", so each word has
// matchers of its own: one for problems that have a place in a file, one for those of a file as a whole.
func tasks() any {
	var matchers []matcher
	for severity, name := range []string{diag.Error: "error", diag.Warning: "warning", diag.Hint: "info"} {
		word := diag.Severity(severity).Word(diag.Vietnamese)
		for _, p := range []pattern{
			{Regexp: `^(.+?):(\d+)(?::(\d+))?: ` + word + ` (GS\d+): (.*)$`, Kind: "location", File: 1, Line: 2, Column: 3, Code: 4, Message: 5},
			{Regexp: `^([^:]+): ` + word + ` (GS\d+): (.*)$`, Kind: "file", File: 1, Code: 2, Message: 3},
		} {
			matchers = append(matchers, matcher{
				Owner: "guongsang", Source: "guongsang", FileLocation: []string{"relative", "${workspaceFolder}"}, Severity: name, Pattern: p,
			})
		}
	}
	return map[string]any{
		"version": "2.0.0",
		"tasks": []any{map[string]any{
			"label":          "Kiểm tra trang",
			"detail":         "guongsang check: chỗ cần sửa hiện trong khung Problems",
			"type":           "process",
			"command":        "guongsang",
			"args":           []string{"check", "--lang", "vi"},
			"options":        map[string]string{"cwd": "${workspaceFolder}"},
			"group":          map[string]any{"kind": "test", "isDefault": true},
			"presentation":   map[string]any{"reveal": "silent", "revealProblems": "onProblem", "clear": true},
			"problemMatcher": matchers,
		}},
	}
}
