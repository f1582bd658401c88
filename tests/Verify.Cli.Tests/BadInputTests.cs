using System.Text;

namespace Verify.Cli.Tests;

/// <summary>Bad input is a one-line error with its place and status 2, within two seconds and without a stack trace; the other files are still checked.</summary>
public sealed class BadInputTests
{
    private const string Sound = "dim d\nmatrix A : d × d\nclaim \"sound\": tr(A') = tr(A)\n";
    private const string Header = "dim d, N\nmatrix Λ : d × d, spd\nrandom X : N × d ~ normal(rows: Λ)\nmatrix A : d × d\nmatrix B : N × d\nvector v : d\nscalar c\n";

    public static TheoryData<string, string, int> BadFiles => new()
    {
        { "shape mismatch", Header + "claim \"c\": A + B = A\n", 8 },
        { "product of wrong shapes", Header + "claim \"c\": tr(A B) = 0\n", 8 },
        { "unknown name", Header + "claim \"c\": tr(Q) = 0\n", 8 },
        { "duplicate name", Header + "scalar c\n", 8 },
        { "duplicate name by another spelling", Header + "matrix Lambda : d × d\n", 8 },
        { "unclosed bracket", Header + "claim \"c\": tr(A = 0\n", 8 },
        { "ambiguous product", Header + "claim \"c\": tr(A)/c c = 0\n", 8 },
        { "moments that do not determine the expectation", Header + "random w : d ~ moments(cov: Λ)\nclaim \"c\": E[(w' w)^2] = 0\n", 9 },
        { "a denominator that vanishes at an allowed dimension", Header + "claim \"c\": tr(A)/(N - 1) = tr(A)/(N - 1)\n", 8 },
        { "a power of a billion digits", Header + "claim \"c\": 2^(10^9) = c\n", 8 },
        { "a power with a huge exponent", Header + "claim \"c\": 2^1000000000 = c\n", 8 },
        { "a numeral of a million digits", Header + $"claim \"c\": {new string('7', 1_000_000)} = c\n", 8 },
        { "a hundred thousand parentheses", Header + $"claim \"c\": {new string('(', 100_000)}c{new string(')', 100_000)} = c\n", 8 },
        { "a hundred thousand brackets that stay open", Header + $"claim \"c\": {new string('[', 100_000)}\n", 8 },
        { "a hundred thousand minus signs", Header + $"claim \"c\": {new string('-', 100_000)}c = c\n", 8 },
        { "a setting outside the folder", "use \"../lsa\"\n" + Sound, 1 },
        { "a setting by an absolute path", "use \"/etc/passwd\"\n" + Sound, 1 },
        { "a setting that is not there", "use \"nowhere\"\n" + Sound, 1 },
        { "a tab", "dim d\n\tmatrix A : d × d\n", 2 },
        { "a scalar plus a matrix", Header + "claim \"c\": 1 + A = A\n", 8 },
        { "a size that nothing fixes", Header + "claim \"c\": tr(I) = c\n", 8 },
        { "a transpose by habit", Header + "claim \"c\": tr(A^T) = tr(A)\n", 8 },
        { "a gradient by what is no parameter", Header + "claim \"c\": grad(tr(A); A) = I\n", 8 },
        { "a comparison of unequal shapes", Header + "claim \"c\": A = v\n", 8 },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void It_is_a_line_with_its_place_and_the_other_file_is_checked(string what, string text, int line)
    {
        using var folder = new ClaimFolder(("bad.claim", text), ("sound.claim", Sound));
        var answer = Check(folder);
        Assert.Contains(answer.ErrorLines, error => error.StartsWith($"{folder["bad.claim"]}:{line}:") && error.Contains(": error: "));
        Assert.True(answer.ErrorLines.All(error => error.Length < 500), what);
    }

    [Fact]
    public void Invalid_utf8_has_a_place()
    {
        using var folder = new ClaimFolder(("sound.claim", Sound));
        folder.Write("bad.claim", [.. Encoding.UTF8.GetBytes("dim d\nmatrix "), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(" : d × d\n")]);
        Assert.Contains(Check(folder).ErrorLines, error => error.StartsWith($"{folder["bad.claim"]}:2:8: error: "));
    }

    [Fact]
    public void A_missing_path_is_an_error_beside_what_is_checked()
    {
        using var folder = new ClaimFolder(("sound.claim", Sound));
        Assert.Contains(Check(folder, folder["gone.claim"]).ErrorLines, error => error == $"{folder["gone.claim"]}: error: no such file or folder");
    }

    [Fact]
    public void A_folder_with_no_claims_is_an_error()
    {
        using var folder = new ClaimFolder(("sound.claim", Sound), ("empty/notes.txt", "nothing"), ("hollow/h.claim", "dim d\n"));
        Assert.Contains(Check(folder, folder["empty"]).ErrorLines, error => error.StartsWith($"{folder["empty"]}: error: no claims in this folder"));
        Assert.Contains(Check(folder, folder["hollow"]).ErrorLines, error => error.StartsWith($"{folder["hollow"]}: error: no claims"));
    }

    [Fact]
    public void A_setting_that_comes_back_to_itself_is_an_error()
    {
        using var folder = new ClaimFolder(("bad.claim", "use \"a\"\n" + Sound), ("a.setting", "use \"b\"\n"), ("b.setting", "use \"a\"\n"), ("sound.claim", Sound));
        Assert.Contains(Check(folder).ErrorLines, error => error.Contains(": error: ") && error.Contains(".setting"));
    }

    [Fact]
    public void A_faulty_claim_leaves_the_other_claims_of_its_file()
    {
        using var folder = new ClaimFolder(("bad.claim", Sound + "claim \"faulty\": tr(Q) = 0\nclaim \"after\": tr(A + A) = 2 tr(A)\n"), ("sound.claim", Sound));
        Assert.Contains("claim \"after\"", Check(folder).Out);
    }

    [Fact]
    public void All_errors_of_a_file_are_reported()
    {
        using var folder = new ClaimFolder(("bad.claim", Header + "claim \"c\": tr(Q) = 0\nclaim \"d\": A + B = A\nclaim \"e\": tr(A = 0\n"), ("sound.claim", Sound));
        var places = Check(folder).ErrorLines.Where(error => error.Contains(": error: ")).Select(error => error[folder["bad.claim"].Length..].Split(':')[1]);
        Assert.Equal(["8", "9", "10"], places.Distinct());
    }

    /// <summary>Bounds that make the least sizes huge: what is written out entry by entry gives up, with the reason, before it takes memory; the algebra and the other claims are unharmed.</summary>
    [Theory]
    [InlineData("dim e0, e1\n", "dim e{0} >= e{1} + e{2}\n", 42)]
    [InlineData("dim e0\ndim e1 >= 1000\n", "dim e{0} >= 20 e{1}\n", 3)]
    [InlineData("dim e0\ndim e1 >= 1000\n", "dim e{0} >= 2 e{1}\n", 20)]
    public void Sizes_that_bounds_make_huge_leave_a_claim_undecided(string head, string bound, int count)
    {
        var lines = Enumerable.Range(2, count - 2).Select(i => bound.Replace("{0}", $"{i}").Replace("{1}", $"{i - 1}").Replace("{2}", $"{i - 2}"));
        var huge = head + string.Concat(lines) + $"matrix M : e{count - 1} × e{count - 1}\nclaim \"huge\": tr(M) = tr(M')\nrefute \"huge too\": tr(M) = 2 tr(M')\n";
        using var folder = new ClaimFolder(("huge.claim", huge), ("sound.claim", Sound));
        var answer = CommandLine.Run("check", folder.Root);
        Assert.Contains("claim \"sound\"", answer.Out);
        Assert.Equal(3, answer.Status);
        var numeric = CommandLine.Run("check", folder["huge.claim"], "--routes", "coordinates,simulation");
        Assert.Equal(3, numeric.Status);
        Assert.Equal(4, numeric.Out.Split("entries, even at the least sizes").Length - 1);
    }

    /// <summary>Checks the folder and the further paths: whatever is wrong, the sound claim is checked, the status is 2 and no stack trace is shown.</summary>
    private static Answer Check(ClaimFolder folder, params string[] further)
    {
        string[] arguments = further.Length > 0 ? ["check", folder["sound.claim"], .. further] : ["check", folder.Root];
        var answer = CommandLine.Run(arguments);
        Assert.Contains("claim \"sound\"", answer.Out);
        Assert.Equal(2, answer.Status);
        Assert.False(answer.ShowsStackTrace);
        return answer;
    }
}
