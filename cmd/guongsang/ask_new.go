package main

import (
	"strconv"
	"strings"

	"guongsang/internal/criteria"
	"guongsang/internal/edit"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// about asks what is not known yet of the new file: what its kind cannot do without.
func (a *asker) about(book *criteria.Book, file *edit.NewOptions, named bool) error {
	s := a.screen
	if !named {
		var kinds []option
		for i, kind := range edit.Kinds() {
			kinds = append(kinds, option{i + 1, edit.KindWord(kind)})
		}
		chosen, err := a.pick(s.say("ask.kind"), kinds, 1, func(words string) (int, bool) {
			kind, _, ok := edit.KindOf(words)
			return int(kind) + 1, ok
		})
		if err != nil {
			return err
		}
		file.Kind = edit.Kinds()[chosen-1]
	}
	if file.Kind == source.FieldIntro && file.Name == "" {
		return a.field(book, file)
	}
	if file.Name == "" {
		err := a.ask(s.say("ask.name"), "", func(text string) string {
			if file.Name = text; viet.Slug(text) == "" {
				return s.say("ask.no-letters")
			}
			return ""
		})
		if err != nil {
			return err
		}
	}
	switch file.Kind {
	case source.Profile:
		return a.aboutProfile(book, file)
	case source.Practice:
		return a.field(book, file)
	}
	return nil
}

func (a *asker) aboutProfile(book *criteria.Book, file *edit.NewOptions) error {
	s := a.screen
	var classes []option
	for i, class := range criteria.Kinds {
		classes = append(classes, option{i + 1, strings.ToLower(class.Name())})
	}
	chosen, err := a.pick(s.say("ask.class"), classes, 1, func(words string) (int, bool) {
		class, ok := criteria.KindOf(words)
		return int(class), ok
	})
	if err != nil {
		return err
	}
	file.Class = criteria.Kinds[chosen-1]
	if err := a.field(book, file); err != nil {
		return err
	}
	err = a.ask(s.say("ask.unit"), "", func(text string) string {
		file.Unit = text
		return ""
	})
	if err != nil {
		return err
	}
	return a.ask(s.say("ask.year"), strconv.Itoa(file.Today.Year), func(text string) string {
		var ok bool
		if file.Year, ok = readYear(text); !ok {
			return s.say("new.year", text)
		}
		return ""
	})
}

// field asks for the field, by its number in the plan; a story's may be left for later.
func (a *asker) field(book *criteria.Book, file *edit.NewOptions) error {
	var fields []option
	for _, f := range book.Fields {
		if file.Class == criteria.NoKind || f.For(file.Class) {
			fields = append(fields, option{f.Number, f.Short})
		}
	}
	find := func(words string) (int, bool) {
		f, ok := book.Field(words)
		if !ok {
			return 0, false
		}
		return f.Number, true
	}
	if file.Kind == source.FieldIntro {
		chosen, err := a.pick(a.screen.say("ask.field"), fields, 1, find)
		if err == nil {
			file.Name = book.Fields[chosen-1].Code
		}
		return err
	}
	chosen, err := a.pick(a.screen.say("ask.field-later"), fields, 0, find)
	if err == nil && chosen != 0 {
		file.Fields = book.Fields[chosen-1 : chosen]
	}
	return err
}
