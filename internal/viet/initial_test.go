package viet

import "testing"

func TestInitial(t *testing.T) {
	for in, want := range map[string]string{
		"Đặng": "Đ", "ấm": "Â", "Ẵm": "Ă", "Hạ": "H", "hà": "H", "Ước": "Ư", "“Ổ”": "Ô", "K'Giắc": "K", "7 tổ": "#", "": "#", "é": "E",
		"a\u0302\u0301m": "Â", "Ждан": "Ж",
	} {
		if got := Initial(in); got != want {
			t.Errorf("Initial(%q) = %q, want %q", in, got, want)
		}
	}
}
