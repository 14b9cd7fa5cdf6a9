package build

import (
	"fmt"
	"testing"
)

func TestParseShard(t *testing.T) {
	for text, want := range map[string]Shard{
		"1/1": {1, 1}, "2/4": {2, 4}, "02/4": {2, 4}, "10000/10000": {10000, 10000},
		"": {}, "/": {}, "2": {}, "2/": {}, "/4": {}, "0/4": {}, "5/4": {}, "1/0": {}, "0/0": {}, "-1/4": {}, "+1/4": {}, "1/-4": {}, "1/4/2": {},
		"1 / 4": {}, " 1/4": {}, "1/4\n": {}, "1.5/4": {}, "a/b": {}, "1/10001": {}, "1/99999999999999999999": {}, "4294967297/4294967298": {},
	} {
		got, ok := ParseShard(text)
		if got != want || ok == want.IsWhole() {
			t.Errorf("%q: %v, %v", text, got, ok)
		}
	}
	if got := (Shard{2, 4}).String() + (Shard{}).String(); got != "2/4" {
		t.Errorf("as texts: %q", got)
	}
}

// Every path belongs to one part, and no part has much more to do than another one.
func TestPartsAreBalanced(t *testing.T) {
	const paths = 100_000
	for _, count := range []int{2, 3, 4, 8, 16} {
		sizes := make([]int, count)
		for n := range paths {
			owners := 0
			for i := range count {
				if (Shard{i + 1, count}).has(fmt.Sprintf("guong/nguyen-van-%d/index.html", n)) {
					sizes[i]++
					owners++
				}
			}
			if owners != 1 {
				t.Fatalf("of %d parts, %d have path %d", count, owners, n)
			}
		}
		for i, size := range sizes {
			if mean := paths / count; size < mean*96/100 || size > mean*104/100 {
				t.Errorf("part %d/%d has %d paths, the mean is %d", i+1, count, size, mean)
			}
		}
	}
}

// Machines of two versions of the program must agree about what belongs to whom.
func TestPartsDoNotChange(t *testing.T) {
	for path, want := range map[string]int{
		"index.html": 1, "sitemap.xml": 2, "404.html": 3, "guong/nguyen-thi-mau/index.html": 4,
	} {
		for i := range 4 {
			if (Shard{i + 1, 4}).has(path) != (i+1 == want) {
				t.Errorf("%s: has it %v in part %d of 4", path, i+1 != want, i+1)
			}
		}
	}
}
