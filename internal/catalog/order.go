package catalog

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"guongsang/internal/profile"
	"guongsang/internal/viet"
)

// Compare is the order of lists: newest first, then by slug; stories of different classes with one slug by class.
func Compare(a, b *profile.Story) int {
	if c := b.Order.Compare(a.Order); c != 0 {
		return c
	}
	if c := strings.Compare(a.Slug, b.Slug); c != 0 {
		return c
	}
	return int(a.Class) - int(b.Class)
}

// day numbers the days of the calendar in their order.
func day(d viet.Date) uint64 { return uint64(d.Year)<<9 | uint64(d.Month)<<5 | uint64(d.Day) }

// dayBits is how many bits a day has.
const dayBits = 24

// inOrderOfLists gives stories in the order of Compare.
func inOrderOfLists(stories []*profile.Story) []*profile.Story {
	places := make([]place, len(stories))
	for i, s := range stories {
		places[i] = place{1<<dayBits - day(s.Order), s}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.number != b.number {
			return cmp.Compare(a.number, b.number)
		}
		return Compare(a.story, b.story)
	})
	return storiesOf(places)
}

// place is a story with a number that decides most comparisons, so that the story itself, which lies anywhere, is seldom looked at.
type place struct {
	number uint64
	story  *profile.Story
}

// inClaimOrder puts stories in the order in which they have a right to what two of them want: the older one has its address, and the
// newer one is asked to change; those that are hidden come last. Of two of one day it is the one whose file comes first.
func inClaimOrder(stories []*profile.Story, hidden func(*profile.Story) bool) []*profile.Story {
	const indexBits = 32
	places := make([]place, len(stories))
	for i, s := range stories {
		places[i] = place{day(s.Order)<<indexBits | uint64(i), s}
		if hidden(s) {
			places[i].number |= 1 << (dayBits + indexBits)
		}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Compare(a.number, b.number) })
	return storiesOf(places)
}

// inOrderOfNames gives the profiles among stories in the order of names; people of one name by slug.
func inOrderOfNames(stories []*profile.Story) []*profile.Story {
	places := make([]place, 0, len(stories))
	for _, s := range stories {
		if s.IsProfile() {
			var first [8]byte
			copy(first[:], s.SortKey)
			places = append(places, place{binary.BigEndian.Uint64(first[:]), s})
		}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.number != b.number {
			return cmp.Compare(a.number, b.number)
		}
		if c := strings.Compare(a.story.SortKey, b.story.SortKey); c != 0 {
			return c
		}
		return strings.Compare(a.story.Slug, b.story.Slug)
	})
	return storiesOf(places)
}

func storiesOf(places []place) []*profile.Story {
	stories := make([]*profile.Story, len(places))
	for i, p := range places {
		stories[i] = p.story
	}
	return stories
}
