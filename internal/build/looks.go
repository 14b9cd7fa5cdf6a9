package build

import (
	"io/fs"
	"net/url"
	"strings"

	"guongsang/internal/address"
	"guongsang/internal/catalog"
	"guongsang/internal/config"
	"guongsang/internal/diag"
	"guongsang/internal/output"
	"guongsang/internal/page"
	"guongsang/internal/theme"
	"guongsang/internal/viet"
	"guongsang/themes"
)

// The built-in themes; the first is what a site's own theme of another name lies over. All lie over what they share.
var builtIn = [...]string{"sen", "tre"}

const sharedTheme = "chung"

// loadTheme loads the theme that the settings name: the site's folder of that name over the built-in theme of that name, else
// over sen; at the bottom lies what all themes share.
func loadTheme(files fs.FS, settings config.Site) (*theme.Theme, []diag.Problem) {
	var layers []theme.Layer
	folder := "themes/" + settings.Theme
	if info, err := fs.Stat(files, folder); err == nil && info.IsDir() {
		if own, err := fs.Sub(files, folder); err == nil {
			layers = append(layers, theme.Layer{Name: folder, FS: own})
		}
	}
	under := ""
	for _, name := range builtIn {
		if name == settings.Theme {
			under = name
		}
	}
	if under == "" && len(layers) == 0 {
		return nil, []diag.Problem{diag.At(settings.ThemeAt, diag.NoTheme, settings.Theme).Meant(viet.Nearest(settings.Theme, builtIn[:]))}
	}
	if under == "" {
		under = builtIn[0]
	}
	for _, name := range []string{under, sharedTheme} {
		carried, err := fs.Sub(themes.FS, name)
		if err != nil { // the names are ours
			return nil, []diag.Problem{diag.At(settings.ThemeAt, diag.NoTheme, name)}
		}
		layers = append(layers, theme.Layer{Name: "themes/" + name, FS: carried})
	}
	return theme.Load(theme.Options{
		Layers: layers, Language: settings.Language,
		Pages: page.Pages(), Fragments: page.Fragments(), Needed: append(page.Needed(), output.Words()...),
		AssetFolder: address.Assets.Href(),
	})
}

// leadsOut says whether a menu entry is a full address elsewhere.
func leadsOut(text string) bool {
	u, err := url.Parse(text)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

// checkSettings checks what the settings say of the site's own files and addresses.
func checkSettings(settings config.Site, site *catalog.Catalog, c content) (problems []diag.Problem) {
	if settings.Logo != "" {
		if _, ok := c.pictures["static/"+settings.Logo]; !ok {
			problems = append(problems, diag.At(settings.LogoAt, diag.NoLogo, settings.Logo))
		}
	}
	for _, item := range settings.Menu {
		if place, ok := strings.CutPrefix(item.Address, "/"); ok {
			if !site.Has(address.Address(place)) {
				problems = append(problems, diag.At(item.Place, diag.BadMenuAddress, item.Address))
			}
		} else if !leadsOut(item.Address) {
			problems = append(problems, diag.At(item.Place, diag.BadMenuAddress, item.Address))
		}
	}
	return problems
}
