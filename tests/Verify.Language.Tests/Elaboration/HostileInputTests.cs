using Verify.Language.Reading;

namespace Verify.Language.Tests.Elaboration;

/// <summary>Short files that would take all memory or time, found by the fuzzer or by reading: each is an error with its place.</summary>
public sealed class HostileInputTests
{
    private const string Head = "dim d\nmatrix A : d × d\nmatrix W : (d + 1) × (d + 1)\nvector v : d\n";

    public static TheoryData<string, string> Doublings => new()
    {
        { "let L{0} = kron(L{1}, L{1})\n", "a size here is too large" },
        { "let L{0} = kron(L{1}, W)\n", "a size here is too large" },
        { "let L{0} = [L{1}, L{1}; L{1}, L{1}]\n", "a size here is too large" },
        { "let L{0} = vec(kron(L{1}, W))\n", "a size here is too large" },
    };

    [Theory]
    [MemberData(nameof(Doublings))]
    public void A_size_that_every_line_squares_is_an_error(string line, string message)
    {
        var lines = Enumerable.Range(1, 70).Select(i => line.Replace("{0}", $"{i}").Replace("{1}", $"{i - 1}"));
        var file = Read("let L0 = A\n" + string.Concat(lines) + "claim \"after\": tr(A') = tr(A)\nclaim \"lost\": L70 = 0\n");
        Assert.Contains(file.Errors, error => error.Message == message);
        Assert.Equal(["after"], file.Claims.Select(claim => claim.Name));
    }

    [Fact]
    public void Definitions_that_call_each_other_twice_are_cut_short()
    {
        var lines = Enumerable.Range(1, 60).Select(i => $"let F{i}(x) = F{i - 1}(F{i - 1}(x))\n");
        var file = Read("let F0(x) = x x\n" + string.Concat(lines) + "claim \"c\": F60(A) = A\n");
        Assert.Contains("parts, or", Assert.Single(file.Errors).Message);
    }

    [Fact]
    public void Errors_past_those_that_anyone_reads_are_not_sought()
    {
        var file = Read(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"claim \"c{i}\": A + v = x{i}\n")));
        Assert.InRange(file.Errors.Length, 100, 500);
    }

    /// <summary>The 0 must be 1 × d for the product with v, and n wide for the product with K.</summary>
    [Fact]
    public void A_zero_that_can_have_no_size_is_an_error_and_no_fault() =>
        Assert.NotEmpty(Read("dim n\nmatrix K : (d * n) × d\nclaim \"c\": tr(kron(0 v, A) K) = 0\n").Errors);

    private static ClaimFile Read(string text) => ClaimReader.ReadText("hostile.claim", Head + text);
}
