using BenchmarkDotNet.Running;
using Verify.Benchmarks.AgainstPython;
using Verify.Benchmarks.Calibrating;
using Verify.Benchmarks.Reducing;

// dotnet run -c Release --project tests/Verify.Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Verify.Benchmarks -- calibrate --runs 10000
// dotnet run -c Release --project tests/Verify.Benchmarks -- against-python
// dotnet run -c Release --project tests/Verify.Benchmarks -- reduce
if (args is ["against-python", ..])
{
    return Comparison.Run(args.Contains("--flows-only"));
}

if (args is ["reduce", ..])
{
    return ReductionTable.Run();
}

if (args is ["calibrate", ..])
{
    return Calibration.Run(args[1..]);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
