namespace Verify.Language.Routes;

/// <summary>Closed forms of expectations, handed to a route with their provenance. Whoever uses one tests it against data of his own, and a mismatch is a conflict.</summary>
public interface IClosedForms
{
    /// <summary>Where they come from, for reports: <c>the algebra</c>.</summary>
    string Provenance { get; }

    /// <summary>The expression with its expectations in closed form, or null where none is in reach. Cancellation throws <see cref="OperationCanceledException"/>.</summary>
    Expr? Of(Expr expression, CancellationToken cancellation);
}
