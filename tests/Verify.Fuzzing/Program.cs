using Verify.Fuzzing.Running;

// dotnet run -c Release --project tests/Verify.Fuzzing -- claims --inputs 10000000 --seed 1
// dotnet run -c Release --project tests/Verify.Fuzzing -- claims --from 112 --inputs 1     prints the input and reads it
return Arguments.Parse(args) is { } arguments ? Session.Run(arguments) : Arguments.Explain();
