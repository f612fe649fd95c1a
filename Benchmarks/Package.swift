// swift-tools-version: 6.2
import PackageDescription

// Benchmarks are a package of their own, so that users of the library never resolve it.

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "tradewinds", path: "..")
    ],
    targets: [
        .target(name: "CAllocationCount"),
        .executableTarget(
            name: "tw-bench",
            dependencies: [
                "CAllocationCount",
                .product(name: "Tradewinds", package: "tradewinds"),
                .product(name: "TradewindsExchange", package: "tradewinds"),
                .product(name: "TradewindsIndicators", package: "tradewinds"),
                .product(name: "TradewindsSeries", package: "tradewinds"),
                .product(name: "TradewindsStrategy", package: "tradewinds"),
                .product(name: "TradewindsVocabulary", package: "tradewinds"),
                .product(name: "TradewindsWire", package: "tradewinds"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
        ),
    ]
)
