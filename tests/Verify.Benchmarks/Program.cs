using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Verify.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
