package page

import (
	"slices"

	"guongsang/internal/address"
	"guongsang/internal/criteria"
	"guongsang/internal/profile"
	"guongsang/internal/source"
)

// How many stories the home page shows.
const (
	homeFeatured = 4
	homeNewest   = 6
	homeOthers   = 3
)

// Home makes the view of the home page.
func (s *Site) Home() Home {
	c := s.catalog
	v := Home{
		Frame: s.frame("WebSite", address.Home, s.config.Name, s.config.Name, s.config.Description), Lead: s.config.Description,
		Fields: s.fieldTiles(), Topics: s.homeTopics(), Browse: s.browse(),
	}
	featured := s.featured()
	v.Featured = s.cardKeys(featured)
	v.Newest = s.cardKeys(firstWithout(c.Profiles, featured, homeNewest))
	v.All = link(s.count("all.link", len(c.Profiles)), address.Folder(source.Profile.Folder()))
	for _, part := range []struct {
		class   source.Kind
		stories []*profile.Story
	}{{source.Practice, c.Practices}, {source.Article, c.Articles}} {
		if len(part.stories) == 0 {
			continue
		}
		folder := part.class.Folder()
		v.Sections = append(v.Sections, Section{
			ID: sectionID(part.class), Heading: s.say("list." + classWord(part.class)),
			Cards: s.cardKeys(part.stories[:min(len(part.stories), homeOthers)]),
			More:  link(s.count("more."+classWord(part.class), len(part.stories)), address.Folder(folder)),
		})
	}
	v.Publisher, v.Self = s.publisher(), s.home
	v.Header, v.Search = s.homeHeader, address.Search.Href()
	return v
}

// featured picks the stories that editors want to be seen, balanced over the fields: the newest of each field in turn, those
// with a picture before those without. Where editors marked too few, the newest of the fields that are not there yet fill up.
func (s *Site) featured() []*profile.Story {
	var picked []*profile.Story
	for _, marked := range []bool{true, false} {
		var pool []*profile.Story
		for _, story := range s.catalog.Profiles {
			if story.Featured == marked {
				pool = append(pool, story)
			}
		}
		slices.SortStableFunc(pool, func(a, b *profile.Story) int { return s.pictureRank(a) - s.pictureRank(b) })
		for len(picked) < homeFeatured {
			before := len(picked)
			round := map[*criteria.Field]bool{}
			if !marked {
				for _, p := range picked {
					round[p.MainField()] = true
				}
			}
			for _, story := range pool {
				if len(picked) < homeFeatured && !round[story.MainField()] && !contains(picked, story) {
					round[story.MainField()] = true
					picked = append(picked, story)
				}
			}
			if len(picked) == before {
				break
			}
		}
	}
	return picked
}

func (s *Site) pictureRank(story *profile.Story) int {
	if s.catalog.Of(story).Main.Href != "" {
		return 0
	}
	return 1
}

// firstWithout gives the first n stories that are not among others.
func firstWithout(stories, others []*profile.Story, n int) []*profile.Story {
	var first []*profile.Story
	for _, story := range stories {
		if len(first) == n {
			break
		}
		if !contains(others, story) {
			first = append(first, story)
		}
	}
	return first
}

func contains(stories []*profile.Story, s *profile.Story) bool {
	for _, have := range stories {
		if have == s {
			return true
		}
	}
	return false
}
