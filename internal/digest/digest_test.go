package digest

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

func TestKeyOfContent(t *testing.T) {
	for _, n := range []int{0, 1, 16, 128, 129, 240, 241, 1024, 8192, 100_000} {
		b := bytes.Repeat([]byte("gương sáng "), n/11+1)[:n]
		k := Bytes(b)
		if got := Text(string(b)); got != k {
			t.Errorf("%d bytes: Text %v, Bytes %v", n, got, k)
		}
		got, err := Reader(iotest.OneByteReader(bytes.NewReader(b)))
		if err != nil || got != k {
			t.Errorf("%d bytes: Reader %v, %v, want %v", n, got, err, k)
		}
		if n > 0 && Bytes(b[:n-1]) == k {
			t.Errorf("%d bytes: the last byte does not count", n)
		}
	}
	if _, err := Reader(io.MultiReader(strings.NewReader("a"), iotest.ErrReader(io.ErrClosedPipe))); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("Reader's error is %v", err)
	}
}

// The Keys lie in ledgers and file names, so they must not change from one release or machine to another.
func TestKeysAreForEver(t *testing.T) {
	if got, want := Text("gương sáng").String(), wantText; got != want {
		t.Errorf("Text: %s, want %s", got, want)
	}
	type card struct {
		Name string
		Year int
	}
	var h Hasher
	got, err := h.Of(Key{1}, map[string][]card{"b": {{"Nguyễn Thị Mẫu", 2023}}, "a": nil})
	if err != nil || got.String() != wantMap {
		t.Errorf("Of: %v, %v, want %s", got, err, wantMap)
	}
}

const (
	wantText = "32daa213c68a2b6bcbb58221c3a138e9"
	wantMap  = "2a20400172e1540768f2169cde4ab083"
)

func TestKeyText(t *testing.T) {
	k := Text("x")
	if len(k.String()) != 32 || len(k.Short()) != 10 || !strings.HasPrefix(k.String(), k.Short()) {
		t.Errorf("Short() = %q of %v", k.Short(), k)
	}
	if k.IsZero() || !(Key{}).IsZero() {
		t.Error("IsZero is wrong")
	}
}
