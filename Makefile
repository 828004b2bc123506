# `make` lists what can be done. Every target installs what is missing first.

# Debian names; .ci/install says what they are called elsewhere.
PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev libxml2-dev pkg-config \
	citation-style-language-styles citation-style-language-locales

FORMAT = swift format lint --strict --parallel --recursive Package.swift Sources Tests
RELEASE = swift build --configuration release --static-swift-stdlib --product fascicle

.DEFAULT_GOAL := help
.PHONY: help install program site serve test check

help:
	@echo "make site     build the journal in Content into Output"
	@echo "make serve    show it in the browser and follow every change"
	@echo "make test     run all tests"
	@echo "make check    formatting, warnings as errors, all tests"

install:
	@sh .ci/install $(PACKAGES)

program: install
	$(RELEASE)

site: program
	"$$($(RELEASE) --show-bin-path)/fascicle" build --source . --output Output
	@echo "The site is in $(CURDIR)/Output (make serve shows it in the browser)."

serve: program
	"$$($(RELEASE) --show-bin-path)/fascicle" serve --source . --output Output

test: install
	swift test --quiet --disable-xctest

check: install
	$(FORMAT)
	CI=1 swift build --build-tests
	CI=1 swift test --quiet --disable-xctest
