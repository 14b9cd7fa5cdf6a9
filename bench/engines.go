package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"guongsang/bench/measure"
	"guongsang/bench/search"
)

// engine is a search that is measured.
type engine int

const (
	ours engine = iota
	pagefind
	miniFull
	miniTitles
	engines
)

// engineNames are what they are called on the command line, engineTitles in the report.
var (
	engineNames  = [engines]string{"ours", "pagefind", "minisearch", "minisearch-titles"}
	engineTitles = [engines]string{"Gương Sáng", "Pagefind 1.6.0", "MiniSearch 7.2.0, full text", "MiniSearch, titles and summaries"}
	// further is how many queries are typed after the first in one page. Where the whole index has been loaded then, it may be many.
	further = [engines]int{1, 1, 40, 40}
)

// peers is the folder of what the others need, beside the packages themselves.
var peers = filepath.Join("bench", "search")

// engineResult is what was measured of an engine. Ours has no cost of its own: its index comes out of the build.
type engineResult struct {
	engine
	cost    measure.Cost
	index   indexSize
	answers []answer
}

// indexSize is how large an index is: its files, their bytes, and these packed one by one with gzip.
type indexSize struct {
	files       int
	raw, zipped int64
}

// answer is what drive.mjs tells of a query.
type answer struct {
	Query    string   `json:"query"`
	First    bool     `json:"first"`
	Results  []string `json:"results"`
	Millis   float64  `json:"ms"`
	Search   int64    `json:"search"`
	Page     int64    `json:"page"`
	Program  int64    `json:"program"`    // of its own scripts on the wire, in the session so far
	Unpacked int64    `json:"programRaw"` // the same as they lie in their files
	Requests int      `json:"requests"`
}

// engine makes the index, where it has to be made, and puts the queries.
func (s searching) engine(ctx context.Context, e engine, dir string, stories []search.Story, queries []search.Query) (engineResult, error) {
	r := engineResult{engine: e}
	site, page, err := filepath.Join(dir, engineNames[e]), "", error(nil)
	var isIndex func(path string) bool
	switch e {
	case ours:
		site, page = filepath.Join(dir, withSearch, "public"), "tim-kiem/"
		isIndex = func(p string) bool { return strings.HasPrefix(p, "tim-kiem/") && path.Ext(p) == ".js" }
	case pagefind:
		r.cost, err = makePagefind(ctx, filepath.Join(dir, withSearch, "public"), site, stories)
		isIndex = isPagefind
	default:
		r.cost, err = makeMiniSearch(ctx, site, e == miniFull, stories)
		isIndex = func(p string) bool { return p == "index.json" }
	}
	if err != nil {
		return r, err
	}
	if r.index, err = sizeOf(os.DirFS(site), isIndex); err != nil {
		return r, err
	}
	texts := make([]string, len(queries))
	for i, q := range queries {
		texts[i] = q.Text
	}
	plan := filepath.Join(dir, engineNames[e]+".plan.json")
	if err := writeJSON(plan, map[string]any{"folder": site, "page": page, "queries": texts, "further": further[e]}); err != nil {
		return r, err
	}
	out, err := measure.Output(ctx, "node", filepath.Join(peers, "drive.mjs"), plan)
	if err != nil {
		return r, err
	}
	answers := filepath.Join(dir, engineNames[e]+".answers.json")
	if err := errors.Join(os.WriteFile(answers, []byte(out), 0o644), json.Unmarshal([]byte(out), &r.answers)); err != nil {
		return r, err
	}
	if len(r.answers) != len(queries) {
		return r, fmt.Errorf("%d answers to %d queries", len(r.answers), len(queries))
	}
	return r, nil
}

// isPagefind takes what Pagefind's search needs, and not the widgets that it brings along.
func isPagefind(p string) bool {
	name, below := strings.CutPrefix(p, "pagefind/")
	return below && !strings.HasPrefix(name, "pagefind-ui") && !strings.HasPrefix(name, "pagefind-modular-ui") && !strings.HasPrefix(name, "pagefind-component-ui") && !strings.HasPrefix(name, "pagefind-highlight")
}

// makePagefind lets Pagefind index the pages of the stories, in which the story itself is marked.
func makePagefind(ctx context.Context, public, site string, stories []search.Story) (measure.Cost, error) {
	for _, story := range stories {
		page := filepath.Join(filepath.FromSlash(story.Address), "index.html")
		html, err := os.ReadFile(filepath.Join(public, page))
		if err != nil {
			return measure.Cost{}, err
		}
		before, after, ok := strings.Cut(string(html), "<article")
		if heading := strings.Index(after, "<h1"); !ok || heading < 0 || strings.Contains(after[:heading], "<article") {
			return measure.Cost{}, fmt.Errorf("%s has no article around its heading", page)
		}
		marked := before + "<article data-pagefind-body" + after
		if err := errors.Join(os.MkdirAll(filepath.Join(site, filepath.Dir(page)), 0o755), os.WriteFile(filepath.Join(site, page), []byte(marked), 0o644)); err != nil {
			return measure.Cost{}, err
		}
	}
	cost, err := measure.Run(ctx, nil, "node", filepath.Join(peers, "node_modules", "pagefind", "lib", "runner", "bin.cjs"), "--site", site, "--silent")
	if err != nil {
		return cost, err
	}
	return cost, layPage(site, "pagefind.js")
}

// makeMiniSearch lets MiniSearch index the texts of the stories, or only their names and summaries.
func makeMiniSearch(ctx context.Context, site string, full bool, stories []search.Story) (measure.Cost, error) {
	fields := "title,summary"
	if full {
		fields += ",text"
	}
	type document struct {
		Address string `json:"address"`
		Title   string `json:"title"`
		Summary string `json:"summary"`
		Text    string `json:"text"`
	}
	documents := make([]document, len(stories))
	for i, s := range stories {
		documents[i] = document{Address: s.Address, Title: s.Name, Summary: s.Summary, Text: s.Body}
	}
	source, index := site+".json", filepath.Join(site, "index.json")
	if err := errors.Join(os.MkdirAll(site, 0o755), writeJSON(source, documents)); err != nil {
		return measure.Cost{}, err
	}
	cost, err := measure.Run(ctx, nil, "node", filepath.Join(peers, "minisearch-index.mjs"), source, fields, index)
	if err != nil {
		return cost, err
	}
	engine := os.DirFS(filepath.Join(peers, "node_modules", "minisearch", "dist", "es"))
	code, err := fs.ReadFile(engine, "index.js")
	if err != nil {
		return cost, err
	}
	return cost, errors.Join(os.WriteFile(filepath.Join(site, "engine-code.js"), code, 0o644), layPage(site, "minisearch.js", "minisearch-options.js"))
}

// layPage puts the peers' page into a folder, with the engine's part of it, which is the first file.
func layPage(site, part string, more ...string) error {
	for _, name := range append([]string{"index.html", "page.js", part}, more...) {
		data, err := os.ReadFile(filepath.Join(peers, "peers", name))
		if err != nil {
			return err
		}
		if name == part {
			name = "engine.js"
		}
		if err := os.WriteFile(filepath.Join(site, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// sizeOf adds up the files of an index.
func sizeOf(site fs.FS, isIndex func(path string) bool) (indexSize, error) {
	var sum indexSize
	err := fs.WalkDir(site, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isIndex(p) {
			return err
		}
		data, err := fs.ReadFile(site, p)
		if err != nil {
			return err
		}
		var packed bytes.Buffer
		w, err := gzip.NewWriterLevel(&packed, 6)
		if err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
		if err := w.Close(); err != nil {
			return err
		}
		sum.files++
		sum.raw += int64(len(data))
		sum.zipped += int64(min(len(data), packed.Len())) // a host sends as it is what does not become smaller
		return nil
	})
	return sum, err
}
