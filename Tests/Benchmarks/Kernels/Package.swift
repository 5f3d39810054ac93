// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who builds Stet needs nothing of this. `make bench` builds and runs it.
let package = Package(
  name: "kernels",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "stet", path: "../../.."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "StetKernels",
      dependencies: [.product(name: "Stet", package: "stet"), .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/StetKernels",
      swiftSettings: [.swiftLanguageMode(.v6)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
