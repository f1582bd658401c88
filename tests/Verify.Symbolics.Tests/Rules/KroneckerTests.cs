using Verify.Language;
using Verify.Language.Routes;
using Verify.Symbolics.Kronecker;
using Verify.Symbolics.Tests.Decisions;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Rules;

/// <summary>vec and kron: what a scalar is written as has its value, and true and false equations are told apart.</summary>
public sealed class KroneckerTests
{
    private const string Setting = """
        dim d, n, m
        scalar s
        vector v : d
        vector w : n
        matrix A, B : d × d
        matrix F, G : d × n
        matrix K : m × n
        matrix R, S : n × n
        param  u : d * n
        random q : d ~ normal(I)

        """;

    public static TheoryData<string> Scalars =>
    [
        "vec(F)' vec(G)",
        "vec(F)' kron(R, A) vec(G)",
        "vec(F)' kron(R', A)' kron(S, B) vec(G)",
        "(kron(R, A) vec(F))' (s vec(G) - kron(S, B') vec(F))",
        "kron(w, v)' kron(R, A) kron(w, A v)",
        "kron(w', v') kron(w, v)",
        "vec(F)' kron(w, I) v",
        "tr(kron(A, R))",
        "tr(kron(A, R) kron(B, S)' kron(A, R)^2)",
        "tr(kron(R, A) vec(F) vec(G)' kron(S, I))",
        "tr((kron(R, A) + s kron(S, I)) vec(F) vec(G)')",
        "norm(kron(A, R) - 2 kron(B, S))^2",
        "tr(kron(A, R)^-1 kron(A^2, R^2))",
        "vec(F)' (kron(R, A) - 3 kron(S, B))^2 vec(G)",
        "vec(F)' [kron(R, A), kron(w, B)] [vec(G); v]",
        "vec([F, v])' kron([R, w; w', s], A) vec([G, A v])",
        "w' kron(v', R) kron(v, w)",
    ];

    [Theory]
    [MemberData(nameof(Scalars))]
    public void What_it_is_written_as_has_its_value(string text)
    {
        var written = SoundFile.Read(Setting + $"show {text}\n").Shows.Single().Expression;
        using var algebra = Algebra.Enter(1_000_000);
        var (plain, _) = KroneckerElimination.Of(written);
        Assert.False(new Unfoldings().Occurs(plain));
        var at = new Instance(11, [.. written.FreeDimensions.Union(plain.FreeDimensions).Order().Select((dimension, i) => (dimension, 2 + i))]);
        var (expected, value) = (PlainValues.Of(written, at)[0, 0], PlainValues.Of(plain, at)[0, 0]);
        Assert.Equal(expected, value, 1e-9 * (1 + Math.Abs(expected)));
    }

    [Theory]
    [InlineData("vec(K R S) = kron(S', K) vec(R)")]
    [InlineData("vec(K F') = kron(F, K) vec(I + 0 * R)")]
    [InlineData("kron(A, R) kron(B, S) = kron(A B, R S)")]
    [InlineData("kron(A, R)^-1 = kron(A^-1, R^-1)")]
    [InlineData("kron(F, K)' = kron(F', K')")]
    [InlineData("kron(A, R) kron(v, w) = kron(A v, R w)")]
    [InlineData("kron(w, v) = vec(v w')")]
    [InlineData("kron(w, v)' = vec(v w')'")]
    [InlineData("kron(w, v) kron(w, v)' = kron(w w', v v')")]
    [InlineData("kron([A, v], R) = [kron(A, R), kron(v, R)]")]
    [InlineData("E[kron(q q', R)] = kron(I + 0 * A, R)")]
    [InlineData("grad(u' kron(R, A) u; u) = kron(R + R', A) u - kron(R', A - A') u")]
    public void A_true_equation_is_proved(string statement) => Assert.Equal(Outcome.Proved, Examine(statement));

    [Theory]
    [InlineData("vec(K R S) = kron(S, K) vec(R)")]
    [InlineData("kron(A, R) kron(B, S) = kron(B A, R S)")]
    [InlineData("kron(A, B) = kron(B, A)")]
    [InlineData("kron(A, B)' = kron(B', A')")]
    [InlineData("vec(A)' vec(B) = tr(A B)")]
    [InlineData("E[kron(q, q)] = vec(2 * I + 0 * A)")]
    [InlineData("tr(kron(A, R)) = tr(A) + tr(R)")]
    public void A_false_equation_is_not_proved(string statement) => Assert.Equal(Outcome.Disagrees, Examine(statement));

    [Theory]
    [InlineData("u' kron(R, A) u = u' u")]
    [InlineData("tr(vec(F)' kron(R, A) u) = vec(G)' kron(S, B) u + norm(u)")]
    public void A_vector_that_meets_kron_and_stands_beside_it_keeps_its_tie(string statement) => Assert.NotEqual(Outcome.Proved, Examine(statement));

    private static Outcome Examine(string statement) => Claims.Examine(SoundFile.Read(Setting + $"claim \"it\": {statement}\n").Claims.Single()).Outcome;
}
