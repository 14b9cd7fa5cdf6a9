package build

import (
	"context"
	"os"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/viet"
)

func TestZZProf(t *testing.T) {
	src := os.Getenv("ZZSRC")
	out := "/dev/shm/zzout"
	os.RemoveAll(out)
	os.RemoveAll(src + "/.guongsang")
	r, err := Build(context.Background(), Options{Source: src, Output: out, Today: viet.Date{Year: 2026, Month: 11, Day: 1}, Program: digest.Text("x")})
	t.Log(r.Files, err)
}
