package serve

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"guongsang/internal/diag"
	"guongsang/internal/form"
	"guongsang/internal/output"
	"guongsang/internal/source"
)

// liveScript keeps open pages up to date.
//
//go:embed assets/live.js
var liveScript []byte

const (
	// maxTold is how many problems open pages are told.
	maxTold = 100
	// heartbeat is how often something is sent where nothing happens, so that both ends know that they are there.
	heartbeat = 15 * time.Second
	// maxSending is how long a browser may take to receive a message.
	maxSending = 10 * time.Second
)

// message is what open pages are told of a state.
type message struct {
	// ID is the state's.
	ID string `json:"id"`
	// Kept says that what is shown is older than what is wrong.
	Kept     bool   `json:"kept"`
	Errors   int    `json:"errors"`
	Warnings int    `json:"warnings"`
	Problems []told `json:"problems"`
	// Failure is what is wrong with the machine.
	Failure string `json:"failure"`
}

// told is a problem as open pages show it. Edit leads to the form, where it can help.
type told struct {
	Severity string `json:"severity"`
	Word     string `json:"word"`
	Code     string `json:"code"`
	File     string `json:"file"`
	Place    string `json:"place"`
	Message  string `json:"message"`
	Fix      string `json:"fix"`
	Edit     string `json:"edit"`
}

// message makes the message of a state. Hints are left to check and to the form.
func (s *server) message(now state) []byte {
	m := message{ID: now.id, Problems: []told{}}
	if now.failure != nil {
		m.Failure, m.Kept = s.Explain(now.failure), now.site != nil
	}
	if now.look != nil {
		count := diag.Count(now.look.Problems)
		m.Errors, m.Warnings = count[diag.Error], count[diag.Warning]
		m.Kept = m.Kept || now.good && !now.look.Good
		m.Problems = s.problems(now.look.Problems)
	}
	text, err := json.Marshal(m)
	if err != nil { // strings and numbers always marshal
		panic(err)
	}
	return text
}

// problems are the first of the problems to show, the errors before the warnings.
func (s *server) problems(all []diag.Problem) []told {
	shown := slices.DeleteFunc(slices.Clone(all), func(p diag.Problem) bool { return p.Severity == diag.Hint })
	slices.SortStableFunc(shown, func(a, b diag.Problem) int { return cmp.Compare(a.Severity, b.Severity) })
	list := []told{}
	for _, p := range shown[:min(len(shown), maxTold)] {
		t := told{
			Severity: p.Severity.Word(diag.English), Word: p.Severity.Word(s.Lang), Code: string(p.Code), File: p.File, Place: p.Place.String(),
			Message: p.Message(s.Lang), Fix: p.Fix(s.Lang),
		}
		if _, ok := source.KindOf(p.File); ok && source.IsMarkdown(p.File) {
			t.Edit = editPath(p.Place)
		}
		list = append(list, t)
	}
	return list
}

// editPath is where the form shows a place.
func editPath(at diag.Place) string {
	query := "?tep=" + url.QueryEscape(at.File)
	if at.Line > 0 {
		query += "&dong=" + strconv.Itoa(at.Line)
	}
	return form.Root + query
}

// script answers with the script.
func (s *server) script(w http.ResponseWriter, r *http.Request) {
	if !reads(r) {
		w.Header().Set("Allow", "GET, HEAD")
		s.notice(w, r, http.StatusMethodNotAllowed, "only-reading")
		return
	}
	w.Header().Set("Content-Type", output.ContentType(scriptPath))
	_, _ = w.Write(liveScript) // who asked has gone
}

// events tells a browser of every state, until one of the two ends.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		w.Header().Set("Allow", "GET")
		s.notice(w, r, http.StatusMethodNotAllowed, "only-reading")
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	to := http.NewResponseController(w)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	text := "retry: 1000\n\n"
	for now, sent := s.now(), 0; ; {
		if now.number > sent {
			sent = now.number
			text += "data: " + string(now.told) + "\n\n"
		}
		_ = to.SetWriteDeadline(time.Now().Add(maxSending)) // what cannot have one waits
		if _, err := strings.NewReader(text).WriteTo(w); err != nil || to.Flush() != nil {
			return
		}
		select {
		case <-r.Context().Done():
			return
		case <-now.over:
			now, text = s.now(), ""
		case <-beat.C:
			text = ":\n\n"
		}
	}
}
