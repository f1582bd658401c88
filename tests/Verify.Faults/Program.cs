using Verify.Faults.Running;

// dotnet run -c Release --project tests/Verify.Faults                             every fault against all of proofs/
// dotnet run -c Release --project tests/Verify.Faults -- --only generator --list   the faults of one part, with the claims that catch them
// dotnet run -c Release --project tests/Verify.Faults -- --short                   every fault against the files that the table names
return Arguments.Parse(args) is { } arguments ? Session.Run(arguments) : Arguments.Explain();
