using System.Collections.Immutable;
using System.Numerics;

namespace Verify.Symbolics.Wishart;

/// <summary>
/// The recurrence of E[tr(Λ^a S^m) Π tr(S^μ_i)] Π t_ν_j, run forwards from the moment wanted: level s holds, as polynomials in N, the coefficients of all
/// products (a, m, μ, ν) that are left when s of the k factors S are contracted (a + |ν| = s, m + |μ| = k - s). Like products meet in one cell, so
/// each is contracted once. One dressed trace is enough, since the factor S behind Λ^a is contracted first:
///   tr(Λ^a S^m) → (N + m - 1) tr(Λ^(a+1) S^(m-1)) + Σ_(1≤j&lt;m) tr(S^j) tr(Λ^(a+1) S^(m-1-j)),
///   tr(Λ^a S^m) tr(S^n) → 2 n tr(Λ^(a+1) S^(m+n-1)).
/// A cell's polynomial is dense (degree ≤ s) and cells are dense in the numbers of μ and ν: no key is ever hashed.
/// </summary>
internal sealed class WishartRecurrence<T>(PartitionTable partitions, int degree, CancellationToken cancellation)
    where T : IBinaryInteger<T>
{
    private T[] _current = [];
    private T[] _next = [];
    private int[] _currentStart = [];
    private int[] _nextStart = [];

    /// <summary>The terms of E[Π tr(S^k_i)].</summary>
    public ImmutableArray<WishartTerm> Run(ImmutableArray<int> powers)
    {
        if (degree == 0)
        {
            return [new(BigInteger.One, 0, [])];
        }

        (_currentStart, var size) = Layout(0);
        _current = new T[size];
        _current[Dress(_currentStart, 0, 0, partitions.NumberOf(powers))] = T.One;
        for (var level = 0; level < degree; level++)
        {
            cancellation.ThrowIfCancellationRequested();
            (_nextStart, size) = Layout(level + 1);
            _next = new T[size];
            ContractLevel(level);
            (_current, _currentStart) = (_next, _nextStart);
        }

        return Terms();
    }

    private ImmutableArray<WishartTerm> Terms()
    {
        var terms = ImmutableArray.CreateBuilder<WishartTerm>();
        for (var closed = 0; closed < partitions.Count(degree); closed++)
        {
            ImmutableArray<int> parts = [.. partitions.Parts(degree, closed).ToArray().Select(part => (int)part)];
            for (var rows = 0; rows <= degree; rows++)
            {
                var coefficient = _current[(closed * (degree + 1)) + rows];
                if (!T.IsZero(coefficient))
                {
                    terms.Add(new(BigInteger.CreateChecked(coefficient), rows, parts));
                }
            }
        }

        return terms.ToImmutable();
    }

    /// <summary>Where each (a, m) block of a level starts; the last level has the one block (0, 0).</summary>
    private (int[] Start, int Size) Layout(int level)
    {
        var left = degree - level;
        var start = new int[(level + 1) * (left + 1)];
        var size = 0;
        for (var a = 0; a <= level; a++)
        {
            for (var m = Math.Min(1, left); m <= left; m++)
            {
                start[(a * (left + 1)) + m] = size;
                size = checked(size + (partitions.Count(level - a) * partitions.Count(left - m) * (level + 1)));
            }
        }

        return (start, size);
    }

    private void ContractLevel(int level)
    {
        var (left, length) = (degree - level, level + 1);
        for (var a = 0; a <= level; a++)
        {
            for (var m = 1; m <= left; m++)
            {
                var cell = _currentStart[(a * (left + 1)) + m];
                for (var closed = 0; closed < partitions.Count(level - a); closed++)
                {
                    for (var pure = 0; pure < partitions.Count(left - m); pure++, cell += length)
                    {
                        var value = _current.AsSpan(cell, length);
                        if (value.ContainsAnyExcept(T.Zero))
                        {
                            Contract(level, a, m, closed, pure, value);
                        }
                    }
                }
            }
        }
    }

    private void Contract(int level, int a, int m, int closed, int pure, ReadOnlySpan<T> value)
    {
        var weight = degree - level - m;
        var own = Cell(level + 1, a + 1, m - 1, closed, pure);
        AddTimes(value, T.CreateChecked(m - 1), own);
        AddTimes(value, T.One, own + 1);
        for (var j = 1; j < m; j++)
        {
            AddTimes(value, T.One, Cell(level + 1, a + 1, m - 1 - j, closed, partitions.Plus(weight, pure, j)));
        }

        var parts = partitions.Parts(weight, pure);
        for (int i = 0, same; i < parts.Length; i += same)
        {
            int n = parts[i];
            for (same = 1; i + same < parts.Length && parts[i + same] == n; same++)
            {
            }

            AddTimes(value, T.CreateChecked(2 * n * same), Cell(level + 1, a + 1, m + n - 1, closed, partitions.Minus(weight, pure, n)));
        }
    }

    /// <summary>The cell of a product at the next level, where a dressed trace without S is closed and another trace dressed.</summary>
    private int Cell(int level, int a, int m, int closed, int pure)
    {
        var left = degree - level;
        if (m == 0)
        {
            return Dress(_nextStart, level, partitions.Plus(level - a, closed, a), pure);
        }

        return _nextStart[(a * (left + 1)) + m] + (((closed * partitions.Count(left - m)) + pure) * (level + 1));
    }

    /// <summary>The cell where the largest of the pure powers is the dressed trace, still without Λ.</summary>
    private int Dress(int[] start, int level, int closed, int pure)
    {
        var left = degree - level;
        var m = left == 0 ? 0 : partitions.Parts(left, pure)[0];
        var rest = left == 0 ? 0 : partitions.Minus(left, pure, m);
        return start[m] + (((closed * partitions.Count(left - m)) + rest) * (level + 1));
    }

    private void AddTimes(ReadOnlySpan<T> value, T factor, int cell)
    {
        var target = _next.AsSpan(cell, value.Length);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] += value[i] * factor;
        }
    }
}
