package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"guongsang/internal/criteria"
	"guongsang/internal/edit"
	"guongsang/internal/source"
	"guongsang/internal/viet"
)

// newOptions are the flags of new; all but source say something of the new file, and where one of them is given nothing is asked.
type newOptions struct {
	source, class, unit, year, slug string
	fields                          []string
}

func newNew(s *screen) *cobra.Command {
	o := &newOptions{}
	cmd := &cobra.Command{
		Use:     "new",
		Short:   s.say("new.short"),
		Long:    s.say("new.long"),
		Example: s.say("new.example"),
		Args:    cobra.ArbitraryArgs,
		RunE:    func(cmd *cobra.Command, args []string) error { return runNew(cmd, s, o, args) },
	}
	f := cmd.Flags()
	f.StringVar(&o.source, "source", ".", s.say("flag.source"))
	f.StringArrayVar(&o.fields, "linh-vuc", nil, s.say("flag.linh-vuc"))
	f.StringVar(&o.class, "loai", "", s.say("flag.loai"))
	f.StringVar(&o.unit, "don-vi", "", s.say("flag.don-vi"))
	f.StringVar(&o.year, "nam", "", s.say("flag.nam"))
	f.StringVar(&o.slug, "duong-dan", "", s.say("flag.duong-dan"))
	return cmd
}

func runNew(cmd *cobra.Command, s *screen, o *newOptions, args []string) error {
	book, err := criteria.Plan()
	if err != nil {
		return exitError{exitMachine, s.say("failed.machine", err.Error())}
	}
	day, err := today(s)
	if err != nil {
		return err
	}
	if info, err := os.Stat(filepath.Join(o.source, source.Root)); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return s.wrongUsage("new.no-site", o.source)
	}
	file := edit.NewOptions{Dir: o.source, Slug: o.slug, Blank: edit.Blank{Today: day}}
	named, err := o.words(s, &file, args)
	if err != nil {
		return err
	}
	var a *asker
	if answers(cmd.InOrStdin()) && !o.given(cmd) {
		a = newAsker(cmd.Context(), cmd.InOrStdin(), s)
	}
	switch {
	case a != nil:
		if err := a.about(book, &file, named); err != nil {
			return s.askingFailed(err)
		}
	case !named || file.Name == "":
		return s.wrongUsage("new.needs")
	default:
		if err := o.flags(s, book, &file); err != nil {
			return err
		}
	}
	return s.make(book, file, a)
}

// given says whether a flag says something of the new file.
func (o *newOptions) given(cmd *cobra.Command) bool {
	for _, name := range []string{"linh-vuc", "loai", "don-vi", "nam", "duong-dan"} {
		if cmd.Flags().Changed(name) {
			return true
		}
	}
	return false
}

// words takes kind and name from the command line; named says that the kind is there. The kind may be two words, and so may the name, since
// quotes are forgotten easily.
func (o *newOptions) words(s *screen, file *edit.NewOptions, args []string) (named bool, err error) {
	if len(args) == 0 {
		return false, nil
	}
	kind, near, ok := edit.KindOf(args[0])
	rest := args[1:]
	if !ok && len(rest) > 0 {
		if kind, _, ok = edit.KindOf(args[0] + " " + rest[0]); ok {
			rest = rest[1:]
		}
	}
	switch {
	case ok:
		file.Kind, file.Name = kind, strings.Join(rest, " ")
		return true, nil
	case near != "":
		return false, s.wrongUsage("new.kind-meant", args[0], near)
	}
	return false, s.wrongUsage("new.kind", args[0], strings.Join(kindFolders(), ", "))
}

func kindFolders() []string {
	var folders []string
	for _, kind := range edit.Kinds() {
		folders = append(folders, kind.Folder())
	}
	return folders
}

// flags takes what the flags say of the new file.
func (o *newOptions) flags(s *screen, book *criteria.Book, file *edit.NewOptions) error {
	for flag, used := range map[string]bool{"--linh-vuc": len(o.fields) > 0, "--don-vi": o.unit != "", "--nam": o.year != ""} {
		if used && !file.Kind.Story() {
			return s.wrongUsage("new.flag-not-for", flag, file.Kind.Folder())
		}
	}
	if o.class != "" && file.Kind != source.Profile {
		return s.wrongUsage("new.flag-not-for", "--loai", file.Kind.Folder())
	}
	for _, name := range o.fields {
		field, ok := book.Field(name)
		if !ok {
			return s.unknownField(name, book.NearField(name), book)
		}
		file.Fields = append(file.Fields, field)
	}
	var ok bool
	if file.Class, ok = criteria.KindOf(o.class); !ok && o.class != "" {
		return s.wrongUsage("new.class", o.class)
	}
	if o.year == "" && file.Kind == source.Profile {
		file.Year = file.Today.Year
	} else if file.Year, ok = readYear(o.year); !ok && o.year != "" {
		return s.wrongUsage("new.year", o.year)
	}
	file.Unit = o.unit
	return nil
}

func (s *screen) unknownField(name, near string, book *criteria.Book) error {
	if near != "" {
		return s.wrongUsage("new.field-meant", name, near)
	}
	return s.wrongUsage("new.field", name, strings.Join(book.FieldCodes(), ", "))
}

// readYear reads a year that a story may have.
func readYear(text string) (year int, ok bool) {
	year, err := strconv.Atoi(strings.TrimSpace(text))
	return year, err == nil && year >= 1900 && year <= 2100
}

// make makes the file and says where it is and what to do with it. Where its address is taken whoever can be asked is asked.
func (s *screen) make(book *criteria.Book, file edit.NewOptions, a *asker) error {
	created, err := edit.New(book, file)
	var taken *edit.SlugTakenError
	if errors.As(err, &taken) && taken.Free != "" && a != nil {
		yes, asked := a.agree(s.taken(taken)+" "+s.say("ask.other-slug", taken.Free), s.say("ask.yes"))
		if asked != nil {
			return s.askingFailed(asked)
		}
		if yes {
			file.Slug = taken.Free
			created, err = edit.New(book, file)
		}
	}
	if err != nil {
		return s.notMade(book, file, err)
	}
	s.out(filepath.Join(file.Dir, filepath.FromSlash(created.Path)))
	s.note(s.say("new.done", created.Address.Path()))
	if file.Kind.Story() {
		s.note(s.say("new.done-draft"))
	} else {
		s.note(s.say("new.done-public"))
	}
	return nil
}

// notMade says why there is no new file and what to do.
func (s *screen) notMade(book *criteria.Book, file edit.NewOptions, err error) error {
	var taken *edit.SlugTakenError
	var field *edit.UnknownFieldError
	switch {
	case errors.As(err, &taken) && taken.Free != "" && taken.By == "":
		return exitError{exitUsage, s.taken(taken) + " " + s.say("new.other-name", taken.Free)}
	case errors.As(err, &taken) && taken.Free != "":
		return exitError{exitUsage, s.taken(taken) + " " + s.say("new.other-slug", taken.Free)}
	case errors.As(err, &taken):
		return exitError{exitUsage, s.taken(taken)}
	case errors.As(err, &field):
		return s.unknownField(field.Text, field.Near, book)
	case errors.Is(err, edit.ErrNoLetters):
		return s.wrongUsage("new.no-letters", file.Name)
	case errors.Is(err, edit.ErrBadSlug):
		return s.wrongUsage("new.bad-slug", file.Slug, viet.Slug(file.Slug))
	case errors.Is(err, edit.ErrNoSite):
		return s.wrongUsage("new.no-site", file.Dir)
	}
	return s.notWritten(err)
}

// taken says who has an address.
func (s *screen) taken(err *edit.SlugTakenError) string {
	if err.By == "" {
		return s.say("new.reserved", err.Slug)
	}
	return s.say("new.taken", err.Slug, err.By)
}
