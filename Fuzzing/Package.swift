// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because everything below it is built with the fuzzer's instruments:
//     swift build -c release --sanitize fuzzer --package-path Fuzzing

let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "tradewinds", path: "..")
    ],
    targets: [
        .executableTarget(
            name: "wire-fuzz",
            dependencies: [
                .product(name: "TradewindsSession", package: "tradewinds"),
                .product(name: "TradewindsWire", package: "tradewinds"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6), .treatAllWarnings(as: .error), .unsafeFlags(["-parse-as-library"]),
            ]
        )
    ]
)
