package page

// Texts are the Markdown texts of a view, for the writer that fills in their HTML. Views without a text have no such method.

// Texts gives the list's introduction.
func (v *List) Texts() []*Text { return []*Text{&v.Body} }

// Texts gives the page's text.
func (v *Plain) Texts() []*Text { return []*Text{&v.Body} }

// Texts gives the story and, of a practice, how it was done.
func (v *Story) Texts() []*Text {
	texts := []*Text{&v.Body}
	for i := range v.How {
		texts = append(texts, &v.How[i].Text)
	}
	return texts
}
