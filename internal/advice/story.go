package advice

import (
	"bytes"
	"slices"
	"strconv"
	"unicode/utf8"

	"guongsang/internal/criteria"
	"guongsang/internal/diag"
	"guongsang/internal/language"
	"guongsang/internal/profile"
)

// The bounds of what a story should have.
const (
	fewestWords    = 150
	longestSummary = 300 // characters
)

// lacks says what a story should have and has not.
func (a *adviser) lacks() {
	detail := a.story.Detail()
	if a.lang == language.Vietnamese { // a translation has its evidence in the original
		a.unproven(detail)
	}
	if a.story.Summary == "" {
		a.say(a.story.At, diag.NoSummary)
	}
	if words := detail.Found.Words + a.words; words < fewestWords && a.rec.Text("loại bài").Text != "tin" {
		at := diag.Place{File: a.file, Line: 1 + bytes.Count(a.text[:a.body], []byte{'\n'}), Column: 1}
		if len(bytes.TrimSpace(a.text[a.body:])) == 0 {
			at = a.story.At // there may be no line below the front matter
		}
		a.say(at, diag.ShortStory, strconv.Itoa(words), strconv.Itoa(fewestWords))
	}
}

func (a *adviser) summary() {
	if n := utf8.RuneCountInString(a.story.Summary); n > longestSummary {
		a.say(a.rec.At("tóm tắt"), diag.LongSummary, strconv.Itoa(n), strconv.Itoa(longestSummary))
	}
}

// unproven looks for the mandatory criteria of a profile's main field that hold for just such a profile. One that holds under a condition only is asked
// for only if the author names it.
func (a *adviser) unproven(detail *profile.Detail) {
	field := a.story.MainField()
	if !a.story.IsProfile() || field == nil {
		return
	}
	for _, group := range field.Groups {
		if !holds(group, a.story.Kind, detail.Subkind.Code) {
			continue
		}
		for _, c := range group.Criteria {
			i := slices.IndexFunc(detail.Criteria, func(s profile.Shown) bool { return s.Criterion == c })
			if !c.Mandatory || i < 0 && c.Condition != "" || i >= 0 && detail.Criteria[i].Evidence != "" {
				continue
			}
			a.say(a.criteriaPlace(), diag.MandatoryUnproven, c.Code, c.Text)
		}
	}
}

// holds says that a group's criteria surely hold for a profile: one that does not say its sub-kind is asked for what holds for all of its kind.
func holds(group criteria.Group, kind criteria.Kind, subkind string) bool {
	return slices.ContainsFunc(group.Applies, func(s criteria.Scope) bool {
		return s.Kind == kind && (s.Subkind == "" || s.Subkind == subkind)
	})
}

// criteriaPlace is where evidence is to be written.
func (a *adviser) criteriaPlace() diag.Place {
	for _, key := range []string{"minh chứng", "tiêu chí"} {
		if a.rec.Has(key) {
			return a.rec.At(key)
		}
	}
	return a.story.At
}
