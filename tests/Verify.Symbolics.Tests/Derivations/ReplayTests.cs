using Verify.Language;
using Verify.Language.Reading;
using Verify.Language.Routes;
using Verify.Symbolics.Tests.Decisions;
using Verify.Symbolics.Tests.Numeric;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Derivations;

/// <summary>Steps of derivations replayed on random numbers: both sides of every step without E, grad, min and lim have one value.</summary>
public sealed class ReplayTests
{
    [Fact]
    public void Both_sides_of_every_step_are_equal_at_random_values()
    {
        var replayed = 0;
        foreach (var path in RepositoryFiles.ClaimFiles("zhang-frei-bartlett-2024"))
        {
            // Under conditions a step may use them, and random values do not satisfy them.
            foreach (var claim in ClaimReader.Read(path).Claims.Where(claim => claim.Conditions.IsEmpty && (claim.Statement is not AlongFlow || claim.Steps.IsEmpty)))
            {
                foreach (var step in Claims.Examine(claim).Derivation.Where(step => step.Relation == Relation.Equal && IsPlain(step.From) && IsPlain(step.To)))
                {
                    replayed += Replay(path, claim, step) ? 1 : 0;
                }
            }
        }

        Assert.True(replayed > 60, $"only {replayed} steps were replayed");
    }

    [Fact]
    public void A_proof_has_steps_with_their_rules()
    {
        var rules = Claims.Examine("min(tr(U Λ U') - 2 tr(A' U); U) = -tr(A Λ^-1 A') at U = A Λ^-1").Derivation.Select(step => step.Rule);
        Assert.Contains("completed square in U", rules);
    }

    private static bool Replay(string path, Claim claim, DerivationStep step)
    {
        var dimensions = step.From.FreeDimensions.Union(step.To.FreeDimensions).Order()
            .Select((dimension, i) => (dimension, Math.Max(2 + i, dimension.LowerBounds.Select(bound => bound.IsConstant ? bound.Constant : 9).DefaultIfEmpty(1).Max())))
            .ToArray();
        var at = new Instance(7, dimensions);
        var (from, to) = (ExprValue.Of(step.From, at), ExprValue.Of(step.To, at));
        var scale = 1 + from.Cast<double>().Max(Math.Abs);
        if (from.Cast<double>().Any(double.IsNaN))
        {
            return false;
        }

        foreach (var (x, y) in from.Cast<double>().Zip(to.Cast<double>()))
        {
            Assert.True(Math.Abs(x - y) <= 1e-7 * scale, $"{path}: {claim.Name}: {step.Rule}: {x} became {y}");
        }

        return true;
    }

    private static bool IsPlain(Expr expression) => expression is not (Expectation or Gradient or Minimum or Limit or OperatorNorm or BlockMatrix or NegativeEigenvalues or SingularValues)
        && expression.Children.All(IsPlain);
}
