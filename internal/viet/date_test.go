package viet

import (
	"errors"
	"fmt"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Date
		err  error
	}{
		{"05/03/2020", Date{2020, 3, 5}, nil},
		{"5/3/2020", Date{2020, 3, 5}, nil},
		{" 05/3/2020\t", Date{2020, 3, 5}, nil},
		{"2020-03-05", Date{2020, 3, 5}, nil},
		{"29/02/2024", Date{2024, 2, 29}, nil},
		{"29/02/2000", Date{2000, 2, 29}, nil},
		{"01/01/1000", Date{1000, 1, 1}, nil},
		{"31/12/9999", Date{9999, 12, 31}, nil},
		{"29/02/2023", Date{2023, 2, 29}, ErrNoSuchDay},
		{"29/02/1900", Date{1900, 2, 29}, ErrNoSuchDay},
		{"31/04/2020", Date{2020, 4, 31}, ErrNoSuchDay},
		{"00/01/2020", Date{2020, 1, 0}, ErrNoSuchDay},
		{"01/13/2020", Date{2020, 13, 1}, ErrNoSuchDay},
		{"2020-00-10", Date{2020, 0, 10}, ErrNoSuchDay},
		{"01/01/0999", Date{999, 1, 1}, ErrNoSuchDay},
		{"", Date{}, ErrDateForm},
		{"2020", Date{}, ErrDateForm},
		{"03/2020", Date{}, ErrDateForm},
		{"5/3/20", Date{}, ErrDateForm},
		{"05-03-2020", Date{}, ErrDateForm},
		{"2020/03/05", Date{}, ErrDateForm},
		{"2020-3-5", Date{}, ErrDateForm},
		{"05/03/2020/1", Date{}, ErrDateForm},
		{"05/03/12020", Date{}, ErrDateForm},
		{"-5/03/2020", Date{}, ErrDateForm},
		{"5 /3/2020", Date{}, ErrDateForm},
		{"٥/٣/٢٠٢٠", Date{}, ErrDateForm},
		{"ngày 5", Date{}, ErrDateForm},
	} {
		got, err := ParseDate(c.in)
		if got != c.want || !errors.Is(err, c.err) {
			t.Errorf("ParseDate(%q) = %v, %v; want %v, %v", c.in, got, err, c.want, c.err)
		}
	}
}

func TestDateForms(t *testing.T) {
	for _, c := range []struct {
		d                 Date
		text, iso, inFull string
	}{
		{Date{2020, 3, 5}, "05/03/2020", "2020-03-05", "ngày 05 tháng 3 năm 2020"},
		{Date{2020, 1, 31}, "31/01/2020", "2020-01-31", "ngày 31 tháng 01 năm 2020"},
		{Date{2020, 2, 10}, "10/02/2020", "2020-02-10", "ngày 10 tháng 02 năm 2020"},
		{Date{1954, 12, 1}, "01/12/1954", "1954-12-01", "ngày 01 tháng 12 năm 1954"},
		{Date{}, "", "", ""},
		{Date{-1, -2, -3}, "?/?/?", "?-?-?", "ngày ? tháng ? năm ?"},
	} {
		if c.d.String() != c.text || c.d.ISO() != c.iso || c.d.Long() != c.inFull {
			t.Errorf("%+v: %q, %q, %q; want %q, %q, %q", c.d.Year, c.d.String(), c.d.ISO(), c.d.Long(), c.text, c.iso, c.inFull)
		}
		if got := fmt.Sprint(c.d); got != c.text {
			t.Errorf("printed %q, want %q", got, c.text)
		}
	}
}

func TestDateTime(t *testing.T) {
	d := Date{2026, 11, 22}
	if got := d.Time().Format(time.RFC3339); got != "2026-11-22T00:00:00+07:00" {
		t.Errorf("Time = %s", got)
	}
	if got := DateOf(time.Date(2026, 11, 21, 17, 0, 0, 0, time.UTC)); got != d {
		t.Errorf("DateOf five in the evening in London = %v, want %v", got, d)
	}
	if got := DateOf(time.Date(2026, 11, 21, 16, 59, 59, 0, time.UTC)); got != (Date{2026, 11, 21}) {
		t.Errorf("DateOf a second before = %v", got)
	}
	if !(Date{}).Time().IsZero() || !(Date{}).IsZero() || d.IsZero() {
		t.Error("the zero date is not zero, or another is")
	}
	ordered := []Date{{}, {2019, 12, 31}, {2020, 1, 1}, {2020, 1, 2}, {2020, 2, 1}}
	for i, a := range ordered {
		for j, b := range ordered {
			if got := a.Compare(b); got < 0 != (i < j) || got > 0 != (i > j) {
				t.Errorf("%v.Compare(%v) = %d", a, b, got)
			}
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"05/03/2020", "2020-03-05", "31/04/2020", "//", "1/1/1000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			if !errors.Is(err, ErrDateForm) && !errors.Is(err, ErrNoSuchDay) {
				t.Errorf("ParseDate(%q): error %v", s, err)
			}
			return
		}
		if DateOf(d.Time()) != d {
			t.Errorf("ParseDate(%q) = %v is no day of the calendar", s, d)
		}
		for _, form := range []string{d.String(), d.ISO()} {
			if again, err := ParseDate(form); again != d || err != nil {
				t.Errorf("ParseDate(%q) = %v, but ParseDate(%q) = %v, %v", s, d, form, again, err)
			}
		}
	})
}
