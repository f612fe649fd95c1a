// swift-tools-version: 6.2
import PackageDescription

// The floors of docs/architecture.md, lowest first. An arrow runs down only: a target names what it may know.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

func floor(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, on dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests",
        dependencies: [.byName(name: name)] + dependencies,
        resources: resources,
        swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
    )
}

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")

let package = Package(
    name: "tradewinds",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "TradewindsVocabulary", targets: ["TradewindsVocabulary"]),
        .library(name: "TradewindsWire", targets: ["TradewindsWire"]),
        .library(name: "TradewindsIndicators", targets: ["TradewindsIndicators"]),
        .library(name: "TradewindsStatistics", targets: ["TradewindsStatistics"]),
        .library(name: "TradewindsSeries", targets: ["TradewindsSeries"]),
        .library(name: "TradewindsExchange", targets: ["TradewindsExchange"]),
        .library(name: "TradewindsSession", targets: ["TradewindsSession"]),
        .library(name: "TradewindsLedger", targets: ["TradewindsLedger"]),
        .library(name: "TradewindsGateway", targets: ["TradewindsGateway"]),
        .library(name: "TradewindsStrategy", targets: ["TradewindsStrategy"]),
        .library(name: "TradewindsReport", targets: ["TradewindsReport"]),
        .library(name: "TradewindsLive", targets: ["TradewindsLive"]),
        .library(name: "Tradewinds", targets: ["Tradewinds"]),
        .library(name: "TradewindsTesting", targets: ["TradewindsTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // Ground: no package at all.
        // Rounding a Double calls the C mathematics library where the processor has no instruction for it.
        .target(
            name: "TradewindsVocabulary",
            swiftSettings: strict,
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]
        ),
        floor("TradewindsWire", on: ["TradewindsVocabulary"]),
        floor("TradewindsIndicators", on: ["TradewindsVocabulary"]),
        floor("TradewindsSeries", on: ["TradewindsVocabulary"]),
        .target(name: "CTradewindsKernels"),
        floor("TradewindsStatistics", on: ["CTradewindsKernels"]),

        // Pure: values in, values out.
        floor("TradewindsExchange", on: ["TradewindsSeries", "TradewindsVocabulary"]),
        floor("TradewindsSession", on: ["TradewindsWire", "TradewindsVocabulary"]),
        floor("TradewindsLedger", on: ["TradewindsWire", "TradewindsVocabulary"]),

        // Shells: sockets, files, tasks.
        floor(
            "Tradewinds",
            on: ["TradewindsSession", "TradewindsLedger", "TradewindsWire", "TradewindsVocabulary", logging] + nio),
        floor(
            "TradewindsTesting",
            on: [
                "Tradewinds", "TradewindsGateway", "TradewindsExchange", "TradewindsSession", "TradewindsWire",
                "TradewindsVocabulary", .product(name: "NIOEmbedded", package: "swift-nio"),
            ] + nio),
        floor(
            "TradewindsInspector",
            on: [
                "TradewindsWire", "TradewindsVocabulary",
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
            ] + nio),

        floor(
            "TradewindsGateway", on: ["TradewindsExchange", "TradewindsWire", "TradewindsVocabulary", logging] + nio),

        floor(
            "TradewindsStrategy",
            on: ["TradewindsExchange", "TradewindsIndicators", "TradewindsStatistics", "TradewindsVocabulary"]),

        floor(
            "TradewindsReport",
            on: ["TradewindsStrategy", "TradewindsExchange", "TradewindsStatistics", "TradewindsVocabulary"]),

        floor(
            "TradewindsLive",
            on: [
                "Tradewinds", "TradewindsStrategy", "TradewindsExchange", "TradewindsLedger", "TradewindsWire",
                "TradewindsVocabulary",
            ]),

        // Programs: thin.
        .executableTarget(
            name: "tw",
            dependencies: [
                "Tradewinds", "TradewindsLedger", "TradewindsGateway", "TradewindsExchange", "TradewindsStrategy",
                "TradewindsLive", "TradewindsReport", "TradewindsStatistics", "TradewindsSeries",
                "TradewindsIndicators",
                "TradewindsInspector", "TradewindsWire", "TradewindsVocabulary",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),

        // The template that docs/strategy-guide.md shows.
        .executableTarget(
            name: "own-strategy",
            dependencies: ["TradewindsStrategy", "TradewindsExchange", "TradewindsVocabulary"],
            path: "Examples/OwnStrategy",
            swiftSettings: strict
        ),

        // What the differential tests and the fuzzer drive.
        .target(name: "CHeapProbe"),
        .executableTarget(
            name: "wire-probe",
            dependencies: [
                "CHeapProbe", "TradewindsInspector", "TradewindsSession", "TradewindsWire", "TradewindsVocabulary",
            ],
            swiftSettings: strict
        ),

        tests(
            of: "TradewindsLive",
            on: [
                "TradewindsTesting", "Tradewinds", "TradewindsLedger", "TradewindsStrategy", "TradewindsGateway",
                "TradewindsExchange", "TradewindsVocabulary",
            ]),
        tests(
            of: "TradewindsStrategy",
            on: ["TradewindsExchange", "TradewindsSeries", "TradewindsStatistics", "TradewindsVocabulary"],
            resources: [.copy("Golden")]),
        tests(
            of: "TradewindsReport",
            on: ["TradewindsStrategy", "TradewindsExchange", "TradewindsStatistics", "TradewindsVocabulary"]),
        tests(of: "TradewindsGateway", on: ["TradewindsExchange", "TradewindsWire", "TradewindsVocabulary"]),
        tests(
            of: "TradewindsInspector",
            on: ["TradewindsWire", "TradewindsVocabulary", .product(name: "NIOEmbedded", package: "swift-nio")] + nio),
        tests(of: "TradewindsSession", on: ["TradewindsWire", "TradewindsVocabulary"]),
        tests(of: "TradewindsLedger", on: ["TradewindsWire", "TradewindsVocabulary"]),
        tests(
            of: "Tradewinds",
            on: ["TradewindsTesting", "TradewindsLedger", "TradewindsWire", "TradewindsVocabulary"] + nio),
        tests(of: "TradewindsVocabulary"),
        tests(
            of: "TradewindsWire", on: ["TradewindsVocabulary"],
            resources: [.copy("known-table-differences.tsv"), .copy("Corpus")]),
        tests(of: "TradewindsIndicators", on: ["TradewindsVocabulary"], resources: [.copy("Golden")]),
        tests(of: "TradewindsSeries", on: ["TradewindsVocabulary"], resources: [.copy("Golden")]),
        tests(of: "TradewindsStatistics", resources: [.copy("Golden")]),
        tests(
            of: "TradewindsExchange", on: ["TradewindsSeries", "TradewindsVocabulary"],
            resources: [.copy("Sessions/calendars.txt")]),
    ]
)
