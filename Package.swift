// swift-tools-version: 6.3
import PackageDescription

// Warnings are errors for us (CI, make check), never for somebody who builds with a newer compiler.
let strict: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
  strict + [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  ]

/// A target of ours: every one is compiled with the same settings.
func module(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

/// A program; on Linux with an allocator that is faster than that of the C library.
func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, swiftSettings: settings,
    linkerSettings: [
      .linkedLibrary("jemalloc", .when(platforms: [.linux], configuration: .release))
    ])
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: ["TestSupport"] + dependencies, exclude: fixtures(of: name),
    swiftSettings: settings)
}

/// Fixture folders are read where they stand, so the package manager does not copy them.
func fixtures(of target: String) -> [String] {
  switch target {
  case "CSLTests":
    ["known-failures.txt", "odd-styles.txt", "peer-differences.txt"]
  case "BibliographyTests", "ExportsTests", "SitePipelineTests":
    ["Fixtures"]
  default: []
  }
}

let package = Package(
  name: "fascicle",
  products: [
    .library(name: "CSL", targets: ["CSL"]),
    .library(name: "Bibliography", targets: ["Bibliography"]),
    .library(name: "Reporting", targets: ["Reporting"]),
    .executable(name: "fascicle", targets: ["fascicle"]),
    .executable(name: "csl-suite", targets: ["csl-suite"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CMarkSupport", dependencies: ["CMarkGFM"]),
    module("Reporting", []),
    module("Bibliography", ["Reporting"]),
    .target(
      name: "CSL", dependencies: ["Bibliography", "Reporting"], swiftSettings: settings,
      linkerSettings: [.linkedLibrary("_FoundationICU")]),  // collation
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    module("Books", ["CZlib"]),
    module("Prose", ["CMarkGFM", "CMarkSupport", "Reporting"]),
    module("JournalModel", ["Bibliography", "Prose", "Reporting"]),
    module("Exports", ["CNettle", "JournalModel", "Bibliography", "Prose", "Reporting"]),
    module("Import", ["JournalModel", "Bibliography", "Prose", "Reporting"]),
    .target(
      name: "Theme", path: "Templates",
      resources: ["assets", "galley", "pages", "partials", "themes"].map {
        Resource.embedInCode($0)
      },
      swiftSettings: settings),
    module("Programs", []),
    module(
      "SitePipeline",
      [
        "CYAML", "Theme", "Books", "Programs",
        "CSL", "Bibliography", "Prose", "JournalModel", "Exports", "Reporting",
      ],
      resources: [
        .embedInCode("Galleys/typeset.py"), .embedInCode("Galleys/legible.py"),
        .embedInCode("Render/Citations/locales-ur.xml"),
      ]),
    module("Publishing", ["Programs"]),
    module(
      "Preview",
      [
        "SitePipeline", "Reporting", .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    program(
      "fascicle",
      [
        "SitePipeline", "Import", "Preview", "Programs", "Publishing", "Theme", "CSL",
        "Bibliography", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    program("csl-suite", ["CSL", "Bibliography", "Reporting"]),
    .target(
      name: "TestSupport", dependencies: ["Reporting"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("HouseTests", []),
    tests("ReportingTests", ["Reporting"]),
    tests("BibliographyTests", ["Bibliography", "Reporting"]),
    tests("CSLTests", ["CSL", "csl-suite", "Bibliography", "Reporting"]),
    tests("ProseTests", ["CMarkGFM", "CMarkSupport", "Prose", "Reporting"]),
    tests("JournalModelTests", ["JournalModel", "Reporting"]),
    tests("ExportsTests", ["Exports", "JournalModel", "Bibliography", "Prose", "Reporting"]),
    tests(
      "SitePipelineTests",
      ["SitePipeline", "Theme", "JournalModel", "Bibliography", "Prose", "Reporting"]),
    tests("BooksTests", ["Books"]),
    tests("ImportTests", ["Import", "JournalModel", "Reporting"]),
    tests("ProgramsTests", ["Programs"]),
    tests("PublishingTests", ["Programs", "Publishing"]),
    tests("PreviewTests", ["Preview", "SitePipeline", "Reporting"]),
    tests(
      "CommandTests",
      [
        "fascicle", "Import", "Programs", "Publishing", "SitePipeline", "Theme", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)

// The readers under libFuzzer, for `make fuzz` alone: it names the library.
if let libFuzzer = Context.environment["LIBFUZZER"] {
  package.targets += [
    .systemLibrary(name: "LibFuzzer", path: "Tests/Fuzzing/LibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "LibFuzzer", "SitePipeline", "Theme", "Import", "CSL", "Prose", "Bibliography",
        "JournalModel",
        "Reporting",
      ],
      path: "Tests/Fuzzing/Targets", swiftSettings: settings,
      linkerSettings: [.unsafeFlags([libFuzzer, "-lstdc++"])]),
  ]
}
