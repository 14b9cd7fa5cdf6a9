# make help lists the targets.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules

GO ?= go
# Extra flags for `go test`, such as TESTFLAGS=-v.
TESTFLAGS ?=

# Run by version, so that they are no dependencies of the module.
GOFUMPT := $(GO) run mvdan.cc/gofumpt@v0.12.0
STATICCHECK := $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2

GO_FOLDERS := $(wildcard cmd internal themes bench)
PLATFORMS := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64
THEMES := sen tre
SITES := bin/e2e/sites
FUZZTIME ?= 30s
# For make bench: the sizes, such as SIZES=1000,10000, and further flags. For make bench-go: which benchmarks, and how often.
SIZES ?=
# For make bench-search: another seed gives other profiles and other queries.
SEED ?=
BENCHFLAGS ?=
BENCH ?= .
COUNT ?= 6

# Packages that write pages of docs/ (their tests know -update), and packages that start goroutines or share data between them.
DOCS_PACKAGES = $(shell grep -rlE --include='*_test.go' 'func Test[A-Za-z]*Docs' $(GO_FOLDERS) | xargs -r -n1 dirname | sort -u | sed 's,^,./,')
RACE_PACKAGES = $(shell grep -rlE --include='*.go' '\bgo func\b|\bsync\.|\bsync/atomic\.|errgroup\.' internal | xargs -r -n1 dirname | sort -u | sed 's,^,./,')
# What runs in one goroutine has no races, and what the other tests of a room do with goroutines is not done otherwise here; these take long under the detector, and `make gotest` has them. Allocations cannot be counted under it: it throws away at random what is put into a sync.Pool.
RACE_SKIP := ^Fuzz|^TestNoAllocations$$|^TestComposeRandomly$$|^TestRoundTrip$$|^TestPartsAreBalanced$$|^TestMachineFailsAnywhere$$|^TestADiskThatFillsUp$$|^TestADamagedSearchIndex$$|^TestKilledAnywhere$$|^TestEnglishPagesTell|^TestTheThemeReaches

# A copy without its history builds too.
export GOFLAGS := $(filter-out -buildvcs=%,$(GOFLAGS)) -buildvcs=false

.PHONY: help site bin/guongsang tools check-tools test format vet staticcheck docs docs-check gotest race cross sites e2e bench bench-go bench-search soak fuzz clean

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /\1\t/' | while IFS=$$'\t' read -r target text; do printf '  make %-12s %s\n' "$$target" "$$text"; done

bin/guongsang:
	@mkdir -p bin
	CGO_ENABLED=0 $(GO) build -trimpath -o $@ ./cmd/guongsang

site: bin/guongsang ## build the program, and with it the sample site into public/
	bin/guongsang build --source . --output public --quiet
	@echo "The site is built. Open this file in a browser: $(CURDIR)/public/index.html"

tools: ## get what the tests need (as root on Debian or Ubuntu; elsewhere it prints the commands)
	@e2e/tools.sh install

check-tools:
	@e2e/tools.sh check

# One after the other, the quick ones first, so that the first thing that fails is the last thing on the screen. What the tests write for the
# moment they write to memory, where there is room and programs may be run from it: of the Go tests that saves a third of the time.
test: ## everything that must hold before a change is handed in
	@memory=$$(e2e/memory.sh); trap '[ -z "$$memory" ] || rm -rf "$$memory"' EXIT; export TMPDIR=$${memory:-$${TMPDIR:-/tmp}}; \
	for target in tools format vet staticcheck docs-check gotest race cross e2e; do \
		began=$$SECONDS; echo "== make $$target"; \
		$(MAKE) --no-print-directory $$target || exit 1; \
		echo "== make $$target: $$((SECONDS - began)) s"; \
	done

format: ## is all Go code in gofumpt's form?
	@wrong=$$($(GOFUMPT) -l $(GO_FOLDERS)); \
	if [ -n "$$wrong" ]; then echo "not in gofumpt's form; mend it with: $(GOFUMPT) -w $(GO_FOLDERS)"; echo "$$wrong"; exit 1; fi

vet: ## go vet
	$(GO) vet ./...

staticcheck: ## staticcheck
	$(STATICCHECK) ./...

docs: ## write the generated pages of docs/ anew
	@[ -n "$(DOCS_PACKAGES)" ] || { echo "no test is called Test…Docs, so nothing writes docs/"; exit 1; }
	$(GO) test $(DOCS_PACKAGES) -count=1 -run Docs -update

docs-check: ## are the generated pages of docs/ up to date?
	@[ -n "$(DOCS_PACKAGES)" ] || { echo "no test is called Test…Docs, so nothing checks docs/"; exit 1; }
	$(GO) test $(DOCS_PACKAGES) -run Docs || { echo "mend it with: make docs"; exit 1; }

gotest: ## the Go tests
	$(GO) test $(TESTFLAGS) ./...

race: check-tools ## the Go tests of the rooms with goroutines, under the race detector
	CGO_ENABLED=1 $(GO) test -race -short -skip '$(RACE_SKIP)' $(RACE_PACKAGES)

cross: ## does it compile for every system?
	@for platform in $(PLATFORMS); do \
		echo "$$platform"; \
		CGO_ENABLED=0 GOOS=$${platform%/*} GOARCH=$${platform#*/} $(GO) build -trimpath ./... || exit 1; \
	done

# The sample site once with every theme, each from a source of its own and from nothing.
sites: bin/guongsang ## build the sample site with every theme, for the tests in the browser
	@rm -rf bin/e2e
	@for theme in $(THEMES); do \
		source=bin/e2e/source/$$theme; mkdir -p $$source; \
		cp -R content static $$source/; \
		sed "s/^giao diện:.*/giao diện: $$theme/" site.yaml >$$source/site.yaml; \
		grep -q "^giao diện: $$theme$$" $$source/site.yaml || { echo "site.yaml has no line “giao diện:”"; exit 1; }; \
		bin/guongsang build --source $$source --output $(SITES)/$$theme --quiet || exit 1; \
	done

e2e: check-tools sites ## the built site: HTML, links, feeds, bytes, and Chromium
	E2E_SITES=$(CURDIR)/$(SITES) node e2e/run.mjs

bench: ## measure the program on large sites (half an hour; SIZES=1000,10000 for less) and write docs/BENCHMARKS.md
	$(GO) run ./bench run $(if $(SIZES),--stories $(SIZES)) $(BENCHFLAGS)

bench-go: ## the Go benchmarks of the rooms, in the form that benchstat reads; ROOM=page for one, BENCH=Story for some
	@$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) -timeout 60m ./internal/$(if $(ROOM),$(ROOM)/)...

# The searches that ours is measured against are npm packages of their own, which the tests do not need.
bench-search: check-tools ## put queries to our search and to others in Chromium (SIZES=1000 for less, SEED=2 for other queries) and write docs/BENCHMARKS.md
	@cd bench/search && { cmp -s package-lock.json node_modules/.installed-lock.json || { npm ci --ignore-scripts && cp package-lock.json node_modules/.installed-lock.json; }; }
	$(GO) run ./bench search $(if $(SIZES),--stories $(SIZES)) $(if $(SEED),--seed $(SEED)) $(BENCHFLAGS)

soak: ## the property and kill tests of the build at full length (some minutes)
	GUONGSANG_SOAK=1 $(GO) test ./internal/build -count=1 -timeout 60m -v -run 'AnyEdits|Killed'

fuzz: ## each fuzz test for FUZZTIME (30 s)
	@grep -rE --include='*_test.go' '^func Fuzz' $(GO_FOLDERS) | sed -E 's/^(.*)\/[^/]+:func (Fuzz[A-Za-z0-9_]*).*/\1 \2/' | sort -u | \
	while read -r folder target; do \
		echo "== $$folder $$target"; \
		$(GO) test "./$$folder" -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) </dev/null || exit 1; \
	done

clean: ## remove what was built
	rm -rf bin public .guongsang
