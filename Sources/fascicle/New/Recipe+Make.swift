/// The recipe that builds the issues of a large journal side by side on this machine.
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
}
