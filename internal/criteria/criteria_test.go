package criteria_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/criteria"
)

func plan(t *testing.T) *criteria.Book {
	t.Helper()
	book, err := criteria.Plan()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// TestPlan: the plan that the program carries has the twelve fields and 118 criteria of section II.3.
func TestPlan(t *testing.T) {
	book := plan(t)
	want := []string{
		"3.1 kinh-te-ho-gia-dinh 7", "3.2 san-xuat-kinh-doanh 16", "3.3 to-dan-pho-van-hoa 10", "3.4 nong-thon-moi 5",
		"3.5 giao-duc 20", "3.6 y-te 12", "3.7 hoc-tap-lam-theo-bac 16", "3.8 quoc-phong-an-ninh 15",
		"3.9 nguoi-tot-viec-tot 4", "3.10 khoi-nghiep 8", "3.11 cai-cach-hanh-chinh 2", "3.12 cong-nghe-thong-tin 3",
	}
	var got []string
	for i, f := range book.Fields {
		n := 0
		for _, g := range f.Groups {
			n += len(g.Criteria)
		}
		got = append(got, f.Section+" "+f.Code+" "+strconv.Itoa(n))
		if f.Number != i+1 || f.Name == "" || f.Short == "" || len(f.Admits) == 0 {
			t.Errorf("field %d is not complete: %+v", i+1, f)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
	codes := book.CriterionCodes()
	if len(codes) != 118 {
		t.Errorf("%d criteria, want 118", len(codes))
	}
	for _, code := range codes {
		c, ok := book.Criterion(code)
		if !ok || c.Code != code || c.Text == "" || c.Field == nil || !strings.HasPrefix(code, c.Field.Section+".") {
			t.Errorf("criterion %s: %+v", code, c)
			continue
		}
		if !slices.Contains([]string{"", "so-lieu", "xep-loai", "danh-hieu", "lien-ket-tap-the"}, c.Evidence) {
			t.Errorf("criterion %s wants the evidence %q", code, c.Evidence)
		}
		if !slices.ContainsFunc(criteria.Kinds[:], func(k criteria.Kind) bool { return c.HoldsFor(k, "") && c.Field.For(k) }) {
			t.Errorf("criterion %s holds for nobody", code)
		}
	}
	if s := book.Source; s.Section != "II.3" || s.Year != 2023 || s.Document == "" || s.Authority == "" {
		t.Errorf("source %+v", s)
	}
}

// TestFieldIsFoundAsAuthorsWriteIt: by code, number, official and short name, without case, marks and separators.
func TestFieldIsFoundAsAuthorsWriteIt(t *testing.T) {
	book := plan(t)
	for _, text := range []string{
		"y-te", "Y-TE", "y tế", "Y_te", "6", " 6 ", "Y tế, chăm sóc sức khỏe",
		"Điển hình tiên tiến trong lĩnh vực y tế, chăm sóc sức khỏe Nhân dân",
	} {
		if f, ok := book.Field(text); !ok || f.Code != "y-te" {
			t.Errorf("%q is not found", text)
		}
	}
	for _, f := range book.Fields {
		for _, text := range []string{f.Code, strconv.Itoa(f.Number), f.Name, f.Short} {
			if found, ok := book.Field(text); !ok || found != f {
				t.Errorf("%q does not lead to %s", text, f.Code)
			}
		}
	}
	for _, text := range []string{"", "0", "13", "giao duccc", "-"} {
		if f, ok := book.Field(text); ok {
			t.Errorf("%q leads to %s", text, f.Code)
		}
	}
	for text, want := range map[string]string{
		"y tee": "y-te", "kinh tế": "kinh-te-ho-gia-dinh", "Giảm nghèo": "kinh-te-ho-gia-dinh", "tiên tiến": "", "inh": "", "-": "",
	} {
		if near := book.NearField(text); near != want {
			t.Errorf("near %q: %q, want %q", text, near, want)
		}
	}
	if words := book.FieldWords(); len(words) != 36 || words[0] != "kinh-te-ho-gia-dinh" || !slices.Equal(words[:12], book.FieldCodes()) {
		t.Errorf("words: %q", words)
	}
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]criteria.Kind{
		"cá nhân": criteria.Person, "Ca-Nhan": criteria.Person, "TẬP THỂ": criteria.Collective, "ho_gia_dinh": criteria.Household, "Hộ gia đình": criteria.Household,
	} {
		if got, ok := criteria.KindOf(text); !ok || got != want {
			t.Errorf("%q is %v", text, got)
		}
	}
	for _, text := range []string{"", "hộ", "doanh nghiệp"} {
		if got, ok := criteria.KindOf(text); ok {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestSubkindsAndScopes(t *testing.T) {
	book := plan(t)
	business, _ := book.Field("2")
	if s, ok := business.Subkind(criteria.Collective, "Hợp tác xã"); !ok || s.Code != "hop-tac-xa" {
		t.Errorf("sub-kind %+v", s)
	}
	if _, ok := business.Subkind(criteria.Person, "hợp tác xã"); ok {
		t.Error("a person is no cooperative")
	}
	if names := business.SubkindNames(criteria.Collective); !slices.Contains(names, "Hợp tác xã") {
		t.Errorf("names %q", names)
	}
	if names := business.SubkindNames(criteria.Household); names != nil {
		t.Errorf("names of a kind that is not admitted: %q", names)
	}
	if household, _ := book.Field("1"); household.For(criteria.Person) || !household.For(criteria.Household) {
		t.Error("field 1 is for households")
	}
	health, _ := book.Field("6")
	// A group of criteria for sub-kinds holds for them, for a profile that does not say its sub-kind, and for no other sub-kind.
	found := false
	for _, g := range health.Groups {
		if g.Applies[0].Subkind == "vien-chuc" || len(g.Applies) > 1 && g.Applies[1].Subkind == "vien-chuc" {
			found = true
			c := g.Criteria[0]
			for subkind, want := range map[string]bool{"vien-chuc": true, "": true, "phong-chong-dich": false} {
				if got := c.HoldsFor(criteria.Person, subkind); got != want {
					t.Errorf("%s holds for %q: %v", c.Code, subkind, got)
				}
			}
			if c.HoldsFor(criteria.Collective, "") {
				t.Errorf("%s holds for collectives", c.Code)
			}
		}
	}
	if !found {
		t.Error("field 6 has no criteria of public employees")
	}
}

const small = `
linh_vuc:
  - so: 1
    muc: "3.1"
    ma: mot
    ten: Lĩnh vực một
    ten_ngan: Một
    doi_tuong: [{loai: tap-the, phan_loai: [{ma: to, ten: Tổ}]}]
    tieu_chi:
      - ap_dung: [tap-the/to]
        cac_tieu_chi: [{ma: "3.1.1", noi_dung: A, bat_buoc: true, minh_chung: so-lieu, dieu_kien: khi có}]
  - {so: 2, muc: "3.2", ma: hai, ten: Lĩnh vực hai, ten_ngan: Hai}
`

// TestRead reads another plan, and refuses plans that contradict themselves.
func TestRead(t *testing.T) {
	book, err := criteria.Read([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	c, ok := book.Criterion("3.1.1")
	if !ok || !c.Mandatory || c.Evidence != "so-lieu" || c.Condition != "khi có" || c.Field.Code != "mot" || !c.HoldsFor(criteria.Collective, "to") {
		t.Errorf("criterion %+v", c)
	}
	for _, r := range []struct{ name, old, new, want string }{
		{"no YAML", "linh_vuc:", "linh_vuc: [", "criteria: "},
		{"numbers out of order", "so: 2", "so: 3", `"hai" has the number 3, want 2`},
		{"one name for two fields", "ten_ngan: Hai", "ten_ngan: MỘT", `"mot" and "hai" are both called "MỘT"`},
		{"one code for two fields", "ma: hai", "ma: Mót", `both called "Mót"`},
		{"a name that is another's number", "ten_ngan: Hai", `ten_ngan: "1"`, `both called "1"`},
		{"no such kind", "loai: tap-the", "loai: tap-doan", `no kind "tap-doan"`},
		{"criteria for a kind that the field does not admit", "[tap-the/to]", "[ca-nhan]", `does not admit "ca-nhan"`},
		{"criteria for no kind", "[tap-the/to]", "[ai-do]", `does not admit "ai-do"`},
		{"criteria for a sub-kind that the field does not have", "[tap-the/to]", "[tap-the/doi]", `no sub-kind "tap-the/doi"`},
		{"a code of another section", `ma: "3.1.1"`, `ma: "3.2.1"`, `code "3.2.1" is taken or not of section 3.1`},
		{"a code given twice", `dieu_kien: khi có}`, `dieu_kien: x}, {ma: "3.1.1", noi_dung: B}`, `code "3.1.1" is taken`},
	} {
		t.Run(r.name, func(t *testing.T) {
			text := strings.Replace(small, r.old, r.new, 1)
			if text == small {
				t.Fatal("nothing was replaced")
			}
			if _, err := criteria.Read([]byte(text)); err == nil || !strings.Contains(err.Error(), r.want) {
				t.Errorf("error %v, want one with %q", err, r.want)
			}
		})
	}
}
