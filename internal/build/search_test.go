package build_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/build"
)

const keptIndex = build.Cache + "/search.cache"

// damages is how many kinds of damage damageIndex knows: a bit in each of some parts of the file.
const damages = 7

// damageIndex does the nth kind of damage to a kept index.
func damageIndex(kept string, n int) string {
	b := []byte(kept)
	b[len(b)*n/damages+len(b)/damages/2] ^= 4
	return string(b)
}

// Whatever became of the kept index: the site is as from nothing, also where the new index would begin with it, and the next build finds it mended.
func TestADamagedSearchIndex(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	kept := s.read(keptIndex)
	for _, edited := range []bool{false, true} {
		if edited {
			s.edit("content/guong/a.md", "\n---\n", "\n---\n\nThêm một câu.\n")
		}
		want := mustClean(s)
		for n := range damages {
			s.write(keptIndex, damageIndex(kept, n))
			s.o.Output = filepath.Join(filepath.Dir(s.dir), fmt.Sprint(n, edited))
			s.build()
			if d := difference(s.tree(), want); d != "" {
				t.Errorf("part %d is damaged, edited: %v:\n%s", n, edited, d)
			}
			mended := s.read(keptIndex)
			if s.build(); s.read(keptIndex) != mended || mended == damageIndex(kept, n) {
				t.Errorf("part %d is damaged, edited: %v: and stays so", n, edited)
			}
		}
	}
}

// A session goes on as well.
func TestADamagedSearchIndexInASession(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	kept, want := s.read(keptIndex), onlyFiles(mustClean(s))
	for n := range damages {
		s.write(keptIndex, damageIndex(kept, n))
		session := openSession(s)
		for range 2 {
			if d := difference(rendered(t, lookAt(t, session, nil), false), want); d != "" {
				t.Errorf("part %d is damaged:\n%s", n, d)
			}
		}
		session.Close()
	}
}

// What was kept is used: an index that is as it was is not made again.
func TestTheSearchIndexIsKept(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	before, err := os.Stat(s.path(keptIndex))
	if err != nil {
		t.Fatal(err)
	}
	s.build()
	after, err := os.Stat(s.path(keptIndex))
	if err != nil {
		t.Fatal(err)
	}
	if !os.SameFile(before, after) {
		t.Error("the index was made again")
	}
}

// muc.js knows the stamp of each file of the index, and another build's files have others.
func TestFilesOfTheSearchIndexBelongTogether(t *testing.T) {
	t.Parallel()
	s := newSite(t, smallSite())
	s.build()
	before := s.tree()
	s.edit("content/guong/a.md", "\n---\n", "\n---\n\nThêm một câu.\n")
	s.build()
	after := s.tree()
	for name, tree := range map[string]files{"before": before, "after": after} {
		begin := map[string]any{}
		text := tree["tim-kiem/muc.js"]
		if err := json.Unmarshal([]byte(text[strings.Index(text, "{"):strings.LastIndex(text, "}")+1]), &begin); err != nil {
			t.Fatal(err)
		}
		own := begin["i"].(string)
		stamps := map[string]string{"cot": own, "muc": own}
		for kind, all := range begin["v"].(map[string]any) {
			list := all.(string)
			for i := range int(begin[kind].(float64)) {
				stamps[fmt.Sprint(kind, begin["q"], "-", i)], list = list[:4], list[4:]
			}
			if list != "" {
				t.Errorf("%s: stamps of nothing: %s", name, list)
			}
		}
		for file, stamp := range stamps {
			if got := tree["tim-kiem/"+file+".js"]; !strings.HasSuffix(got, `,"`+stamp+"\")\n") {
				t.Errorf("%s: %s.js ends in %s, not in %s", name, file, got[max(0, len(got)-12):], stamp)
			}
		}
	}
	for name, text := range before {
		other, there := after[name]
		if strings.HasPrefix(name, "tim-kiem/") && strings.HasSuffix(name, ".js") && there && other != text && other[len(other)-8:] == text[len(text)-8:] {
			t.Errorf("%s has the same stamp though it has changed", name)
		}
	}
}
