package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
)

// asking is an asker with answers, and what it shows.
func asking(t *testing.T, answers string) (*asker, *bytes.Buffer) {
	t.Helper()
	shown := new(bytes.Buffer)
	s, _ := newScreen(nil, io.Discard, shown)
	return newAsker(t.Context(), strings.NewReader(answers), s), shown
}

func TestPick(t *testing.T) {
	options := []option{{1, "một"}, {3, "ba"}}
	find := func(words string) (int, bool) {
		if words == "ba" {
			return 3, true
		}
		return 1, words == "hai" // which stands for something that is not in the list
	}
	for _, c := range []struct {
		answers string
		preset  int
		want    int
		err     error
		asked   int
	}{
		{"3\n", 1, 3, nil, 1},
		{" 3 \r\n", 1, 3, nil, 1},
		{"\n", 1, 1, nil, 1},
		{"\n", 0, 0, nil, 1},
		{"ba", 1, 3, nil, 1}, // the last line need not end
		{"2\nbốn\n0\n-1\n3\n", 1, 3, nil, 5},
		{"2\n", 1, 0, errNoAnswer, 2},
		{"", 1, 0, errNoAnswer, 1},
	} {
		a, shown := asking(t, c.answers)
		got, err := a.pick("Số nào", options, c.preset, find)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("%q: %d, %v; want %d, %v", c.answers, got, err, c.want, c.err)
		}
		if asked := strings.Count(shown.String(), "Số nào"); asked != c.asked {
			t.Errorf("%q: asked %d times, want %d:\n%s", c.answers, asked, c.asked, shown)
		}
		if !strings.Contains(shown.String(), "   3  ba\n") || strings.Contains(shown.String(), "[1]") != (c.preset == 1) {
			t.Errorf("%q: shown\n%s", c.answers, shown)
		}
	}
}

func TestAgree(t *testing.T) {
	for answers, want := range map[string]bool{"\n": true, "có\n": true, "C\n": true, "yes\n": true, "k\n": false, "Không\n": false, "ừ\nn\n": false} {
		a, _ := asking(t, answers)
		if yes, err := a.agree("Chứ", a.screen.say("ask.yes")); yes != want || err != nil {
			t.Errorf("%q: %v, %v", answers, yes, err)
		}
	}
}

// Ctrl-C ends a question that nobody answers: the signal does not end the read.
func TestStoppedWhileAsking(t *testing.T) {
	silent, writer := io.Pipe()
	defer writer.Close()
	shown := new(bytes.Buffer)
	s, _ := newScreen(nil, io.Discard, shown)
	ctx, cancel := context.WithCancel(t.Context())
	a := newAsker(ctx, silent, s)
	cancel()
	_, err := a.line("Tên:")
	if !errors.Is(err, errStopped) || shown.String() != "Tên: \n" {
		t.Errorf("%v, shown %q", err, shown)
	}
	var failure exitError
	if err := s.askingFailed(err); !errors.As(err, &failure) || failure.status != exitMachine {
		t.Errorf("ends with %v", err)
	}
}
