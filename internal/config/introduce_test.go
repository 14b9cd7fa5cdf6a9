package config_test

import (
	"testing"

	"guongsang/internal/config"
)

// The page on introducing somebody is there where letters can be sent, unless the site says otherwise.
func TestIntroduce(t *testing.T) {
	const base, owner = "địa chỉ: https://guong.example\n", "cơ quan: {thư điện tử: a@b.example}\n"
	on := config.Introduce{On: true, Email: "a@b.example"}
	for _, c := range []struct {
		name, text string
		want       config.Introduce
		told       string
	}{
		{"nothing is said", "", config.Introduce{}, ""},
		{"the owner has a mailbox", owner, on, ""},
		{"the owner's mailbox is none", "cơ quan: {thư điện tử: hỏi văn thư}\n", config.Introduce{}, "site.yaml:2:24 warning GS517"},
		{"the owner has two mailboxes", "cơ quan: {thư điện tử: 'a@b.example, c@d.example'}\n", config.Introduce{}, "site.yaml:2:24 warning GS517"},
		{"the owner's mailbox is none, and there is another", "cơ quan: {thư điện tử: hỏi văn thư}\ngiới thiệu gương: {thư: c@d.example}\n", config.Introduce{On: true, Email: "c@d.example"}, "site.yaml:2:24 warning GS517"},
		{"it is switched off", owner + "giới thiệu gương: {mở: không}\n", config.Introduce{Email: "a@b.example"}, ""},
		{"on paper only", "giới thiệu gương: {mở: có}\n", config.Introduce{On: true}, ""},
		{"another mailbox", owner + "gioi-thieu-guong:\n  thư: c@d.example\n  hạn: trước  30/9\n", config.Introduce{On: true, Email: "c@d.example", Deadline: "trước 30/9"}, ""},
		{"no mailbox", owner + "giới thiệu gương: {thư: c.example}\n", config.Introduce{}, "site.yaml:3:25 error GS517"},
		{"no mailbox, where the owner has one", owner + "giới thiệu gương: {thư: c.example}\n", config.Introduce{}, "site.yaml:3:25 error GS517"},
		{"a mailbox with a name", owner + "giới thiệu gương: {thư: 'Ban <c@d.example>'}\n", config.Introduce{}, "site.yaml:3:25 error GS517"},
		{"a slip", owner + "giới thiệu gương: {mởi: có}\n", on, "site.yaml:3:20 error GS101 mở"},
	} {
		t.Run(c.name, func(t *testing.T) {
			site, told := read(t, base+c.text)
			if site.Introduce != c.want || told != c.told {
				t.Errorf("%+v, told %q", site.Introduce, told)
			}
		})
	}
}
