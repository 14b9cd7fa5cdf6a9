package config_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/config"
	"guongsang/internal/diag"
)

const based = "địa chỉ: https://a.vn\n"

func TestLevels(t *testing.T) {
	site, got := read(t, based+"mức báo: {GS601: tắt, gs602: Gợi ý, GS603: cảnh báo, GS604: lỗi, GS502: off, GS212: hint, GS605: warning, GS606: error, GS101: lỗi}\n")
	if got != "" {
		t.Error(got)
	}
	want := map[diag.Code]diag.Severity{
		"GS601": config.Off, "GS602": diag.Hint, "GS603": diag.Warning, "GS604": diag.Error,
		"GS502": config.Off, "GS212": diag.Hint, "GS605": diag.Warning, "GS606": diag.Error, "GS101": diag.Error,
	}
	if diff := cmp.Diff(want, site.Levels); diff != "" {
		t.Error(diff)
	}
	for lines, want := range map[string]string{
		"  GS6O2: tắt\n":               "site.yaml:3:3 error GS507 GS602",
		"  xyz: tắt\n":                 "site.yaml:3:3 error GS507",
		"  GS601: nhẹ\n":               "site.yaml:3:10 error GS508",
		"  GS101: tắt\n":               "site.yaml:3:3 error GS509",
		"  GS101: cảnh báo\n":          "site.yaml:3:3 error GS509",
		"  GS601: tắt\n  gs601: tắt\n": "site.yaml:4:3 error GS102",
		"  GS601: [tắt]\n":             "site.yaml:3:10 error GS105",
		"  GS601:\n":                   "",
	} {
		if _, got := read(t, based+"mức báo:\n"+lines); got != want {
			t.Errorf("%q: told %s, want %s", lines, got, want)
		}
	}
}

func TestWeigh(t *testing.T) {
	at := func(file string, code diag.Code) diag.Problem {
		return diag.At(diag.Place{File: file}, code, "a", "b", "c")
	}
	problems := []diag.Problem{at("a", diag.ShortStory), at("b", diag.NoSummary), at("nháp", diag.NoSummary), at("c", diag.LongSummary), at("d", diag.UnknownKey)}
	site, _ := read(t, based+"mức báo: {GS602: tắt, GS603: lỗi, GS604: cảnh báo}\n")
	weighed := site.Weigh(problems, func(file string) bool { return file == "nháp" })
	if got, want := told(weighed), "b error GS603\nnháp warning GS603\nc warning GS604\nd error GS101"; got != want {
		t.Errorf("weighed:\n%s\nwant:\n%s", got, want)
	}
	if got, want := told(site.Weigh(problems, nil)[1:2]), "nháp error GS603"; got != want {
		t.Errorf("weighed %s, want %s", got, want)
	}
	if problems[1].Severity != diag.Hint {
		t.Error("the problems that came in were changed")
	}
	plain, _, err := config.Read(fstest.MapFS{})
	if err != nil || len(plain.Weigh(problems, nil)) != len(problems) {
		t.Error("a site without levels weighs nothing", err)
	}
}

func TestAdvises(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "mức báo: {GS601: tắt, GS602: gợi ý, GS502: lỗi}\n": false, "mức báo: {GS601: cảnh báo}\n": true, "mức báo: {GS601: lỗi}\n": true,
	} {
		if site, _ := read(t, based+text); site.Advises() != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}
