/// Recipes that build the issues of a large journal side by side.
extension Recipe {
  static let makeText = """
    # Builds the issues in several processes, and joins them: make --file parts.mk --jobs 4 PARTS=4
    # The site is the one that 'fascicle build' writes.
    FASCICLE = fascicle
    PARTS = 4
    FOLDERS := $(dir $(wildcard Content/issues/*/issue.yml issues/*/issue.yml))
    ISSUES := $(addprefix issue/,$(notdir $(FOLDERS:%/=%)))
    NUMBERS := $(shell seq $(words $(wordlist 1,$(PARTS),$(ISSUES))))
    # Every issue whose place in the list leaves the same rest.
    only = $(shell printf '%s\\n' $(ISSUES) | awk 'NR % $(PARTS) == $* % $(PARTS) { print "--only " $$0 }')

    .PHONY: site always
    site: $(NUMBERS:%=parts/%.part)
    \t$(FASCICLE) build --parts parts
    parts/%.part: always
    \t$(FASCICLE) build $(only) --output $@

    """

  static let githubPartsText = """
    # Builds the issues on several machines, joins them, and publishes the main branch with GitHub Pages.
    name: Publish the journal
    on:
      push:
      pull_request:
    permissions:
      contents: read
      pages: write
      id-token: write
    jobs:
      part:
        runs-on: ubuntu-24.04
        strategy:
          matrix:
            part: [1, 2, 3, 4]
        steps:
          - uses: actions/checkout@v4
          - run: curl --fail --location "${{ vars.FASCICLE_URL }}" | sudo tar -xz -C /usr/local --strip-components=1
          - run: |
              only=$(ls -d Content/issues/*/ | awk -F / 'NR % 4 == ${{ matrix.part }} % 4 { print "--only issue/" $3 }')
              [ -z "$only" ] || fascicle build $only --output parts/${{ matrix.part }}.part
          - uses: actions/upload-artifact@v4
            with: {name: "part-${{ matrix.part }}", path: parts, if-no-files-found: ignore}
      build:
        needs: part
        runs-on: ubuntu-24.04
        steps:
          - uses: actions/checkout@v4
          - run: curl --fail --location "${{ vars.FASCICLE_URL }}" | sudo tar -xz -C /usr/local --strip-components=1
          - uses: actions/download-artifact@v4
            with: {pattern: part-*, path: parts, merge-multiple: true}
          - run: fascicle check
          - run: fascicle build --parts parts
          - uses: actions/upload-pages-artifact@v3
            with: {path: Output}
      publish:
        if: github.ref == 'refs/heads/main' && github.event_name == 'push'
        needs: build
        runs-on: ubuntu-24.04
        environment: {name: github-pages}
        steps:
          - uses: actions/deploy-pages@v4

    """
}
