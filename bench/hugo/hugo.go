// Package hugo carries the site that Hugo builds in the benchmark: configuration and layouts, without content.
//
// They are written as somebody who knows Hugo well would write them: nothing is looked up twice, what is the same on all pages is cached,
// and facets are taxonomies of their own, so that no page searches in the list of all stories.
package hugo

import "embed"

// Site is the folder.
//
//go:embed hugo.toml all:layouts assets
var Site embed.FS
