using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>Closed forms by the algebra, for the simulation: a variance, or a loss to be integrated or minimised. A share of a claim's work goes into each.</summary>
internal sealed class DerivedForms(IDerivingRoute route, RouteSettings settings) : IClosedForms
{
    private const int Share = 20;

    /// <inheritdoc/>
    public string Provenance => "the algebra";

    /// <inheritdoc/>
    public Expr? Of(Expr expression, CancellationToken cancellation)
    {
        try
        {
            var derived = route.Derive(expression, settings with { WorkLimit = Math.Max(settings.WorkLimit / Share, 1) }, cancellation);
            return derived.NormalForm is { } form ? new Substitution(derived.Blocks).In(form) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A closed form is a help: where the algebra breaks down on one, its own report on the claim says so.
            return null;
        }
    }
}
