package form

import (
	"net/http"
	"slices"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/build"
	"guongsang/internal/criteria"
	"guongsang/internal/keys"
	"guongsang/internal/source"
)

// typeNames are the types of values as the page knows them.
var typeNames = [...]string{
	keys.Text: "text", keys.Name: "name", keys.Markdown: "markdown", keys.Date: "date", keys.Year: "year", keys.YearList: "years",
	keys.Number: "number", keys.Bool: "bool", keys.Choice: "choice", keys.TextList: "texts", keys.Slug: "slug", keys.SlugList: "slugs",
	keys.StoryList: "stories", keys.AddressList: "addresses", keys.URL: "url", keys.Language: "name", keys.FieldList: "fields", keys.CodeList: "codes", keys.Picture: "picture",
	keys.Object: "object", keys.ObjectList: "objects", keys.TextMap: "map", keys.Any: "any",
}

// field is a key as the page shows it.
type field struct {
	Name     string   `json:"name"`
	Label    string   `json:"label"`
	Type     string   `json:"type"`
	Help     string   `json:"help"`
	Example  string   `json:"example"`
	Required bool     `json:"required,omitempty"`
	Values   []string `json:"values,omitempty"`
	Sub      []field  `json:"sub,omitempty"`
	// Group is where it stands in the form; empty at the head.
	Group string `json:"group,omitempty"`
	// Names is the folder whose names may be chosen from: of units for a unit, of profiles for the slug of a profile.
	Names string `json:"names,omitempty"`
}

// named are the keys whose values are names, or slugs, of other things of the site.
var named = map[string]source.Kind{
	"đơn vị": source.Unit, "địa bàn": source.Locality, "chuyên mục": source.Column, "chuyên đề": source.Topic,
	"đứng đầu": source.Profile, "gương": source.Profile,
}

// stories stands in a field's Names for the stories of all kinds.
const stories = "bai"

// languages stands in a field's Names for the names of languages.
const languages = "ngon-ngu"

// helps say of a key what to do in a form, where the table says what to write in a file.
var helps = map[string]string{
	"lĩnh vực":  "Chọn một hoặc nhiều lĩnh vực; lĩnh vực đứng đầu là lĩnh vực chính.",
	"năm":       "Năm được biểu dương; nhiều năm thì cách nhau bằng dấu phẩy.",
	"ảnh":       "Ảnh đại diện, hiện ở đầu bài và trong danh sách.",
	"gương":     "Tìm gương có liên quan theo tên; hai trang sẽ dẫn tới nhau.",
	"đứng đầu":  "Tập thể mà người này đứng đầu; hai trang sẽ dẫn tới nhau.",
	"chuyên đề": "Các chuyên đề có bài này.",
	"nhập vào":  "Tên mới sau khi sáp nhập.",
	"ngôn ngữ":  "Ngôn ngữ của bài. Bài tiếng Việt thì để trống.",
	"bản dịch":  "Bản cùng nội dung bằng ngôn ngữ khác; hai trang sẽ dẫn tới nhau, ghi ở một bên là đủ.",
	"đường dẫn": "Phần cuối của địa chỉ trang, thường để trống. Muốn đổi địa chỉ của bài đã đăng thì dùng “Đổi đường dẫn” ở cuối trang.",
	"bí danh":   "Các địa chỉ cũ dẫn về trang này.",
}

// groups fold away what is not needed in every story, under headings in this order. What stands in none, or is required, is shown at the head of the
// form, so nothing that is new in the table of keys is hidden.
var groups = []struct {
	name string
	// story says that the group is of stories, else of the other kinds.
	story bool
	keys  []string
}{
	{"Thông tin thêm về gương", true, []string{"phân loại", "danh xưng", "chức vụ", "năm sinh", "đứng đầu", "tên sắp xếp"}},
	{"Tiêu chí và minh chứng", true, []string{"tiêu chí", "minh chứng"}},
	{"Khen thưởng, kết quả", true, []string{"khen thưởng", "kết quả", "phát hiện"}},
	{"Lan tỏa", true, []string{"diễn biến", "nhân rộng", "tham quan"}},
	{"Xếp vào đâu trên trang", true, []string{"lĩnh vực", "năm", "đơn vị", "địa bàn", "chuyên mục", "chuyên đề", "nổi bật"}},
	{"Ngày đăng", true, []string{"ngày", "cập nhật", "hết hạn"}},
	{"Nguồn bài và sự đồng ý", true, []string{"nguồn", "đồng ý"}},
	{"Liên hệ", false, []string{"địa bàn", "địa chỉ", "điện thoại", "thư điện tử", "liên kết"}},
	{"Tên cũ và sáp nhập", false, []string{"tên cũ", "nhập vào", "ngày"}},
	{"Ngôn ngữ và bản dịch", true, []string{"ngôn ngữ", "bản dịch"}},
	{"Ngôn ngữ và bản dịch", false, []string{"ngôn ngữ", "bản dịch"}},
	{"Địa chỉ của trang", true, []string{"đường dẫn", "bí danh"}},
	{"Địa chỉ của trang", false, []string{"đường dẫn", "bí danh"}},
}

// fieldsOf is a table of keys as the page shows it.
func fieldsOf(kind source.Kind) []field {
	fields := described(kind.Keys())
	for i, f := range fields {
		if f.Name == "nhập vào" || f.Name == "bản dịch" {
			fields[i].Names = kind.Folder()
		}
		for _, g := range groups {
			beside := kind == source.Topic && f.Name == "thư điện tử" // it belongs to the call, which has no group
			if g.story == kind.Story() && slices.Contains(g.keys, f.Name) && !f.Required && !beside {
				fields[i].Group = g.name
			}
		}
	}
	return fields
}

func described(table []keys.Key) []field {
	var fields []field
	for _, k := range table {
		f := field{
			Name: k.Name, Label: capital(k.Name), Type: typeNames[k.Type], Help: k.Vi, Example: k.Example, Required: k.Required,
			Values: k.Values, Sub: described(k.Sub),
		}
		if help := helps[k.Name]; help != "" && k.Type != keys.Year && !(k.Name == "ảnh" && k.Type != keys.Picture) {
			f.Help = help
		}
		switch k.Type {
		case keys.Language:
			f.Names = languages
		case keys.StoryList:
			f.Names = stories
		}
		if k.Name == "phần" { // what helps with a story's own keys says nothing of those that a section asks for
			for i := range f.Sub {
				f.Sub[i].Help = k.Sub[i].Vi
				if k.Sub[i].Type == keys.StoryList {
					f.Sub[i].Help = "Tìm bài theo tên rồi chọn. Các bài chọn tay đứng trước, theo thứ tự này, rồi mới tới các bài lọc được."
				}
			}
		}
		if of, ok := named[k.Name]; ok && k.Type != keys.StoryList && (k.Type == keys.Slug || k.Type == keys.SlugList) == (of == source.Profile) {
			f.Names = of.Folder()
		}
		fields = append(fields, f)
	}
	return fields
}

// capital begins a text with a capital.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// kindNames are what an editor calls the kinds, one and all of them, and what they are for.
var kindNames = [...]struct{ one, many, about string }{
	source.Profile:    {"Gương", "Gương", "Một người, tập thể hay hộ gia đình được biểu dương và câu chuyện của họ."},
	source.Practice:   {"Mô hình", "Mô hình, cách làm hay", "Một cách làm mà nơi khác có thể làm theo."},
	source.Article:    {"Bài viết", "Bài viết", "Tin, bình luận, sự kiện trong một chuyên mục."},
	source.FieldIntro: {"Lời giới thiệu lĩnh vực", "Giới thiệu lĩnh vực", "Đoạn mở đầu trang của một lĩnh vực."},
	source.Column:     {"Chuyên mục", "Chuyên mục", "Một mục thường xuyên của trang."},
	source.Topic:      {"Chuyên đề", "Chuyên đề", "Một tập bài về cùng một chủ đề, có trang riêng."},
	source.Unit:       {"Đơn vị", "Đơn vị", "Cơ quan, đơn vị giới thiệu gương."},
	source.Locality:   {"Địa bàn", "Địa bàn", "Phường, xã, thị trấn."},
	source.Page:       {"Trang", "Trang", "Một trang đơn: giới thiệu, hỏi đáp, liên hệ."},
}

// kindOf is a kind as the page shows it.
type kindOf struct {
	Folder string  `json:"folder"`
	One    string  `json:"one"`
	Many   string  `json:"many"`
	About  string  `json:"about"`
	Story  bool    `json:"story"`
	Fields []field `json:"fields"`
}

// planField is one of the fields of the plan with its criteria.
type planField struct {
	Code    string      `json:"code"`
	Number  int         `json:"number"`
	Section string      `json:"section"`
	Name    string      `json:"name"`
	Short   string      `json:"short"`
	Admits  []planKind  `json:"admits"`
	Groups  []planGroup `json:"groups"`
}

type planKind struct {
	Kind     string        `json:"kind"`
	Subkinds []planSubkind `json:"subkinds"`
}

type planSubkind struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// planGroup is criteria that hold for the same kinds.
type planGroup struct {
	Applies  []planScope     `json:"applies"`
	Criteria []planCriterion `json:"criteria"`
}

type planScope struct {
	Kind    string `json:"kind"`
	Subkind string `json:"subkind,omitempty"`
}

type planCriterion struct {
	Code      string `json:"code"`
	Text      string `json:"text"`
	Mandatory bool   `json:"mandatory,omitempty"`
	Condition string `json:"condition,omitempty"`
}

// tables answers with all that is the same for every file: the kinds with their keys, and the plan.
func (s *server) tables(*http.Request) (any, error) {
	look := s.Current()
	if look == nil {
		return nil, build.ErrNoContent
	}
	var kinds []kindOf
	for k := source.Profile; k <= source.Page; k++ {
		n := kindNames[k]
		kinds = append(kinds, kindOf{Folder: k.Folder(), One: n.one, Many: n.many, About: n.about, Story: k.Story(), Fields: fieldsOf(k)})
	}
	var headings []string
	for _, g := range groups {
		if !slices.Contains(headings, g.name) {
			headings = append(headings, g.name)
		}
	}
	return map[string]any{"kinds": kinds, "groups": headings, "plan": planOf(look.Catalog.Book), "today": look.Catalog.Today.String()}, nil
}

func planOf(book *criteria.Book) []planField {
	var fields []planField
	for _, f := range book.Fields {
		p := planField{Code: f.Code, Number: f.Number, Section: f.Section, Name: f.Name, Short: f.Short}
		for _, a := range f.Admits {
			kind := planKind{Kind: a.Kind.Code(), Subkinds: []planSubkind{}}
			for _, sub := range a.Subkinds {
				kind.Subkinds = append(kind.Subkinds, planSubkind(sub))
			}
			p.Admits = append(p.Admits, kind)
		}
		for _, g := range f.Groups {
			var group planGroup
			for _, scope := range g.Applies {
				group.Applies = append(group.Applies, planScope{scope.Kind.Code(), scope.Subkind})
			}
			for _, c := range g.Criteria {
				group.Criteria = append(group.Criteria, planCriterion{c.Code, c.Text, c.Mandatory, c.Condition})
			}
			p.Groups = append(p.Groups, group)
		}
		fields = append(fields, p)
	}
	return fields
}
