package publish

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"guongsang/internal/digest"
)

var someEntries = []entry{
	{path: "a.html", known: true, key: digest.Text("a"), size: 12, mtime: 1_700_000_000_123_456_789},
	{path: "b/c.html"},
	{path: "ảnh/một.jpg", known: true, size: 1 << 40, mtime: -5},
}

func encodeLedger(subject string, list []entry) []byte {
	b := beginLedger(subject, true, len(list), 0)
	for _, e := range list {
		b = appendEntry(b, e)
	}
	return endLedger(b)
}

func (l *ledger) entries() (list []entry) {
	for i := range l.len() {
		list = append(list, l.entry(i))
	}
	return list
}

func TestLedgerRoundTrip(t *testing.T) {
	for _, list := range [][]entry{nil, someEntries[:1], someEntries} {
		b := encodeLedger("./public", list)
		got, err := decodeLedger(string(b), "./public")
		if err != nil || !slices.Equal(got.entries(), list) || !got.whole {
			t.Errorf("%v, %v", got, err)
			continue
		}
		again := beginLedger("./public", true, got.len(), 0)
		for i, e := range list {
			if got.path(i) != e.path || got.find(e.path) != i || got.has(e.path+"x") {
				t.Errorf("%d is %q and found at %d", i, got.path(i), got.find(e.path))
			}
			again = append(again, got.raw(i)...)
		}
		if !bytes.Equal(endLedger(again), b) {
			t.Error("entries that are carried over are not the same")
		}
	}
}

func TestLedgerThatCannotBeTrusted(t *testing.T) {
	good := encodeLedger("./public", someEntries)
	sealed := func(b []byte) []byte { // with a right sum
		sum := digest.Bytes(b)
		return append(b, sum[:]...)
	}
	version := slices.Clone(good)
	version[len(ledgerMagic)] = 200
	cases := []struct {
		name string
		data []byte
		want error
	}{
		{"empty", nil, errLedgerForm},
		{"magic only", []byte(ledgerMagic), errLedgerForm},
		{"something else", bytes.Repeat([]byte("x"), 100), errLedgerForm},
		{"cut", good[:len(good)-1], errLedgerForm},
		{"longer", append(slices.Clone(good), 0), errLedgerForm},
		{"version", version, errLedgerVersion},
		{"folder", encodeLedger("./other", someEntries), errLedgerFolder},
		{"escapes", encodeLedger("./public", []entry{{path: "../x"}}), errLedgerForm},
		{"no count", sealed(appendText([]byte(ledgerMagic+"\x02"), "./public")), errLedgerForm},
		{"too many", sealed(append(appendText([]byte(ledgerMagic+"\x02"), "./public"), 0xff, 0xff, 0xff, 0x7f)), errLedgerForm},
	}
	for i := range good {
		b := slices.Clone(good)
		b[i] ^= 0x10
		cases = append(cases, struct {
			name string
			data []byte
			want error
		}{"a bit", b, nil})
	}
	for _, c := range cases {
		list, err := decodeLedger(string(c.data), "./public")
		if err == nil || list != nil || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v", c.name, list, err)
		}
	}
}

func TestDamagedLedger(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	files, err := filepath.Glob(filepath.Join(p.o.Cache, "*.ledger"))
	if err != nil || len(files) != 1 {
		t.Fatalf("ledgers: %v, %v", files, err)
	}
	if err := os.WriteFile(files[0], []byte("damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	past := p.age()
	r := p.sync(with(small, nil, "empty.txt"))
	if !errors.Is(r.LedgerBad, errLedgerForm) || r.Removed != 0 || r.Rendered != 3 || r.Written != 0 {
		t.Errorf("%s, %v", counts(r), r.LedgerBad)
	}
	p.want(small)
	if !p.time("index.html").Equal(past) {
		t.Error("a file with the same bytes was written")
	}
	wantCounts(t, p.sync(with(small, nil, "empty.txt")), "files 3 written 0 unchanged 3 rendered 0 removed 0 bytes 12")
}

// A run that has nothing to do writes nothing, not even its ledger.
func TestNothingToDoWritesNothing(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	p.o.before = func(op, path string) error {
		t.Errorf("%s %s", op, path)
		return nil
	}
	p.sync(small)
}

func FuzzLedger(f *testing.F) {
	f.Add(encodeLedger("./public", someEntries)[len(ledgerMagic)+1:])
	f.Fuzz(func(t *testing.T, body []byte) {
		b := append([]byte(ledgerMagic+"\x02"), body...)
		sum := digest.Bytes(b)
		got, err := decodeLedger(string(append(b, sum[:]...)), "./public")
		if err != nil {
			return
		}
		list := got.entries()
		again, err := decodeLedger(string(encodeLedger("./public", list)), "./public")
		if err != nil || !slices.Equal(again.entries(), list) {
			t.Errorf("%v, then %v, %v", list, again, err)
		}
	})
}

func TestOtherwise(t *testing.T) {
	l, err := decodeLedger(string(encodeLedger("", []entry{{path: "a/logo.svg"}, {path: "a/Icon.svg"}, {path: "b"}, {path: "B"}})), "")
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range map[string]bool{
		"a/logo.svg": false, "a/LOGO.svg": true, "A/logo.svg": true, "a/Icon.svg": false, "a/icon.svg": true, "b": true, "B": true, "c": false,
	} {
		if l.otherwise(p) != want {
			t.Errorf("%s: %v", p, !want)
		}
	}
}

// On a file system with coarse times the old bytes may have the time of the new ones; so while the switch goes on, the
// ledger claims nothing of the files that it touches.
func TestLedgerDuringTheSwitch(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	files, err := filepath.Glob(filepath.Join(p.o.Cache, "*.ledger"))
	if err != nil || len(files) != 1 {
		t.Fatalf("ledgers: %v, %v", files, err)
	}
	var known []string
	p.o.before = func(op, path string) error {
		if op == "rename" && filepath.Base(path) == "index.html" {
			l, err := readLedger(files[0], "./public")
			if err != nil {
				t.Error(err)
			}
			for _, e := range l.entries() {
				if e.known {
					known = append(known, e.path)
				}
			}
			if l.len() != 5 || l.whole {
				t.Errorf("the ledger names %v", l.entries())
			}
		}
		return nil
	}
	p.sync(with(small, site{"index.html": "next", "new.txt": "new"}, "empty.txt"))
	if want := []string{"guong/mau/index.html", "tai-nguyen/a.css"}; !slices.Equal(known, want) {
		t.Errorf("known are %v, want %v", known, want)
	}
}

func TestDamagedLedgerOfNothing(t *testing.T) {
	p := newPlace(t)
	p.sync(small)
	files, _ := filepath.Glob(filepath.Join(p.o.Cache, "*.ledger"))
	for _, f := range files {
		if err := os.WriteFile(f, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if r := p.sync(site{}); r.LedgerBad == nil {
		t.Error("the damaged ledger was not told")
	}
	if r := p.sync(site{}); r.LedgerBad != nil {
		t.Errorf("the damaged ledger stays: %v", r.LedgerBad)
	}
}
