// Package themes carries the built-in themes. README.md is the contract with theme writers.
package themes

import "embed"

// FS holds a folder for each built-in theme, and in i18n/ the words that all of them share.
//
//go:embed all:sen all:tre i18n
var FS embed.FS
