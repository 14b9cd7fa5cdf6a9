//go:build !windows

package main

import "os"

// colours says whether a terminal understands colour codes.
func colours(*os.File) bool { return true }
