package keys_test

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
)

var update = flag.Bool("update", false, "write what the tests get into testdata; read the difference")

// TestCases reads each name.yaml, name.toml and name.json of testdata/*.txtar against the table of a profile and compares what an
// author is told, in both languages, with name.want. The block begins on line 2, as behind a line ---.
func TestCases(t *testing.T) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, archive := range archives {
		comment, parts := readArchive(t, archive)
		wants := make(map[string]string)
		for _, p := range parts {
			wants[p.name] = p.data
		}
		var out []part
		for _, in := range parts {
			name, format, _ := strings.Cut(in.name, ".")
			if format == "want" {
				continue
			}
			got := told(format, []byte(in.data))
			out = append(out, in, part{name + ".want", got})
			t.Run(strings.TrimSuffix(filepath.Base(archive), ".txtar")+"/"+name, func(t *testing.T) {
				want, ok := wants[name+".want"]
				if diff := cmp.Diff(want, got); !*update && (!ok || diff != "") {
					t.Errorf("told (-want +got); after -update, read the difference:\n%s", diff)
				}
			})
		}
		if *update {
			writeArchive(t, archive, comment, out)
		}
	}
}

// told is what an author is told about a block, a line in Vietnamese and one in English for each problem.
func told(format string, block []byte) string {
	_, problems := parse(format, block)
	var b strings.Builder
	for _, p := range problems {
		b.WriteString(p.Text(diag.Vietnamese, nil) + "\n" + p.Text(diag.English, nil) + "\n")
	}
	return b.String()
}

func parse(format string, block []byte) (keys.Record, []diag.Problem) {
	at := diag.Place{File: "a.md", Line: 2, Column: 1}
	var node keys.Node
	var problems []diag.Problem
	switch format {
	case "toml":
		node, problems = keys.ParseTOML(block, at)
	case "json":
		node, problems = keys.ParseJSON(block, at)
	default:
		node, problems = keys.ParseYAML(block, at)
	}
	for _, p := range problems {
		if p.Severity == diag.Error {
			return keys.Record{}, problems
		}
	}
	record, more := keys.Read(node, keys.Profile(), at.File)
	return record, append(problems, more...)
}
