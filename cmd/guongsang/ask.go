package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"
)

// Why a question has no answer.
var (
	errNoAnswer = errors.New("no more answers") // the input has ended
	errStopped  = errors.New("stopped")         // Ctrl-C
)

// asker asks the person before the terminal, on stderr, so that stdout holds nothing but what was asked for.
type asker struct {
	in      *bufio.Reader
	stopped <-chan struct{}
	screen  *screen
}

func newAsker(ctx context.Context, in io.Reader, s *screen) *asker {
	return &asker{in: bufio.NewReader(in), stopped: ctx.Done(), screen: s}
}

// answers says whether there is a person who could answer.
func answers(in io.Reader) bool {
	f, ok := in.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// line shows a question and waits for an answer, without the blanks around it. The error is errNoAnswer at the end of input, and
// errStopped where Ctrl-C comes instead, for which a read of a terminal does not end by itself.
func (a *asker) line(question string) (string, error) {
	fmt.Fprint(a.screen.stderr, question+" ")
	type answer struct {
		text string
		err  error
	}
	came := make(chan answer, 1)
	go func() {
		text, err := a.in.ReadString('\n')
		came <- answer{strings.TrimSpace(text), err}
	}()
	select {
	case <-a.stopped:
		a.screen.note("")
		return "", errStopped
	case got := <-came:
		if got.err != nil && got.text == "" {
			a.screen.note("")
			return "", errNoAnswer
		}
		return got.text, nil
	}
}

// ask repeats a question until read takes the answer; what read says of an answer that it does not take is shown. An empty answer is read as
// the default, which is shown behind the question where there is one.
func (a *asker) ask(question, preset string, read func(answer string) (complaint string)) error {
	if preset != "" {
		question += " [" + preset + "]"
	}
	for {
		text, err := a.line(question + ":")
		if err != nil {
			return err
		}
		if text == "" {
			text = preset
		}
		complaint := read(text)
		if complaint == "" {
			return nil
		}
		a.screen.note(complaint)
	}
}

// option is one line of a list to choose from: its number, and what it says.
type option struct {
	number int
	text   string
}

// pick shows a list and asks for one of it, by its number or in words, which find understands. preset is a number; 0 lets an empty
// answer mean none, and 0 comes back.
func (a *asker) pick(question string, options []option, preset int, find func(words string) (number int, ok bool)) (number int, err error) {
	for _, o := range options {
		a.screen.note(fmt.Sprintf("  %2d  %s", o.number, o.text))
	}
	shown := ""
	if preset != 0 {
		shown = strconv.Itoa(preset)
	}
	err = a.ask(question, shown, func(text string) string {
		if text == "" {
			return ""
		}
		chosen, wrong := strconv.Atoi(text)
		if wrong != nil {
			var ok bool
			if chosen, ok = find(text); !ok {
				chosen = 0
			}
		}
		for _, o := range options {
			if o.number == chosen {
				number = chosen
				return ""
			}
		}
		return a.screen.say("ask.not-in-list", text)
	})
	return number, err
}

// agree asks a question that yes or no answers. An empty answer is the preset, or none where that is "".
func (a *asker) agree(question, preset string) (yes bool, err error) {
	err = a.ask(question, preset, func(text string) string {
		switch strings.ToLower(text) {
		case "c", "có", "co", "y", "yes":
			yes = true
		case "k", "không", "khong", "n", "no":
		default:
			return a.screen.say("ask.yes-or-no", text)
		}
		return ""
	})
	return yes, err
}

// askingFailed turns the end of the answers into the end of the program.
func (s *screen) askingFailed(err error) error {
	if errors.Is(err, errNoAnswer) {
		return exitError{exitUsage, s.say("ask.ended")}
	}
	return exitError{exitMachine, s.say("failed.stopped")}
}
