using Verify.Language;
using Verify.Language.Routes;

namespace Verify.Evidence.Tests;

/// <summary>Claims and routes made up for tests of how routes are joined.</summary>
internal static class Made
{
    public static Claim Claim(string name = "claim", bool expectedTrue = true, params Dimension[] dimensions) =>
        new(name, new("made.claim", 1, 1), expectedTrue, new Comparison(Expr.Of(1), Relation.Equal, Expr.Of(1)), [], [.. dimensions], []);

    public static Counterexample Counterexample(params KeyValuePair<Dimension, int>[] dimensions) => new([.. dimensions], [], "1", "2");

    public static Finding Finding(Outcome outcome) => new(outcome, "");

    public static RunSettings Settings(params IRoute[] routes) => RunSettings.Default with { Routes = [.. routes], Threads = 2 };
}

/// <summary>A route that answers with a function of the claim and the settings.</summary>
internal sealed class MadeRoute(string name, Func<Claim, RouteSettings, CancellationToken, Finding> answer) : IRoute
{
    public MadeRoute(string name, Outcome outcome)
        : this(name, (_, _, _) => Made.Finding(outcome))
    {
    }

    public string Name => name;

    public Finding Examine(Claim claim, RouteSettings settings, CancellationToken cancellation) => answer(claim, settings, cancellation);
}
