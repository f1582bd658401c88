namespace Verify.Evidence.Tests.Soundness;

/// <summary>Where a proof would be most likely to be wrong: divisors that vanish, signs of roots, spectra of unknown sign, conditions used for more than they say.</summary>
public sealed class SuspicionTests
{
    [Theory]
    [InlineData("S T >= 0 assuming S T = T S")] // symmetric as a product of commuting letters, and indefinite
    [InlineData("S T S >= 0 assuming S T = T S")]
    [InlineData("A D F A' >= 0")]
    [InlineData("D F >= 0")]
    [InlineData("tr((s^2 Λ + I)^-1 s^2 Λ) > 0")] // written (Λ + s^-2 I)^-1, and 0 at s = 0
    [InlineData("r tr((r A A' + I)^-1) > 0")]
    [InlineData("r (r A A' + I)^-1 != 0")]
    [InlineData("(r Λ + I)^-1 r Λ > 0")]
    [InlineData("((N - 2) Λ + I)^-1 < I")]
    [InlineData("min(r tr(U' (r Λ + I)^-1 U) - 2 r tr(U); U) = -r tr(r Λ + I) at U = r Λ + I")] // attained everywhere at r = 0
    [InlineData("min(r u^2 - 2 r u; u) = -r at u = 1")]
    [InlineData("sqrt((t - 1)^-2) = (t - 1)^-1")] // |t - 1|
    [InlineData("sqrt((1/(t - 1))^2) = 1/(t - 1)")]
    [InlineData("sqrt((t^2 + 1)/(t - 1)^2) = sqrt(t^2 + 1)/(t - 1)")]
    [InlineData("(t - 1) * sqrt((s - 1)/(t - 1)) >= 0")] // both may be negative
    [InlineData("sqrt(tr(A)^2) = tr(A)")]
    [InlineData("tr((S^2)^(1/2)) = tr(S)")] // |S|
    [InlineData("(S^-2)^(1/2) = S^-1")]
    [InlineData("(D^2)^(1/2) = D")]
    [InlineData("tr(Λ^-1)^2 >= d tr(Λ^-2)")] // Chebyshev's inequality the other way round
    [InlineData("tr(Λ^(-3/2)) d <= tr(Λ^(-1/2)) tr(Λ^-1)")]
    [InlineData("u s - u^2 conserved along flow(s u; u) assuming s = u")] // s stays fixed along the flow
    [InlineData("u conserved along flow(u^2; u) assuming u > 0")]
    [InlineData("u - v conserved along flow(u v^2; u, v)")]
    [InlineData("grad(s tr(U); U) = 2 tr(U) I assuming s = tr(U)")]
    [InlineData("s = 2 assuming s >= 1, s <= 1")]
    [InlineData("s <= 0 assuming s^2 = 1")]
    [InlineData("s^2 >= t^2 assuming s >= t")]
    [InlineData("1/s >= 1/t assuming s <= t")]
    [InlineData("x x' <= I assuming x' x <= 2")]
    [InlineData("x' Λ x > 0")]
    [InlineData("tr(Λ P) > 0")]
    [InlineData("(P + I)^-1 < I")]
    [InlineData("Λ Ω + Ω Λ >= 0")]
    [InlineData("tr(S T S T) >= 0")]
    [InlineData("A' B = B A' assuming A B = B A")]
    [InlineData("A D = D A")]
    [InlineData("diag(A B) = diag(A) diag(B)")]
    [InlineData("tr((A ∘ B) S) = tr((A ∘ S) B)")]
    [InlineData("Q^2 = I")]
    [InlineData("E[H^2] = E[H]^2")]
    [InlineData("min(tr(U P U') - 2 tr(P U); U) = -tr(P) at U = I")] // attained elsewhere too
    [InlineData("min(tr(U S U'); U) = 0")]
    [InlineData("min(s u^2 - 2 s u; u) = -s")]
    [InlineData("min(tr((U A - I) (U A - I)'); U) = 0")] // A may be singular
    [InlineData("min((u - s)^2; u) = 0 at s u = s^2")]
    [InlineData("min((u - s)^2; u) = 0 at (u - s) (u + 1) = 0")]
    [InlineData("min(tr((U - A) (U - A)'); U) = 0 at P U = P A")]
    [InlineData("lim(1/(s + 1/N); N -> inf) = 1/s + 1")]
    [InlineData("(N - 1) (N - 2) > 0")]
    public void WhatIsFalseIsNeitherProvedNorSupported(string statement)
    {
        var report = Asked.About(statement);
        Assert.False(report.Faulted);
        Assert.Contains(report.Verdict, new[] { Verdict.Refuted, Verdict.Undecided });
    }

    [Theory]
    [InlineData("D F D F >= 0")]
    [InlineData("tr(D F D F) >= 0")]
    [InlineData("A D^2 A' >= 0")]
    [InlineData("(r Λ + I)^-1 r Λ >= 0")]
    [InlineData("(p Λ + I)^-1 p Λ > 0")]
    [InlineData("tr((s^2 Λ + I)^-1 s^2 Λ) >= 0")]
    [InlineData("((N - 2) Λ + I)^-1 ((N - 2) Λ + I) = I")]
    [InlineData("min(r tr(U' (r Λ + I)^-1 U) - 2 r tr(U); U) = -r tr(r Λ + I)", false)]
    [InlineData("sqrt((t^2 + 1)^-2) = (t^2 + 1)^-1")]
    [InlineData("sqrt((t - 1)^-4) = (t - 1)^-2")]
    [InlineData("(P^2)^(1/2) = P")]
    [InlineData("(S^4)^(1/2) = S^2")]
    [InlineData("tr(Λ^-1)^2 <= d tr(Λ^-2)")]
    [InlineData("tr(Λ^2) tr(Λ^-1) >= d * tr(Λ)")]
    [InlineData("u^2 - 2 s u conserved along flow(s u; u) assuming s = u", false)]
    [InlineData("u - v conserved along flow(u v; u, v) assuming u = v", false)]
    [InlineData("grad(s tr(U); U) = tr(U) I assuming s = tr(U)")]
    [InlineData("s = 1 assuming s >= 1, s <= 1")]
    [InlineData("N * (C^2 - tr(C) C + 1/2 * (tr(C)^2 - tr(C^2)) * I) = 0 as N -> inf", false)] // Cayley and Hamilton
    [InlineData("P = 0 assuming tr(P) = 0", false)]
    [InlineData("x x' <= I assuming x' x <= 1")]
    [InlineData("tr(S B S B) = tr(S^2 B^2) assuming S B = B S")]
    [InlineData("G (G' G)^-1 G' G = G")]
    [InlineData("(I + G G')^-1 G = G (I + G' G)^-1")]
    [InlineData("u conserved along flow(u^2; u) assuming u = 0, u = 1", false)]
    public void WhatIsTrueIsNotRefuted(string statement, bool isProved = true)
    {
        var report = Asked.About(statement);
        Assert.False(report.Faulted);
        Assert.DoesNotContain(report.Verdict, new[] { Verdict.Refuted, Verdict.Conflict });
        Assert.True(!isProved || report.Verdict == Verdict.Proved, $"{report.Verdict}: {report.Reason}");
    }
}
