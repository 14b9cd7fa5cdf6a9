package edit

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"guongsang/internal/criteria"
	"guongsang/internal/keys"
	"guongsang/internal/language"
	"guongsang/internal/viet"
)

// schema is a JSON Schema (draft 7) as far as a table of keys needs one.
type schema struct {
	Schema      string            `json:"$schema,omitempty"`
	Title       string            `json:"title,omitempty"`
	Description string            `json:"description,omitempty"`
	Type        []string          `json:"type,omitempty"`
	Enum        []any             `json:"enum,omitempty"`
	Pattern     string            `json:"pattern,omitempty"`
	Minimum     int               `json:"minimum,omitempty"`
	Maximum     int               `json:"maximum,omitempty"`
	AnyOf       []schema          `json:"anyOf,omitempty"`
	Items       *schema           `json:"items,omitempty"`
	Properties  map[string]schema `json:"properties,omitempty"`
	Required    []string          `json:"required,omitempty"`
	// Additional is what keys may have that Properties does not name: false, or a schema.
	Additional any `json:"additionalProperties,omitempty"`
}

// The forms of texts, as the reader of keys takes them.
const (
	datePattern   = `^([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})$`
	yearPattern   = `^(19[0-9]{2}|20[0-9]{2}|2100)$`
	numberPattern = `^[-−]?([0-9]+|[0-9]{1,3}(\.[0-9]{3})+)(,[0-9]+)?$`
	slugPattern   = `^[a-z0-9]+(-[a-z0-9]+)*$`
	storyPattern  = `^/?([a-z-]+/)?[a-z0-9]+(-[a-z0-9]+)*/?$`
)

// schemaOf makes the schema of a file whose keys a table has. It wants keys in their one canonical writing, which an editor that completes them
// gives them; the program itself, and the schema for values of a list, take any.
func schemaOf(book *criteria.Book, title string, table []keys.Key) schema {
	s := objectSchema(book, table)
	s.Schema, s.Title = "http://json-schema.org/draft-07/schema#", title
	return s
}

func objectSchema(book *criteria.Book, table []keys.Key) schema {
	s := schema{Type: []string{"object"}, Properties: map[string]schema{}, Additional: false}
	for _, k := range table {
		value := valueSchema(book, k)
		if k.Required {
			s.Required = append(s.Required, k.Name)
		} else {
			value = orNothing(value)
		}
		value.Description = k.Vi
		if k.Example != "" {
			value.Description += " Ví dụ: " + k.Example
		}
		s.Properties[k.Name] = value
	}
	return s
}

// valueSchema is the schema of a key's value.
func valueSchema(book *criteria.Book, k keys.Key) schema {
	switch k.Type {
	case keys.Date:
		return schema{Type: []string{"string"}, Pattern: datePattern}
	case keys.Year:
		return yearSchema()
	case keys.YearList:
		return oneOrMore(yearSchema())
	case keys.Number:
		return schema{Type: []string{"number", "string"}, Pattern: numberPattern}
	case keys.Bool:
		return schema{AnyOf: []schema{{Enum: []any{true, false}}, listed([]string{"có", "không"}, "true", "false", "yes", "no")}}
	case keys.Choice:
		return listed(k.Values)
	case keys.TextList:
		return oneOrMore(textSchema())
	case keys.Slug:
		return slugSchema()
	case keys.SlugList:
		return oneOrMore(slugSchema())
	case keys.StoryList:
		return oneOrMore(schema{Type: []string{"string", "integer"}, Pattern: storyPattern})
	case keys.AddressList:
		return oneOrMore(schema{Type: []string{"string"}, Pattern: "^/[^/]"})
	case keys.Language:
		return schema{AnyOf: []schema{enumSchema(language.Words()), textSchema()}}
	case keys.URL:
		return schema{Type: []string{"string"}, Pattern: "^https?://"}
	case keys.FieldList:
		return oneOrMore(fieldSchema(book))
	case keys.CodeList:
		return oneOrMore(enumSchema(book.CriterionCodes()))
	case keys.Picture:
		return schema{AnyOf: []schema{textSchema(), objectSchema(book, k.Sub)}}
	case keys.Object:
		return objectSchema(book, k.Sub)
	case keys.ObjectList:
		return oneOrMore(objectSchema(book, k.Sub))
	case keys.TextMap:
		return schema{Type: []string{"object"}, Additional: textSchema()}
	case keys.Any:
		return schema{}
	default:
		return textSchema()
	}
}

// textSchema is any single value: to YAML 123 is a number, and to us the text that was typed.
func textSchema() schema { return schema{Type: []string{"string", "number", "boolean"}} }

func slugSchema() schema { return schema{Type: []string{"string", "integer"}, Pattern: slugPattern} }

func yearSchema() schema {
	return schema{Type: []string{"integer", "string"}, Minimum: 1900, Maximum: 2100, Pattern: yearPattern}
}

func enumSchema(values []string) schema {
	var s schema
	for _, v := range values {
		s.Enum = append(s.Enum, v)
	}
	return s
}

// fieldSchema takes a field by its code, which is offered first, its names or its number.
func fieldSchema(book *criteria.Book) schema {
	var names []string
	for _, f := range book.Fields {
		names = append(names, f.Short, f.Name)
	}
	number := schema{Type: []string{"integer"}, Minimum: 1, Maximum: len(book.Fields)}
	return schema{AnyOf: []schema{listed(book.FieldCodes(), names...), number}}
}

// listed takes the values of a list, which are offered, and other words for them, each in any writing.
func listed(values []string, other ...string) schema {
	var forms []string
	for _, v := range append(slices.Clone(values), other...) {
		forms = append(forms, anyWriting(v))
	}
	return schema{AnyOf: []schema{enumSchema(values), {Type: []string{"string"}, Pattern: "^(" + strings.Join(forms, "|") + ")$"}}}
}

// anyWriting is a pattern that takes a text with or without capitals, marks and separators, as viet.MatchKey does.
func anyWriting(text string) string {
	var b strings.Builder
	for _, r := range text {
		plain := viet.Fold(string(r))
		if viet.MatchKey(plain) == "" {
			b.WriteString("[ _.-]*")
			continue
		}
		if !unicode.IsLetter(r) {
			b.WriteString(regexp.QuoteMeta(string(r)))
			continue
		}
		forms := []string{string(r), string(unicode.ToLower(r)), string(unicode.ToUpper(r)), plain, strings.ToUpper(plain)}
		slices.Sort(forms)
		b.WriteString("[" + strings.Join(slices.Compact(forms), "") + "]")
	}
	return b.String()
}

// oneOrMore takes a value by itself or a list of such.
func oneOrMore(item schema) schema {
	return schema{AnyOf: []schema{item, {Type: []string{"array"}, Items: &item}}}
}

// orNothing takes nothing as well: a key without a value is as good as none.
func orNothing(s schema) schema {
	switch {
	case s.AnyOf != nil:
		s.AnyOf = append(s.AnyOf, schema{Type: []string{"null"}})
	case s.Enum != nil:
		s.Enum = append(s.Enum, nil)
	case s.Type != nil:
		s.Type = append(s.Type, "null")
	}
	return s
}
