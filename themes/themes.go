// Package themes carries the built-in themes. README.md is the contract with theme writers.
package themes

import "embed"

// FS holds a folder for each built-in theme, and in chung/ what all of them share: the words and a few templates.
//
//go:embed all:chung all:sen all:tre
var FS embed.FS
