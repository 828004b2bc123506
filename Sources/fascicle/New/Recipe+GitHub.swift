/// Recipes that build the journal on GitHub and publish it with GitHub Pages.
extension Recipe {
  static let githubText = """
    # Checks the journal on every push and publishes the main branch with GitHub Pages.
    \(head)
      build:
        runs-on: ubuntu-24.04
        steps:
          - uses: actions/checkout@v4
          - run: \(fetch)
          - run: fascicle check
          - run: fascicle build
    \(publish)

    """

  /// For a large journal.
  static let githubPartsText = """
    # Builds the issues on several machines, joins them, and publishes the main branch with GitHub Pages.
    \(head)
      part:
        runs-on: ubuntu-24.04
        strategy:
          matrix:
            part: [1, 2, 3, 4]
        steps:
          - uses: actions/checkout@v4
          - run: \(fetch)
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
          - run: \(fetch)
          - uses: actions/download-artifact@v4
            with: {pattern: part-*, path: parts, merge-multiple: true}
          - run: fascicle check
          - run: fascicle build --parts parts
    \(publish)

    """

  private static let head = """
    name: Publish the journal
    on:
      push:
      pull_request:
    permissions:
      contents: read
      pages: write
      id-token: write
    jobs:
    """

  private static let fetch =
    "curl --fail --location \"${{ vars.FASCICLE_URL }}\" | sudo tar -xz -C /usr/local --strip-components=1"

  private static let publish = """
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
