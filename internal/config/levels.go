package config

import (
	"strings"

	"guongsang/internal/diag"
	"guongsang/internal/keys"
	"guongsang/internal/viet"
)

// Off is the level of a rule that is switched off, in Site.Levels.
const Off = diag.Hint + 1

// levelWords are the words for levels, Vietnamese and English.
var levelWords = map[string]diag.Severity{
	"tat": Off, "goi-y": diag.Hint, "canh-bao": diag.Warning, "loi": diag.Error,
	"off": Off, "hint": diag.Hint, "warning": diag.Warning, "error": diag.Error,
}

// levels reads the key `mức báo`: what each rule counts for. An error stays one, since what it is about cannot be built.
func levels(rec keys.Record) (levels map[diag.Code]diag.Severity, problems []diag.Problem) {
	for _, line := range rec.Map("mức báo") {
		code := diag.Code(strings.ToUpper(line.Key.Text))
		own, known := code.Severity()
		level, ok := levelWords[viet.Slug(line.Value.Text)]
		switch _, twice := levels[code]; {
		case !known:
			problems = append(problems, diag.At(line.Key.Place, diag.UnknownCode, line.Key.Text).Meant(viet.Nearest(line.Key.Text, codes())))
		case !ok:
			problems = append(problems, diag.At(line.Value.Place, diag.BadLevel, line.Value.Text))
		case own == diag.Error && level != diag.Error:
			problems = append(problems, diag.At(line.Key.Place, diag.LevelOfError, string(code)))
		case twice:
			problems = append(problems, diag.At(line.Key.Place, diag.DuplicateKey, line.Key.Text, File))
		default:
			if levels == nil {
				levels = map[diag.Code]diag.Severity{}
			}
			levels[code] = level
		}
	}
	return levels, problems
}

func codes() (all []string) {
	for _, m := range diag.Messages() {
		all = append(all, string(m.Code))
	}
	return all
}

// Weigh gives problems the severities that the site wants, without those of rules that are switched off. soft says of a file that nothing in it may be an
// error, as of a draft that is not shown; nil says it of none. The problems that come in stay as they are.
func (s Site) Weigh(problems []diag.Problem, soft func(file string) bool) []diag.Problem {
	if len(s.Levels) == 0 {
		return problems
	}
	weighed := make([]diag.Problem, 0, len(problems))
	for _, p := range problems {
		level, ok := s.Levels[p.Code]
		switch {
		case !ok:
		case level == Off:
			continue
		default:
			p.Severity = level
			if soft != nil && soft(p.File) {
				p = p.Softer()
			}
		}
		weighed = append(weighed, p)
	}
	return weighed
}

// Advises says that the site wants a rule of advice (GS6xx) to be more than a hint, so that a build has to ask for advice too.
func (s Site) Advises() bool {
	for code, level := range s.Levels {
		if level < diag.Hint && code.Advice() {
			return true
		}
	}
	return false
}
