package page

import "testing"

// A row's bar is as long as its number is to the largest of its chart; where there is nothing, there is no bar.
func TestBarsOfStatistics(t *testing.T) {
	a := newAlbum(t, append(people(8, "y-te"), person("mot", "giao-duc", 300), person("hai", "giao-duc", 301)))
	for _, c := range a.Statistics().Charts {
		if c.ID != "linh-vuc" {
			continue
		}
		want := map[string]int{"8": 100, "2": 25, "0": 0}
		for _, r := range c.Rows {
			if r.Part != want[r.Count] {
				t.Errorf("%s: %s is drawn as %d of a hundred, want %d", r.Text, r.Count, r.Part, want[r.Count])
			}
		}
		return
	}
	t.Error("there is no chart of the fields")
}
