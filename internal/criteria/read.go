package criteria

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"guongsang/internal/viet"
)

//go:embed linh-vuc.yaml
var plan []byte

// Plan reads the plan that the program carries.
func Plan() (*Book, error) { return Read(plan) }

type bookData struct {
	Nguon struct {
		VanBan string `yaml:"van_ban"`
		CoQuan string `yaml:"co_quan"`
		Nam    int    `yaml:"nam"`
		Muc    string `yaml:"muc"`
	} `yaml:"nguon"`
	LinhVuc []fieldData `yaml:"linh_vuc"`
}

type fieldData struct {
	So      int    `yaml:"so"`
	Muc     string `yaml:"muc"`
	Ma      string `yaml:"ma"`
	Ten     string `yaml:"ten"`
	TenNgan string `yaml:"ten_ngan"`

	DoiTuong []struct {
		Loai     string `yaml:"loai"`
		PhanLoai []struct {
			Ma  string `yaml:"ma"`
			Ten string `yaml:"ten"`
		} `yaml:"phan_loai"`
	} `yaml:"doi_tuong"`
	TieuChi []struct {
		ApDung     []string        `yaml:"ap_dung"`
		CacTieuChi []criterionData `yaml:"cac_tieu_chi"`
	} `yaml:"tieu_chi"`
	PhongTrao []string `yaml:"phong_trao"`
}

type criterionData struct {
	Ma        string `yaml:"ma"`
	NoiDung   string `yaml:"noi_dung"`
	BatBuoc   bool   `yaml:"bat_buoc"`
	MinhChung string `yaml:"minh_chung"`
	DieuKien  string `yaml:"dieu_kien"`
}

// Read makes a book from the text of a file like linh-vuc.yaml. It refuses unknown kinds and sub-kinds, and codes that are given
// twice.
func Read(data []byte) (*Book, error) {
	var d bookData
	if err := yaml.Unmarshal(data, &d); err != nil {
		return nil, fmt.Errorf("criteria: %w", err)
	}
	b := &Book{
		Source:   Source{Document: d.Nguon.VanBan, Authority: d.Nguon.CoQuan, Section: d.Nguon.Muc, Year: d.Nguon.Nam},
		fields:   map[string]*Field{},
		criteria: map[string]*Criterion{},
	}
	for i, fd := range d.LinhVuc {
		if fd.So != i+1 {
			return nil, fmt.Errorf("criteria: field %q has the number %d, want %d", fd.Ma, fd.So, i+1)
		}
		f, err := b.readField(fd)
		if err != nil {
			return nil, err
		}
		b.Fields = append(b.Fields, f)
	}
	return b, nil
}

func (b *Book) readField(d fieldData) (*Field, error) {
	f := &Field{Number: d.So, Section: d.Muc, Code: d.Ma, Name: d.Ten, Short: d.TenNgan, Movements: d.PhongTrao}
	for _, word := range []string{f.Code, strconv.Itoa(f.Number), f.Name, f.Short} {
		key := viet.MatchKey(word)
		if other, taken := b.fields[key]; taken && other != f {
			return nil, fmt.Errorf("criteria: fields %q and %q are both called %q", other.Code, f.Code, word)
		}
		b.fields[key] = f
	}
	for _, dt := range d.DoiTuong {
		kind, ok := KindOf(dt.Loai)
		if !ok {
			return nil, fmt.Errorf("criteria: field %q: no kind %q", f.Code, dt.Loai)
		}
		a := Admission{Kind: kind}
		for _, s := range dt.PhanLoai {
			a.Subkinds = append(a.Subkinds, Subkind{Code: s.Ma, Name: s.Ten})
		}
		f.Admits = append(f.Admits, a)
	}
	for _, tc := range d.TieuChi {
		g := Group{}
		for _, text := range tc.ApDung {
			s, err := f.scope(text)
			if err != nil {
				return nil, err
			}
			g.Applies = append(g.Applies, s)
		}
		for _, cd := range tc.CacTieuChi {
			c := &Criterion{
				Code: cd.Ma, Text: cd.NoiDung, Mandatory: cd.BatBuoc, Evidence: cd.MinhChung, Condition: cd.DieuKien,
				Field: f, applies: g.Applies,
			}
			if _, taken := b.criteria[c.Code]; taken || !strings.HasPrefix(c.Code, f.Section+".") {
				return nil, fmt.Errorf("criteria: field %q: criterion code %q is taken or not of section %s", f.Code, c.Code, f.Section)
			}
			b.criteria[c.Code] = c
			g.Criteria = append(g.Criteria, c)
		}
		f.Groups = append(f.Groups, g)
	}
	return f, nil
}

// scope reads "tap-the" or "tap-the/hop-tac-xa".
func (f *Field) scope(text string) (Scope, error) {
	kindText, sub, _ := strings.Cut(text, "/")
	kind, ok := KindOf(kindText)
	if !ok || !f.For(kind) {
		return Scope{}, fmt.Errorf("criteria: field %q does not admit %q", f.Code, text)
	}
	if sub != "" {
		if _, ok := f.Subkind(kind, sub); !ok {
			return Scope{}, fmt.Errorf("criteria: field %q has no sub-kind %q", f.Code, text)
		}
	}
	return Scope{Kind: kind, Subkind: sub}, nil
}
