package output

import (
	"strings"
	"testing"
)

// The worker is the same whatever the site says, so that phones take it for a new one only when the program has changed.
func TestTheWorkerDoesNotChangeWithTheSite(t *testing.T) {
	one := newSite(t, crowd(2)).tree()
	files := crowd(20)
	files["site.yaml"] = "tên trang: Khác\nđịa chỉ: https://khac.example\nngôn ngữ: en\n"
	other := newSite(t, files).tree()
	worker := one["sw.js"]
	if worker == "" || worker != other["sw.js"] {
		t.Errorf("the worker differs: %d and %d bytes", len(worker), len(other["sw.js"]))
	}
	for _, must := range []string{"ngoai-tuyen/", "tai-nguyen/", "tim-kiem/", "skipWaiting"} {
		if !strings.Contains(worker, must) {
			t.Errorf("the worker does not know %s", must)
		}
	}
	if strings.Contains(worker, "{version}") {
		t.Error("what the worker keeps has no name of its own")
	}
}

// With the switch off, nothing asks for the worker, and phones that have it get one that forgets.
func TestTheSwitchOfOffline(t *testing.T) {
	for _, c := range []struct {
		setting string
		on      bool
	}{{"", true}, {"ngoại tuyến: có\n", true}, {"ngoại tuyến: không\n", false}} {
		files := crowd(3)
		files["site.yaml"] += c.setting
		tree := newSite(t, files).tree()
		for path, text := range tree {
			asks := strings.HasSuffix(path, ".html") && strings.Contains(text, "data-keep")
			if page := strings.Contains(text, "<main id="); asks != (page && c.on) {
				t.Errorf("%q: %s asks for the worker: %v", c.setting, path, asks)
			}
		}
		page, there := tree["ngoai-tuyen/index.html"]
		if there != c.on || there && !strings.Contains(page, "noindex") {
			t.Errorf("%q: the page without a network is there: %v", c.setting, there)
		}
		if forgets := strings.Contains(tree["sw.js"], "unregister"); forgets == c.on || tree["sw.js"] == "" {
			t.Errorf("%q: the worker forgets: %v", c.setting, forgets)
		}
		if strings.Contains(tree["sitemap.xml"], "ngoai-tuyen") || strings.Contains(tree["sitemap.xml"], "trinh-chieu") {
			t.Errorf("%q: the sitemap lists what is not for search engines", c.setting)
		}
	}
}

// A site may bring a worker of its own.
func TestAWorkerOfTheSitesOwn(t *testing.T) {
	files := crowd(2)
	files["static/sw.js"] = "own"
	if got := newSite(t, files).tree()["sw.js"]; got != "own" {
		t.Errorf("the worker: %q", got)
	}
}
