package viet

import (
	"errors"
	"math"
	"testing"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		f    float64
		want string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "0"},
		{-0.0001, "0"},
		{1, "1"},
		{999, "999"},
		{1200, "1.200"},
		{1200.5, "1.200,5"},
		{-1234567.125, "-1.234.567,125"},
		{0.5, "0,5"},
		{-0.25, "-0,25"},
		{12.3456, "12,346"},
		{999.9996, "1.000"},
		{100000, "100.000"},
		{1e15, "1.000.000.000.000.000"},
		{math.NaN(), ""},
		{math.Inf(1), ""},
	} {
		if got := Number(c.f); got != c.want {
			t.Errorf("Number(%v) = %q, want %q", c.f, got, c.want)
		}
	}
	for n, want := range map[int]string{0: "0", -5: "-5", 999: "999", 1000: "1.000", -1234567: "-1.234.567", math.MinInt64: "-9.223.372.036.854.775.808"} {
		if got := Int(n); got != want {
			t.Errorf("Int(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for in, want := range map[string]float64{
		"1200": 1200, "1.200": 1200, "1.200,5": 1200.5, "12,5": 12.5, "-3": -3, "−3": -3, "0": 0, "-0": 0, "0,25": 0.25, " 7 ": 7, "1.234.567,125": 1234567.125, "1200,5": 1200.5,
	} {
		if got, err := ParseNumber(in); got != want || err != nil || math.Signbit(got) != math.Signbit(want) {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{
		"", "-", "1,200.5", "12.5", "1.2000", "1200.500", "0.500", "01.200", "1..200", ".200", "5,", ",5", "1,2,3", "1 200", "1e3", "NaN", "0x10", "+3", "--3", "3 lần", "١",
		"1" + string(make([]byte, 3)),
	} {
		if got, err := ParseNumber(in); !errors.Is(err, ErrNumberForm) || got != 0 {
			t.Errorf("ParseNumber(%q) = %v, %v; want ErrNumberForm", in, got, err)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	f.Add("1.200,5")
	f.Add("-0,0004")
	f.Fuzz(func(t *testing.T, s string) {
		n, err := ParseNumber(s)
		if err != nil {
			return
		}
		text := Number(n)
		again, err := ParseNumber(text)
		if err != nil || math.Abs(again-n) > 0.0005+math.Abs(n)*1e-12 {
			t.Errorf("ParseNumber(%q) = %v is written %q and read as %v, %v", s, n, text, again, err)
		}
	})
}
