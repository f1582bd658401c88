using BenchmarkDotNet.Running;
using Verify.Benchmarks.AgainstPython;
using Verify.Benchmarks.Calibrating;

// dotnet run -c Release --project tests/Verify.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Verify.Benchmarks -- calibrate --runs 10000
// dotnet run -c Release --project tests/Verify.Benchmarks -- against-python
if (args is ["against-python", ..])
{
    return Comparison.Run(args.Contains("--flows-only"));
}

if (args is ["calibrate", ..])
{
    return Calibration.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
