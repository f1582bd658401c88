using Verify.Language.Reading;

namespace Verify.Language.Tests.Elaboration;

/// <summary>Each kind of error, with its exact place and what it says. The place is where <c>«</c> stands, which is taken out before reading.</summary>
public sealed class ElaborationErrorTests
{
    private const string Setting = """
        dim d, N
        dim k >= 2
        dim M >= d + 2
        matrix Λ, Θ : d × d, spd
        matrix C : N × d
        param U : d × d
        param u : scalar
        scalar c
        random X : N × d ~ normal(rows: Λ)
        random w : d ~ normal(I)
        random v : d ~ moments(mean: 0, cov: Λ)
        let Γ = (1 + 1/N) Λ
        let f(P) = tr(P)
        let risk = tr(Λ)

        """;

    [Theory]
    [InlineData("show Λ + «C", "no sum of d × d and N × d")]
    [InlineData("show 1 + «Λ", "a scalar is no matrix")]
    [InlineData("show Λ «C", "no product of d × d and N × d")]
    [InlineData("show C / «Λ", "a divisor must be a scalar; this is d × d")]
    [InlineData("show tr(«C)", "only a square matrix has a trace; this is N × d")]
    [InlineData("show «C^2", "only a square matrix has powers; this is N × d")]
    [InlineData("show Λ ∘ «C", "no entrywise product of d × d and N × d")]
    [InlineData("show [Λ, «C]", "blocks of one row share their rows; these are d × d and N × d")]
    [InlineData("show [C; «C']", "blocks of one column share their columns; these are N × d and d × N")]
    [InlineData("show sqrt(«Λ)", "sqrt is of a scalar; this is d × d")]
    [InlineData("show tr([Λ, 0; 0, 1] [I, 0; 0, 1]) + tr([«I, 0; 0, I])", "nothing fixes the size of this I")]
    [InlineData("show tr(«I)", "nothing fixes the size of this I")]
    [InlineData("show «riks Λ", "riks is not declared; did you mean risk?")]
    [InlineData("show «Thetas", "Thetas is not declared")]
    [InlineData("show «later\nlet later = Λ", "used before its declaration at line 16")]
    [InlineData("matrix «C : d × d", "C is declared already, at line 5")]
    [InlineData("show grad(tr(Λ); «Λ)", "Λ is not declared param")]
    [InlineData("show grad(«U; U)", "the gradient is of a scalar; this is d × d")]
    [InlineData("show E[w' w | «Λ]", "Λ is not declared random")]
    [InlineData("show min(u^2; u, «u)", "u is named twice")]
    [InlineData("show Λ[U := «C]", "U is d × d, its value here is N × d")]
    [InlineData("show Λ[«Γ := Λ]", "Γ is a definition")]
    [InlineData("show Λ[U := 0, «U := Λ]", "U is replaced twice")]
    [InlineData("show «X[N := M]", "N cannot be replaced here: X is N × d, and free")]
    [InlineData("show Γ[N := «c]", "a dimension is replaced by a size")]
    [InlineData("show Γ[N := «N - 1]", "can be smaller than 1")]
    [InlineData("show lim(tr(X X'); «N -> inf)", "no limit in N: X is N × d, and free")]
    [InlineData("dim K >= N + 1\nshow lim(N/K; «N -> inf)", "no limit in N: K stays as it is, and is at least N + 1")]
    [InlineData("dim K >= N + 1\nclaim \"x\": N/K = 0 as «N -> inf", "no limit in N: K stays as it is, and is at least N + 1")]
    [InlineData("show lim(Γ; «Λ -> 1)", "a limit is taken in a dimension or a scalar")]
    [InlineData("show 1/(«N - 1)", "this denominator is 0 at N = 1; declare dim N >= 2")]
    [InlineData("show 1/(«k - 2)", "this denominator is 0 at k = 2; declare dim k >= 3")]
    [InlineData("show 1/(«N^2 - 5 N + 6)", "this denominator is 0 at N = 2; declare dim N >= 4")]
    [InlineData("show 1/(«M - d - 2)", "declare dim M >= d + 3")]
    [InlineData("show 1/(«N - d)", "this denominator is 0 at N = 1, d = 1")]
    [InlineData("show («N - 1)^-1", "this denominator is 0 at N = 1")]
    [InlineData("show 1/«0", "division by zero")]
    [InlineData("show «(c/(k - 1))[k := N]", "after this substitution a denominator is 0 at N = 1; declare dim N >= 2")]
    [InlineData("show «E[(v' v)^2]", "the moments of v do not determine this expectation")]
    [InlineData("show «E[norm(v)]", "the moments of v do not determine this expectation")]
    [InlineData("show c^«5000", "exponent")]
    [InlineData("show «(((2^64)^64)^64)^64", "more than 1000000 bits")]
    [InlineData("matrix B : «0 × d", "a size is at least 1; this is 0")]
    [InlineData("matrix B : N × d, «spd", "only a square matrix has attributes; this is N × d")]
    [InlineData("dim n >= «c", "c is not declared dim")]
    [InlineData("random y : d ~ normal(«C)", "the covariance must be d × d; this is N × d")]
    [InlineData("random y : d ~ normal(mean: «C, cov: Λ)", "the mean must be d × 1; this is N × d")]
    [InlineData("random Y : N × d ~ normal(«Λ)", "takes rows:")]
    [InlineData("random y : d ~ normal(rows: «c)", "takes cov:")]
    [InlineData("random y : scalar ~ normal(«-1)", "a variance is not negative; this is -1")]
    [InlineData("random Y : d × d, «sym ~ normal(rows: Λ)", "attributes stand with the law any")]
    [InlineData("random y : N ~ labels(of: «X, yx: v)", "labels are of inputs with the law moments(rows: C)")]
    [InlineData("random y : scalar ~ labels(of: v, yx: «Λ)", "E[y x] must be d × 1; this is d × d")]
    [InlineData("random y : scalar ~ labels(of: v, yx: 0, yy: «C)", "E[y^2] is a scalar; this is N × d")]
    [InlineData("random y : scalar ~ labels(of: v, yx: 0, cov: «C)", "the covariance of y x must be d × d; this is N × d")]
    [InlineData("random y : N ~ labels(of: «v, yx: 0)", "one for each input; this is N × 1")]
    [InlineData("random y : d ~ «labels(yx: 0)", "the inputs are missing")]
    [InlineData("random y : d ~ «labels(of: v)", "the moment E[y x] is missing")]
    [InlineData("random y : d ~ labels(of: v, yx: 0, «yx: 0)", "'yx:' is given twice")]
    [InlineData("random y : d ~ labels(of: v, yx: 0, «mean: 0)", "expected 'of:', the inputs, or a moment")]
    [InlineData("random y : d ~ exponential(«Λ)", "the mean is a scalar; this is d × d")]
    [InlineData("random y : d ~ «exponential(-1)", "the mean of exponential entries is positive; this is -1")]
    [InlineData("random y : d ~ «uniform(2, 1)", "uniform(a, b) needs a < b")]
    [InlineData("random Y : d × d ~ «rademacher", "a matrix, here d × d, takes diag")]
    [InlineData("random Y : d × d, spd, diag ~ «uniform(-1, 1)", "entries of this law are not positive for certain")]
    [InlineData("random Y : d × d, diag, orthogonal ~ «rademacher", "entries of a named law make no orthogonal matrix")]
    [InlineData("random y : scalar ~ labels(of: v, yx: 0)\nshow «E[y^2]", "the moments of y and v do not determine this expectation: a term has the degree 2 in y and 0 in v; E[y^2] is given by yy:")]
    [InlineData("random y : scalar ~ labels(of: v, yx: 0)\nshow «E[(y v' v) y]", "a term has the degree 2 in y and 2 in v; the covariance of y x is given by cov:")]
    [InlineData("random y : scalar ~ labels(of: v, yx: 0)\nshow «E[y]", "a term has the degree 1 in y and 0 in v")]
    [InlineData("random y : scalar ~ labels(of: v, yx: 0)\nshow «E[(1 + y^2)^-1]", "it is not a polynomial in them")]
    [InlineData("random y : scalar ~ labels(of: v, yx: 0)\nshow «E[y v | v]", "y is averaged and its inputs are held")]
    [InlineData("random y : scalar ~ labels(of: v, yx: 0)\nshow «E[y v | y]", "y is held and its inputs v are averaged")]
    [InlineData("scalar b > «d", "the bound of a scalar must be a number")]
    [InlineData("show «f(U, U)", "f takes one argument, here it is given 2")]
    [InlineData("show «f", "f is a definition with arguments: write f(P)")]
    [InlineData("let g(P) = «h(P) + tr(P)", "h is not declared")]
    [InlineData("let g(«Λ) = tr(Λ)", "Λ is declared already")]
    [InlineData("let g(P) = «g + tr(P)", "g is used in its own definition")]
    [InlineData("claim \"x\": Λ = «C", "the left side is d × d, the right side N × d")]
    [InlineData("claim \"x\": «C <= C", "an order between matrices needs square ones; this is N × d")]
    [InlineData("claim \"x\": min(tr(U U'); U) = «tr(U)", "the value of a minimum cannot contain the parameter U")]
    [InlineData("claim \"x\": u > 0 along flow(u^2; u = «2 u)", "the start of a flow cannot contain the parameter u")]
    [InlineData("claim \"x\": flow(tr(U U'); U = «C) -> U = 0", "U is d × d, its start N × d")]
    [InlineData("claim \"x\": u conserved along flow(«U; U)", "the loss of a flow is a scalar; this is d × d")]
    [InlineData("claim \"x\": C = C as «N -> inf", "no limit in N: C is N × d, and free")]
    [InlineData("show entry(Λ; 1, «2)", "there is no position 2 where the size d is smaller; declare dim d >= 2")]
    [InlineData("show entry(«Λ; 1)", "an entry of a matrix has two positions, entry(A; i, j); this is d × d")]
    [InlineData("show entry(Λ; «c, 1)", "c is no index: declare it, as in index c : d")]
    [InlineData("index i : N\nshow entry(Λ; «i, 1)", "i is an index up to N, and there are d positions")]
    [InlineData("index i : «1", "an index up to 1 has one value")]
    [InlineData("show tr(«ones)", "nothing fixes the size of this ones")]
    [InlineData("random K : d × k ~ normal(I)\nshow «E[entry(K; 1, 2)^2][k := 1]", "after this substitution there is no position 2 where the size 1 is smaller")]
    [InlineData("use \"«../lsa\"", "")]
    [InlineData("use «\"missing\"", "there is no missing.setting in this folder")]
    public void IsAtItsPlace(string line, string message)
    {
        var text = Setting + line;
        var mark = text.IndexOf('«');
        var file = ClaimReader.ReadText("faulty.claim", text.Remove(mark, 1));
        var error = Assert.Single(file.Errors);
        Assert.Contains(message, error.Message);
        Assert.DoesNotMatch(@"\.$|^(A|An|After|Attributes|Blocks|No|Nothing|Only|The|There|This|With) ", error.Message);
        if (message.Length > 0)
        {
            var before = text[..mark].Split('\n');
            Assert.Equal((before.Length, before[^1].Length + 1), (error.Place.Line, error.Place.Column));
        }
    }

    [Fact]
    public void AllErrorsOfAStatementAndOfAFileAreReported()
    {
        var file = ClaimReader.ReadText("faulty.claim", Setting + "show foo + bar + C Λ Λ + Λ C\nclaim \"good\": tr(Λ) = tr(Λ)\nclaim \"bad\": baz = 1\n");
        Assert.Equal(["foo is not declared", "bar is not declared", "no product of d × d and N × d: the columns of the left factor are not the rows of the right one", "baz is not declared"],
            file.Errors.Select(error => error.Message.Split(';')[0]));
        Assert.Equal("good", Assert.Single(file.Claims).Name);
    }

    [Fact]
    public void AFaultyDeclarationIsReportedOnce()
    {
        var file = ClaimReader.ReadText("faulty.claim", Setting + "let Q = Λ + C\nlet R = Q Q\nclaim \"x\": R = Q\nclaim \"y\": Λ = Λ\n");
        Assert.Equal(15, Assert.Single(file.Errors).Place.Line);
        Assert.Equal("y", Assert.Single(file.Claims).Name);
    }

    [Theory]
    [InlineData("random ρ : scalar > 0 ~ any\nrandom e : d ~ normal(ρ Λ)\nlet g(P) = ρ P\nclaim \"x\": E[ρ] = E[e' e]\nclaim \"y\": g(Λ) = 0")]
    [InlineData("dim k > 3\nmatrix B : k × k\nclaim \"x\": tr(B) = k")]
    [InlineData("use \"missing\"\nclaim \"x\": B = Ω\nmatrix K : m × m\nlet g(P) = Ω P")]
    [InlineData("claim \"x\": (((((2^60)^60)^60)^60)^60)^60 = 1")]
    [InlineData("claim \"x\": 2 ((2^60)^60)^60 (2^60)^(60) (((2^64)^64)^64)^64 = 1")]
    public void WhatFollowsFromAnErrorIsNoFurtherError(string lines) =>
        Assert.Single(ClaimReader.ReadText("faulty.claim", Setting + lines).Errors);

    [Fact]
    public void ABoundKeepsADenominatorFromVanishing()
    {
        const string text = "dim d\ndim n >= 3\ndim N >= d + 2\nshow 1/(n - 2) + 1/(N - d - 1) + 1/(N - 2) + 1/(n^2 - 3 n + 2) + 1/(N + d)";
        Assert.Empty(ClaimReader.ReadText("sound.claim", text).Errors);
    }
}
