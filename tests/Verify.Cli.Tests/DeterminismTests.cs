using System.Runtime.Intrinsics.X86;

namespace Verify.Cli.Tests;

/// <summary>A report depends on the input and the seed alone: not on how many threads there are, nor on how wide the vectors of the machine are.</summary>
public sealed class DeterminismTests
{
    /// <summary>Whatever computes in doubles: draws with several laws, gradients by differences and exact ones, flows with and without a closed form, minima, eigenvalues, inverses, roots and limits.</summary>
    private const string Claims = """
        dim d, N
        matrix Λ : d × d, spd
        matrix A : d × d
        random X : N × d ~ normal(rows: Λ)
        random w : d ~ normal(I)
        random q : d ~ normal(Λ)
        random m : d ~ moments(cov: Λ)
        param  U : d × d
        param  u : scalar
        let R = 1/2 E[(u (X w)' X U q / N - w' q)^2]
        let Γ = (1 + 1/N) Λ + tr(Λ)/N * I
        claim  "mean of a matrix":   E[X' X A X' X] = N^2 Λ A Λ + N (tr(A Λ) Λ + Λ A' Λ)
        refute "a transpose lost":   E[X' X A X' X] = N^2 Λ A Λ + N (tr(A Λ) Λ + Λ A Λ)
        claim  "two moments":        E[m' A m] = tr(A Λ)
        claim  "no polynomial":      E[opnorm(X' X)] > N opnorm(Λ)
        claim  "root of a draw":     E[sqrt(q' q)] <= tr(Λ)^(1/2)
        claim  "gradient":           -grad(R; U) = u Λ^2 - u^2 Γ Λ U Λ
        claim  "conserved":          u^2 - tr(U U') conserved along flow(R; U, u)
        refute "not conserved":      u^2 + tr(U U') conserved along flow(R; U, u)
        claim  "end of a flow":      flow(1/2 tr(Λ U U') - tr(A U'); U = 0) -> Λ U = A
        claim  "minimum":            min(R; U, u) = 1/2 tr(Λ) - 1/2 tr(Λ^2 Γ^-1) at u U = Γ^-1
        refute "another minimum":    min(R; U, u) = 1/2 tr(Λ) - 1/2 tr(Λ^2 Γ^-1)^2
        claim  "order":              (Λ + I)^-1 < I
        claim  "root of a matrix":   tr(Λ^(1/2))^2 <= d * tr(Λ)
        claim  "limit":              Γ = Λ as N -> inf
        """;

    [Fact]
    public void Threads_do_not_change_a_report()
    {
        using var folder = new ClaimFolder(("a.claim", Claims));
        string[] reports = [.. new[] { "1", "2", "7" }.Select(threads => Timeless(CommandLine.Run("check", folder.Root, "--json", "-", "--threads", threads).Out))];
        Assert.All(reports, report => Assert.Equal(reports[0], report));
    }

    [Fact]
    public void More_threads_than_claims_do_not_change_a_report_either()
    {
        using var folder = new ClaimFolder(("a.claim", Claims));
        string[] reports = [.. new[] { "1", "2", "7" }.Select(threads => Timeless(CommandLine.Run("check", folder.Root, "--only", "mean of a matrix", "--json", "-", "--threads", threads).Out))];
        Assert.All(reports, report => Assert.Equal(reports[0], report));
    }

    /// <summary>A machine without vectors of some width runs the process at the next narrower one; the widths that there are, are what is compared.</summary>
    [Fact]
    public void The_width_of_vectors_does_not_change_a_report()
    {
        using var folder = new ClaimFolder(("a.claim", Claims));
        var runs = new[] { "DOTNET_EnableAVX2=0", "DOTNET_MaxVectorTBitWidth=256", "DOTNET_MaxVectorTBitWidth=512" }.Select(setting => Run(folder, setting)).ToList();
        Assert.Equal([128, Avx2.IsSupported ? 256 : 128, Avx512F.IsSupported ? 512 : Avx2.IsSupported ? 256 : 128], runs.Select(run => run.Width));
        Assert.All(runs, run => Assert.Equal(runs[0].Report, run.Report));
    }

    private static (int Width, string Report) Run(ClaimFolder folder, string setting)
    {
        var (name, value) = setting.Split('=') is [var left, var right] ? (left, right) : throw new ArgumentException("A setting is a name and a value.", nameof(setting));
        var width = folder[$"width-{setting}"];
        var answer = CommandLine.Start(
            new Dictionary<string, string> { [name] = value, ["DOTNET_STARTUP_HOOKS"] = typeof(DeterminismTests).Assembly.Location, [StartupHook.File] = width },
            "check", folder.Root, "--json", "-");
        Assert.Empty(answer.Error);
        return (int.Parse(File.ReadAllText(width)), Timeless(answer.Out));
    }

    private static string Timeless(string report) => string.Join('\n', report.Split('\n').Where(line => !line.Contains("\"seconds\"")));
}
