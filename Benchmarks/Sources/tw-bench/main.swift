try DecodeBenchmark.run()
