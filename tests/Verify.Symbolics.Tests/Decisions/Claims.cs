using Verify.Language;
using Verify.Language.Routes;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Decisions;

/// <summary>Claims written in the language, examined by route 1.</summary>
internal static class Claims
{
    /// <summary>Declarations that most tests share.</summary>
    public const string Setting = """
        dim d, N
        dim k >= 2
        scalar s, t
        scalar σ > 0
        vector x, y : d
        matrix A, B : d × d
        matrix C : 2 × 2
        matrix Λ, Ω : d × d, spd
        matrix P : d × d, psd
        matrix Q : d × d, orthogonal
        random X : N × d ~ normal(rows: Λ)
        param  U, V : d × d
        param  u, v : scalar
        param  z : d

        """;

    /// <summary>What route 1 says of a statement in the shared setting.</summary>
    public static Finding Examine(string statement) => Examine(SoundFile.Read(Setting + $"claim \"it\": {statement}\n").Claims.Single());

    /// <summary>What route 1 says of a claim.</summary>
    public static Finding Examine(Claim claim) => new SymbolicRoute().Examine(claim, RouteSettings.Default, CancellationToken.None);
}
