namespace Verify.Language.Elaboration;

/// <summary>Finds the unknown sizes of one statement from what its places demand.</summary>
internal sealed class SizeSolver(ErrorList errors)
{
    private List<SizeConstraint> _open = [];

    /// <summary>Adds a demand and works with it at once.</summary>
    public void Add(SizeConstraint constraint)
    {
        if (!Settles(constraint))
        {
            _open.Add(constraint);
        }
    }

    /// <summary>Works until nothing more follows.</summary>
    public void Solve()
    {
        for (var before = -1; before != _open.Count && _open.Count > 0;)
        {
            before = _open.Count;
            _open = [.. _open.Where(constraint => !Settles(constraint))];
        }
    }

    /// <summary>Works until nothing more follows even with the likeliest reading of what is left open.</summary>
    public void SolveWithGuesses()
    {
        Solve();
        while (_open.Any(constraint => constraint.Guess()))
        {
            Solve();
        }

        // A reading that failed may have fixed sizes, and shown that its demand cannot be met.
        Solve();
    }

    private bool Settles(SizeConstraint constraint)
    {
        var met = constraint.Advance();
        if (met == false)
        {
            errors.Report(constraint.At, constraint.Failure);
        }

        return met is not null;
    }
}
