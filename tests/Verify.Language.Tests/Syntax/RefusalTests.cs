using Verify.Language.Syntax;

namespace Verify.Language.Tests.Syntax;

/// <summary>What the language refuses, each with its place and what to write instead.</summary>
public sealed class RefusalTests
{
    /// <summary>Both readings are shown, and each of them parses.</summary>
    [Theory]
    [InlineData("1/N x", 5, "1/N * x", "1/(N x)")]
    [InlineData("a b/c d", 7, "a b / c * d", "a b / (c d)")]
    [InlineData("tr(Λ)/N I", 9, "tr(Λ)/N * I", "tr(Λ)/(N I)")]
    [InlineData("x/2 (y + z)", 5, "x/2 * (y + z)", "x/(2 (y + z))")]
    [InlineData("a / N(N - 1)", 6, "a/N * (N - 1)", "a/(N (N - 1))")]
    [InlineData("a/s [U; V]", 5, "a/s * [U; V]", "a/(s [U; V])")]
    [InlineData("2 3", 1, "2 * 3", "23")]
    [InlineData("x 2 1/2", 3, "2 * 1", "21")]
    [InlineData("x^2 3", 3, "2 * 3", "23")]
    [InlineData("a/1/2", 3, "(a/1)/2", "a/(1/2)")]
    [InlineData("a / -1 / 2", 6, "(a/1)/2", "a/(1/2)")]
    [InlineData("1/2/3", 3, "(1/2)/3", "1/(2/3)")]
    [InlineData("3/2^2", 1, "(3/2)^2", "3/(2^2)")]
    [InlineData("3 / 2²", 1, "(3/2)^2", "3/(2^2)")]
    [InlineData("x^1/2", 3, "x^1 / 2", "x^(1/2)")]
    [InlineData("A^-1/4", 3, "A^-1 / 4", "A^(-1/4)")]
    public void AnAmbiguityShowsBothReadings(string expression, int column, string one, string other)
    {
        var error = Assert.Single(Parser.Parse("test.claim", $"show {expression}").Errors);
        Assert.Equal((1, column + 5), (error.Place.Line, error.Place.Column));
        Assert.EndsWith($"can be read in two ways: write {one} or {other}", error.Message);
        Assert.All([one, other], reading => Assert.Empty(Parser.Parse("test.claim", $"show {reading}").Errors));
    }

    [Theory]
    [InlineData("x^2^3", 4, "write (x^2)^3")]
    [InlineData("A^T", 3, "write A'")]
    [InlineData("(A B)^T", 7, "write (A B)'")]
    [InlineData("1e-3", 1, "write 0.001 or 10^-3")]
    [InlineData("2 + 1E5 x", 5, "no exponent part")]
    [InlineData("A.T", 2, "write A'")]
    [InlineData("(A B).T", 6, "write A'")]
    [InlineData("A**2", 2, "write A^2")]
    [InlineData("A == B", 3, "write =")]
    [InlineData("A × B", 3, "write * for a product")]
    [InlineData("A @ B", 3, "write A B")]
    [InlineData("A .* B", 3, "write A ∘ B")]
    [InlineData("||A||", 1, "write norm(A)")]
    [InlineData("|A|", 1, "write norm(A)")]
    [InlineData("√2", 1, "write sqrt(s)")]
    [InlineData("A^{-1}", 3, "group with parentheses")]
    [InlineData("\\Lambda", 1, "written out, Lambda")]
    [InlineData("A’", 2, "write '")]
    [InlineData(".5", 1, "0.5")]
    [InlineData("1.", 1, "0.5")]
    [InlineData("1.2.3", 1, "0.5")]
    [InlineData("x^0.5", 3, "^(0.5)")]
    [InlineData("x^-0.5", 4, "^(-0.5)")]
    [InlineData("x^N", 3, "expected an exponent: an integer")]
    [InlineData("2^(10^9)", 6, "a number such as 1/2 and no formula")]
    [InlineData("2^(N)", 4, "a rational number as exponent")]
    [InlineData("2^1000000000", 3, "at most 64")]
    [InlineData("x^(1/100)", 3, "at most 64")]
    [InlineData("x⁶⁵", 2, "at most 64")]
    [InlineData("x⁻", 2, "superscript exponent")]
    [InlineData("1/0", 3, "division by zero")]
    [InlineData("x^(1/0)", 6, "division by zero")]
    [InlineData("tr[A]", 3, "tr(…)")]
    [InlineData("tr A", 4, "as in tr(A)")]
    [InlineData("E(x)", 2, "E[…]")]
    [InlineData("E[x, y]", 4, "after what is averaged")]
    [InlineData("grad(f, P)", 7, "grad(f; P)")]
    [InlineData("grad(f; P, Q)", 10, "one parameter")]
    [InlineData("min(F)", 6, "min(F; P, …)")]
    [InlineData("lim(x; N -> -inf)", 14, "stands only as the target")]
    [InlineData("inf", 1, "stands only as the target")]
    [InlineData("flow(F; P)", 1, "part of a claim")]
    [InlineData("logdet(A)", 1, "reserved for a later version")]
    [InlineData("A + where", 5, "reserved for a later version")]
    [InlineData("[a := 0]", 1, "follows the expression that it changes")]
    [InlineData("L[a := 0, b]", 12, "expected ':='")]
    [InlineData("L[tr := 0]", 3, "'tr' is a reserved word")]
    [InlineData("[A, B; C]", 8, "the first has 2, this one 1")]
    [InlineData("A + ", 4, "expected an expression, found the end of the statement")]
    [InlineData("A +* B", 4, "expected an expression, found '*'")]
    [InlineData("A = B", 3, "expected the end of the statement")]
    [InlineData("A let B = C", 3, "on a line of its own")]
    public void AFaultyExpressionIsOneErrorAtItsPlace(string expression, int column, string message)
    {
        var error = Assert.Single(Parser.Parse("test.claim", $"show {expression}").Errors);
        Assert.Equal((1, column + 5), (error.Place.Line, error.Place.Column));
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData("dim d > 2", 7, "d >= 2")]
    [InlineData("dim 2", 5, "the name of a dimension")]
    [InlineData("dim N >= d - 1", 12, "a sum of dimensions and integers")]
    [InlineData("scalar E", 8, "'E' is a reserved word")]
    [InlineData("scalar sum", 8, "reserved for a later version")]
    [InlineData("scalar c : d", 10, "a scalar has no shape")]
    [InlineData("scalar c = 2", 10, "let c")]
    [InlineData("matrix A : scalar", 12, "scalar A")]
    [InlineData("matrix A d × d", 10, "':'")]
    [InlineData("matrix A : d × d, spd, big", 24, "sym, psd, spd, diag or orthogonal")]
    [InlineData("matrix A : d × d × d", 18, "two sizes")]
    [InlineData("matrix A : 2x3", 12, "2 x 3")]
    [InlineData("matrix A : 1.5 × d", 12, "integers")]
    [InlineData("matrix A : 1000000 × d", 12, "up to 1000")]
    [InlineData("vector v : d × 1", 14, "one size")]
    [InlineData("param U : d × d, spd", 16, "no attributes")]
    [InlineData("random X : d", 13, "'~' and a law")]
    [InlineData("random X : d ~ gamma(1)", 16, "a law")]
    [InlineData("random X : d ~ normal()", 23, "an expression")]
    [InlineData("random X : d ~ normal(mean: m)", 16, "the covariance is missing")]
    [InlineData("random X : d ~ normal(cov: C, rows: C)", 31, "given twice")]
    [InlineData("random X : d ~ normal(mean: m, mean: m)", 32, "given twice")]
    [InlineData("random X : d ~ normal(var: C)", 23, "'mean:', 'cov:' or 'rows:'")]
    [InlineData("random X : d ~ moments(C)", 24, "which moment")]
    [InlineData("let f() = 1", 7, "the name of an argument")]
    [InlineData("let y : d", 7, "'=' and the definition of 'y'")]
    [InlineData("use lsa", 5, "between double quotes")]
    [InlineData("title \"a", 7, "no closing")]
    [InlineData("claim A = B", 7, "the name of the claim between double quotes")]
    [InlineData("claim \"x\" A = B", 11, "':' after the name")]
    [InlineData("claim \"x\": A", 13, "a relation")]
    [InlineData("claim \"x\": A < B < C", 18, "one relation")]
    [InlineData("claim \"x\": A conserved", 23, "'along'")]
    [InlineData("claim \"x\": A conserved along flow(F; P = 0)", 38, "write P alone")]
    [InlineData("claim \"x\": A = B along flow(F; P)", 32, "P = …")]
    [InlineData("claim \"x\": A < B as N -> inf", 12, "A = B as N -> inf")]
    [InlineData("claim \"x\": A = B at U = 0", 18, "'at' follows a minimum")]
    [InlineData("claim \"x\": min(F; P) <= B at U = 0", 27, "'at' follows a minimum")]
    [InlineData("claim \"x\": min(F; P) = B at P < 0", 29, "only = stands here")]
    [InlineData("claim \"x\": flow(F; P) -> P = 0", 20, "P = …")]
    [InlineData("claim \"x\": A = B as N -> inf, M", 32, "'->'")]
    [InlineData("claim \"x\": A = B assuming C", 28, "a relation")]
    [InlineData("prove A", 1, "a statement, which begins with")]
    public void AFaultyStatementIsOneErrorAtItsPlace(string statement, int column, string message)
    {
        var error = Assert.Single(Parser.Parse("test.claim", statement).Errors);
        Assert.Equal((1, column), (error.Place.Line, error.Place.Column));
        Assert.Contains(message, error.Message);
    }
}
