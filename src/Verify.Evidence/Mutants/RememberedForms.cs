using System.Collections.Concurrent;
using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Mutants;

/// <summary>Closed forms that are derived once: the mutants of a claim share what was not changed.</summary>
internal sealed class RememberedForms(IClosedForms forms) : IClosedForms
{
    private readonly ConcurrentDictionary<Expr, Expr?> _known = [];

    /// <inheritdoc/>
    public string Provenance => forms.Provenance;

    /// <inheritdoc/>
    public Expr? Of(Expr expression, CancellationToken cancellation)
    {
        if (_known.TryGetValue(expression, out var known))
        {
            return known;
        }

        var form = forms.Of(expression, cancellation);
        _known[expression] = form;
        return form;
    }
}
