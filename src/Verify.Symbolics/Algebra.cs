using Verify.Language;
using Verify.Symbolics.Families;
using Verify.Symbolics.Scalars;
using Verify.Symbolics.Words;

namespace Verify.Symbolics;

/// <summary>
/// The workspace of one claim, ambient on its thread: the tables that make generators, letters and poles unique, in an order fixed by first use,
/// the conditions that may be used as rules, and the count of work. Values made in one workspace have no meaning in another.
/// </summary>
internal sealed class Algebra : IDisposable
{
    [ThreadStatic]
    private static Algebra? _current;

    private readonly Algebra? _outer;
    private readonly long _limit;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<Generator, Generator> _generators = [];
    private readonly Dictionary<Atom, Atom> _atoms = [];
    private readonly Dictionary<Letter, Letter> _letters = [];
    private readonly List<Pole> _poles = [];
    private readonly Dictionary<Generator, Scalar> _values = [];
    private readonly List<(Atom, Atom)> _commuting = [];
    private Leaves _conditioned = Leaves.None;
    private Leaves _divisors = Leaves.None;
    private long _nextCheck;


    private Algebra(long limit, CancellationToken cancellation) =>
        (_outer, _limit, _cancellation) = (_current, limit, cancellation);

    /// <summary>The workspace entered on this thread.</summary>
    public static Algebra Current => _current ?? throw new InvalidOperationException("No algebra was entered on this thread.");

    /// <summary>Work done so far, in terms made.</summary>
    public long Work { get; private set; }

    /// <summary>The poles met so far, in order.</summary>
    public IReadOnlyList<Pole> Poles => _poles;

    /// <summary>The symbols of unknown law that stand for their declaration within closed expectations.</summary>
    public List<Symbol> StandIns { get; } = [];

    /// <summary>Products of functions of one symbol, once computed.</summary>
    public Dictionary<ElementPair, FamilySum> ElementProducts { get; } = [];

    /// <summary>Whether a condition made two symbols commute.</summary>
    public bool HasCommutingConditions => _commuting.Count > 0;

    /// <summary>Whether the claim was taken apart so that different indices, and an index and a number, stand for different positions.</summary>
    public bool PositionsDiffer { get; set; }

    /// <summary>Enters a new workspace on this thread until it is disposed.</summary>
    public static Algebra Enter(long workLimit, CancellationToken cancellation = default) => _current = new(workLimit, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _current = _outer;

    /// <summary>Counts work; past the limit throws <see cref="WorkLimitException"/>, after cancellation <see cref="OperationCanceledException"/>.</summary>
    public void Spend(long units)
    {
        Work += units;
        if (Work < _nextCheck)
        {
            return;
        }

        _nextCheck = Work + 1024;
        _cancellation.ThrowIfCancellationRequested();
        if (Work > _limit)
        {
            throw new WorkLimitException($"the algebra reached its work limit of {_limit} terms");
        }
    }

    /// <summary>The unique generator equal to the candidate.</summary>
    public Generator Unique(Generator candidate) => Unique(_generators, candidate);

    /// <summary>The generator equal to the candidate, if one was met before.</summary>
    public Generator? Known(Generator candidate) => _generators.GetValueOrDefault(candidate);

    /// <summary>The unique atom equal to the candidate.</summary>
    public Atom Unique(Atom candidate) => Unique(_atoms, candidate);

    /// <summary>The atom equal to the candidate, if one was met before.</summary>
    public Atom? Known(Atom candidate) => _atoms.GetValueOrDefault(candidate);

    /// <summary>The unique letter equal to the candidate.</summary>
    public Letter Unique(Letter candidate) => Unique(_letters, candidate);

    /// <summary>The pole of a non-zero value; equal values are one pole.</summary>
    public Pole PoleAt(Scalar value)
    {
        foreach (var known in _poles)
        {
            if (known.Value.SameAs(value))
            {
                return known;
            }
        }

        _poles.Add(new(value, _poles.Count));
        return _poles[^1];
    }

    /// <summary>
    /// Notes that a rule divides by a scalar that may vanish: (s Λ + I)^-1 is written s^-1 (Λ + s^-1 I)^-1. Where the scalar is 0 the statement may still be defined; equalities and
    /// weak inequalities hold there by continuity, strict ones need not.
    /// </summary>
    public void Divide(Scalar divisor)
    {
        if (divisor.Constant is null && Signs.Of(divisor) != Sign.Positive && Signs.Of(-divisor) != Sign.Positive)
        {
            _divisors = _divisors.Union(divisor.Leaves);
        }
    }

    /// <summary>Whether a form of these leaves may stand for an expression that is defined where the form is not.</summary>
    public bool IsGeneric(Leaves leaves) => leaves.Symbols.Any(symbol => _divisors.Contains(symbol)) || leaves.Dimensions.Any(dimension => _divisors.Contains(dimension));

    /// <summary>From now on the generator is the value, which must not contain it: a condition such as tr(Λ) = 1 used as a rule. Call before forms are made.</summary>
    public void Eliminate(Generator generator, Scalar value)
    {
        _values[generator] = value;
        _conditioned = _conditioned.Union(generator.Leaves).Union(value.Leaves);
    }

    /// <summary>
    /// Whether a condition on the symbol is used as a rule. Such a symbol must not be differentiated by: on tr(U U') = 1 the gradient of tr(U U') is 2U, not 0.
    /// A gradient node has a bound copy of its parameter, on which there are no conditions.
    /// </summary>
    public bool IsConditioned(Symbol symbol) => _conditioned.Contains(symbol);

    /// <summary>The value that a condition gave to a generator.</summary>
    public Scalar? ValueOf(Generator generator) => _values.Count == 0 ? null : _values.GetValueOrDefault(generator);

    /// <summary>From now on the two symbols commute, and so do all functions of them (not of their transposes). Call before forms are made.</summary>
    public void Commute(Atom a, Atom b)
    {
        _commuting.Add((a, b));
        _conditioned = _conditioned.Union(a.Leaves).Union(b.Leaves);
    }

    /// <summary>Whether a condition says that the atoms commute.</summary>
    public bool CommuteByCondition(Atom a, Atom b)
    {
        foreach (var (x, y) in _commuting)
        {
            if ((x == a && y == b) || (x == b && y == a))
            {
                return true;
            }
        }

        return false;
    }

    private static T Unique<T>(Dictionary<T, T> table, T candidate)
        where T : class, INumbered
    {
        if (!table.TryGetValue(candidate, out var known))
        {
            candidate.Order = table.Count;
            table.Add(candidate, known = candidate);
        }

        return known;
    }
}
