package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"guongsang/themes"
)

// The folders of the two sites, and the smallest corpus in which the edits find their stories.
const (
	oursName   = "guongsang"
	hugoName   = "hugo"
	minStories = 100
)

// storyFiles lists the content files of a year, sorted. Edits take their stories from it.
func storyFiles(site, year string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(site, "content", "guong", year, "*.md"))
	if err == nil && len(files) < 2 {
		err = fmt.Errorf("%s has too few stories of %s", site, year)
	}
	return files, err
}

// changeBody adds a paragraph to a story.
func changeBody(site string, round int) error {
	files, err := storyFiles(site, "2021")
	if err != nil {
		return err
	}
	return change(files[round%len(files)], func(text string) string {
		return text + fmt.Sprintf("\nBan biên tập trở lại thăm lần thứ %d và thấy việc vẫn đều.\n", round)
	})
}

// changeName gives another story another name at the same address.
func changeName(site string, round int) error {
	files, err := storyFiles(site, "2022")
	if err != nil {
		return err
	}
	return change(files[round%len(files)], func(text string) string {
		return setLine(text, "tên", fmt.Sprintf("Người Đổi Tên Lần %d", round))
	})
}

// addStory adds a story, newer than all others, with the text of an old one.
func addStory(site string, round int) error {
	return addCopy(site, round, func(text, name, slug string) string {
		text = setLine(setLine(text, "đường dẫn", slug), "tên", name)
		return setLine(setLine(text, "ngày", "20/12/2025"), "cập nhật", "21/12/2025")
	})
}

// addHugoStory does the same to Hugo's site.
func addHugoStory(site string, round int) error {
	return addCopy(site, round, func(text, name, slug string) string {
		return setLine(setLine(setLine(text, "title", name), "slug", slug), "date", "2025-12-20T00:00:00+07:00")
	})
}

func addCopy(site string, round int, edit func(text, name, slug string) string) error {
	files, err := storyFiles(site, "2020")
	if err != nil {
		return err
	}
	text, err := os.ReadFile(files[round%len(files)])
	if err != nil {
		return err
	}
	slug := fmt.Sprintf("guong-moi-lan-%d", round)
	file := filepath.Join(filepath.Dir(files[0]), slug+".md")
	return os.WriteFile(file, []byte(edit(string(text), fmt.Sprintf("Gương Mới Lần %d", round), slug)), 0o644)
}

// changeTemplate lays a changed template of the story page over the built-in one.
func changeTemplate(site string, round int) error {
	const name = "sen/templates/story.html"
	built, err := fs.ReadFile(themes.FS, name)
	if err != nil {
		return err
	}
	mark := "<article"
	if !strings.Contains(string(built), mark) {
		return fmt.Errorf("%s has no %s to change", name, mark)
	}
	text := strings.Replace(string(built), mark, fmt.Sprintf(`%s data-round="%d"`, mark, round), 1)
	file := filepath.Join(site, "themes", filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// setLine gives a key on a line of its own in the front matter another value. A key that is not there stays away.
func setLine(text, key, value string) string {
	before, rest, ok := strings.Cut(text, "\n"+key+": ")
	if !ok {
		return text
	}
	_, after, _ := strings.Cut(rest, "\n")
	return before + "\n" + key + ": " + value + "\n" + after
}

func change(file string, edit func(string) string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	changed := edit(string(text))
	if changed == string(text) {
		return fmt.Errorf("%s: the edit changed nothing", file)
	}
	return os.WriteFile(file, []byte(changed), 0o644)
}

// compareText looks into the story pages of both sites: each must show the name and the headings of its story.
func compareText(site string, outputs ...string) error {
	files, err := storyFiles(site, "2024")
	if err != nil {
		return err
	}
	step := max(1, len(files)/20)
	for i := 0; i < len(files); i += step {
		data, err := os.ReadFile(files[i])
		if err != nil {
			return err
		}
		slug := strings.TrimSuffix(filepath.Base(files[i]), ".md")
		var want []string
		for line := range strings.SplitSeq(string(data), "\n") {
			if given, ok := strings.CutPrefix(line, "đường dẫn: "); ok {
				slug = given
			}
			if heading, ok := strings.CutPrefix(line, "## "); ok {
				want = append(want, heading)
			}
		}
		for _, output := range outputs {
			page := filepath.Join(output, "guong", slug, "index.html")
			html, err := os.ReadFile(page)
			if err != nil {
				return err
			}
			for _, heading := range want {
				if !strings.Contains(string(html), heading) {
					return fmt.Errorf("%s does not show %q", page, heading)
				}
			}
		}
	}
	return nil
}
