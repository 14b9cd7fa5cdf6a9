package build

import (
	"context"
	"os"
	"runtime"
	"runtime/pprof"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/viet"
)

func TestZZMem(t *testing.T) {
	src := os.Getenv("ZZSRC")
	site, _, err := read(context.Background(), Options{Source: src, Today: viet.Date{Year: 2026, Month: 11, Day: 1}, Program: digest.Text("x")})
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	t.Log(m.HeapAlloc >> 20)
	f, _ := os.Create("/tmp/heap.prof")
	pprof.Lookup("heap").WriteTo(f, 0)
	f.Close()
	runtime.KeepAlive(site)
}
