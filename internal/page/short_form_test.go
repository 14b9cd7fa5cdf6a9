package page

import (
	"slices"
	"testing"
)

func TestOtherForms(t *testing.T) {
	for name, want := range map[string][]string{
		"Hợp tác xã rau Bậc Thang":          {"HTX rau Bậc Thang"},
		"Trường trung học cơ sở Gió Hú":     {"Trường THCS Gió Hú"},
		"UBND phường Hồ Mây":                {"Ủy ban nhân dân phường Hồ Mây"},
		"Uỷ ban nhân dân và HĐND xã Đồi Dã": {"UBND và HĐND xã Đồi Dã", "Uỷ ban nhân dân và Hội đồng nhân dân xã Đồi Dã"},
		"Ủy ban Mặt trận Tổ quốc":           {"UBMTTQ"},
		"Nguyễn Thị Mẫu":                    nil,
		"":                                  nil,
	} {
		if got := otherForms(name); !slices.Equal(got, want) {
			t.Errorf("%q: %q, wanted %q", name, got, want)
		}
	}
}
