using System.Collections.Immutable;
using System.Globalization;
using Verify.Language;
using Verify.Simulation.Dense.Arithmetic;
using Verify.Simulation.Dense.Steps;

namespace Verify.Simulation.Dense.Compiling;

/// <summary>Sums and scalings.</summary>
internal sealed partial class Graph
{
    /// <summary>The product of two 1 × 1 terms, or of such a term and a matrix.</summary>
    public Term Scale(Term scalar, Term term) => scalar.IsZero || term.IsZero ? Term.Zero(term.Rows, term.Columns) : term with
    {
        Coefficient = scalar.Coefficient * term.Coefficient,
        Scalar = (scalar.Scalar, term.Scalar) switch
        {
            (null, var only) => only,
            (var only, null) => only,
            var (a, b) => Entrywise(a, b),
        },
    };

    /// <summary>x^k of a multiple of the identity (of a 1 × 1 term, for one).</summary>
    public Term PowerOfMultiple(Term term, Rational exponent)
    {
        if (term.Scalar is not { } scalar)
        {
            return Term.Multiple(term.Rows, RealPowers.Of(term.Coefficient, exponent));
        }

        if (exponent.IsInteger)
        {
            return new(term.Rows, term.Rows, RealPowers.Of(term.Coefficient, exponent), EntryPower(scalar, exponent), []);
        }

        return new(term.Rows, term.Rows, 1, EntryPower(NodeOf(new(1, 1, term.Coefficient, scalar, [])), exponent), []);
    }

    /// <summary>The sum of terms of one shape. Constants are added up at once.</summary>
    public Term Add(int rows, int columns, IEnumerable<Term> terms)
    {
        List<Term> all = [.. terms.Where(term => !term.IsZero)];
        if (all.Count(term => term.IsConstant) > 1)
        {
            List<Term> constants = [.. all.Where(term => term.IsConstant)];
            all.RemoveAll(term => term.IsConstant);
            all.Add(constants.All(term => term.IsMultiple)
                ? Term.Multiple(rows, constants.Sum(term => term.Coefficient))
                : TermOf(Combination(rows, columns, constants)));
            all.RemoveAll(term => term.IsZero);
        }

        return all.Count == 0 ? Term.Zero(rows, columns)
            : all.Count == 1 ? all[0]
            : all.All(term => term.IsMultiple) ? TermOf(Combination(1, 1, [.. all.Select(term => term.Scalars)])) with { Rows = rows, Columns = columns }
            : TermOf(Combination(rows, columns, all));
    }

    /// <summary>The term with its product formed: at most one factor is left.</summary>
    public Term Formed(Term term) => term.Factors.Length <= 1 ? term : Chains.Product(this, term);

    /// <summary>The value as a node of its own: dense where <paramref name="dense"/> (and not 1 × 1), otherwise as structured as it is.</summary>
    public Node NodeOf(Term term, bool dense = false)
    {
        term = Formed(term);
        if (term is { Coefficient: 1, Scalar: null, Factors: [var factor] } && !(dense && factor.IsDiagonal))
        {
            return factor.Transposed ? Transposed(factor.Node) : factor.Node;
        }

        return term is { IsScalar: true, Coefficient: 1, Scalar: { } scalar } ? scalar : Combination(term.Rows, term.Columns, [term], dense);
    }

    private Node Combination(int rows, int columns, IReadOnlyList<Term> terms, bool dense = false)
    {
        ScaledNode[] scaled = [.. terms.Select(Scaled).Where(term => term.Coefficient != 0)];
        var kind = rows == 1 && columns == 1 ? NodeKind.Scalar
            : dense || rows != columns || scaled.Any(term => term.Matrix is { Kind: NodeKind.Dense }) ? NodeKind.Dense
            : NodeKind.Diagonal;
        var key = string.Join(", ", scaled.Select(term =>
            string.Create(CultureInfo.InvariantCulture, $"{term.Coefficient:R} {term.Scalar?.Id} {term.Matrix?.Id} {term.Transposed}")));
        return Make($"sum {kind} {rows} {columns}: {key}", kind, rows, columns, result => new CombinationStep(result, scaled));
    }

    /// <summary>The term as the linear combination takes it.</summary>
    public ScaledNode Scaled(Term term)
    {
        var formed = Formed(term);
        return formed.Factors is [var factor]
            ? new(formed.Coefficient, formed.Scalar, factor.Node, factor.Transposed)
            : new(formed.Coefficient, formed.Scalar, null, false);
    }

    /// <summary>The factors of both, in order: the product of terms that fit, not formed.</summary>
    public Term Times(Term left, Term right)
    {
        if (left.IsScalar || right.IsScalar)
        {
            return left.IsScalar ? Scale(left, right) : Scale(right, left);
        }

        var (rows, columns) = (left.Rows, right.Columns);
        var scalars = Scale(left.Scalars, right.Scalars);
        if (scalars.IsZero)
        {
            return Term.Zero(rows, columns);
        }

        ImmutableArray<Factor> factors = [.. left.Factors, .. right.Factors];
        var product = new Term(rows, columns, scalars.Coefficient, scalars.Scalar, factors);
        return product.IsScalar ? Scale(scalars, Chains.Trace(this, factors, rows)) : product;
    }
}
