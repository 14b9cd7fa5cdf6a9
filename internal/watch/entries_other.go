//go:build !(darwin || freebsd || netbsd || openbsd || dragonfly || windows)

package watch

import "math"

// maxEntries is how many files may lie in the folders that are listened to.
func maxEntries() int { return math.MaxInt }
