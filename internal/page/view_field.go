package page

// Field is the view of "field.html".
type Field struct {
	List
	// Number is the field's number in the plan, Code the part of its address and the name of its icon, Official its name in the plan.
	Number   int
	Code     string
	Official string
	// Groups are the plan's criteria, with whom each group is for.
	Groups []CriteriaGroup
	// Movements are the emulation movements that the plan names for the field; may be empty.
	Movements []string
	// Origin says which document the criteria come from.
	Origin Phrase
	// PlanLang is the language of the plan's own words, where it is not the page's.
	PlanLang string
}

// CriteriaGroup is criteria of a field that hold for the same kinds.
type CriteriaGroup struct {
	Who      string
	Criteria []Criterion
}

// Criterion is one criterion in the plan's own words. Condition says when it is looked at; may be empty.
type Criterion struct {
	Code, Text, Condition string
	Mandatory             bool
}
