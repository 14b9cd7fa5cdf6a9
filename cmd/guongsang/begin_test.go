package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
)

// Whoever opens the program from a folder without a site is asked before anything is made there; only a plain yes makes it.
func TestBeginHere(t *testing.T) {
	for answers, made := range map[string]bool{"\nkhông\n": false, "": false, "\ncó\n": true} {
		t.Chdir(t.TempDir())
		shown := new(bytes.Buffer)
		s, _ := newScreen(nil, io.Discard, shown)
		err := beginHere(t.Context(), s, strings.NewReader(answers))
		if _, missing := os.Stat("content"); (missing == nil) != made || made != (err == nil) {
			t.Errorf("%q: content is there: %v, error %v\n%s", answers, missing == nil, err, shown)
		}
		var failure exitError
		if !made && (!errors.As(err, &failure) || failure.status != exitUsage) {
			t.Errorf("%q: %v", answers, err)
		}
		if !strings.Contains(shown.String(), "có hoặc không") {
			t.Errorf("%q: shown\n%s", answers, shown)
		}
	}
}
