package catalog_test

import (
	"strings"
	"testing"
)

// TestNamesThatAreNear: a slip in a name that has no file makes a place of its own, which is said; other numbers are other names.
func TestNamesThatAreNear(t *testing.T) {
	_, told := site{
		"guong/a.md": "địa bàn: Xã Thông Xanh Hạ",
		"guong/b.md": "địa bàn: Xã Thông Xanh Hạ",
		"guong/c.md": "địa bàn: Xã Thông Xamh Hạ",
		"guong/d.md": "địa bàn: Khu dân cư phường 1",
		"guong/e.md": "địa bàn: Khu dân cư phường 2",
	}.make(t, options{})
	if !strings.HasPrefix(told, "guong/c.md:7:10 hint GS314") || strings.Contains(told, "\n") {
		t.Errorf("told %q, want one hint, of c.md", told)
	}
}

// TestTheMoreUsedNameIsRight: of two names with one address the one that is used less is told to change.
func TestTheMoreUsedNameIsRight(t *testing.T) {
	_, told := site{
		"guong/a.md": "địa bàn: Xã Thông Xành",
		"guong/b.md": "địa bàn: Xã Thông Xanh",
		"guong/c.md": "địa bàn: Xã Thông Xanh",
	}.make(t, options{})
	if !strings.HasPrefix(told, "guong/a.md:7:10 error GS311") || strings.Contains(told, "\n") {
		t.Errorf("told %q, want one problem, of a.md", told)
	}
}

// TestTheOlderStoryKeepsItsAddress: whoever comes first in time has the address, whatever the folders are called.
func TestTheOlderStoryKeepsItsAddress(t *testing.T) {
	_, told := site{
		"guong/1/ha.md": "ngày: 02/02/2024",
		"guong/2/ha.md": "ngày: 02/02/2023",
	}.make(t, options{})
	if !strings.HasPrefix(told, "guong/1/ha.md:") || strings.Contains(told, "\n") {
		t.Errorf("told %q, want one problem, of the newer story", told)
	}
}
