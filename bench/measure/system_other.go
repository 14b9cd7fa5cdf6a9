//go:build !linux

package measure

// SpaceOf knows nothing here.
func SpaceOf(string) (Space, error) { return Space{}, nil }

// FreeMemory is not known here.
func FreeMemory() int64 { return 0 }

// Sync does nothing here.
func Sync() {}
