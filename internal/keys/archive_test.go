package keys_test

import (
	"os"
	"strings"
	"testing"
)

// part is one file of an archive in the form of txtar: a line "-- name --", then the file.
type part struct{ name, data string }

// readArchive reads an archive; comment is what stands before the first file.
func readArchive(t *testing.T, path string) (comment string, parts []part) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		mark := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(mark, "-- ") && strings.HasSuffix(mark, " --"):
			parts = append(parts, part{name: strings.TrimSpace(mark[3 : len(mark)-3])})
		case len(parts) == 0:
			comment += line
		default:
			parts[len(parts)-1].data += line
		}
	}
	return comment, parts
}

func writeArchive(t *testing.T, path, comment string, parts []part) {
	t.Helper()
	var b strings.Builder
	b.WriteString(comment)
	for _, p := range parts {
		b.WriteString("-- " + p.name + " --\n" + p.data)
		if p.data != "" && !strings.HasSuffix(p.data, "\n") {
			b.WriteByte('\n')
		}
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
