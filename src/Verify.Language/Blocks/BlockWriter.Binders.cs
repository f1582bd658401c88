using System.Collections.Immutable;

namespace Verify.Language.Blocks;

internal sealed partial class BlockWriter
{
    private BlockGrid InExpectation(Expectation expectation, Cuts at)
    {
        var drawn = ImmutableArray.CreateBuilder<Symbol>();
        foreach (var symbol in expectation.Bound)
        {
            Draw(symbol, drawn);
        }

        var body = At(expectation.Body, at);
        return body.Map(block => Average(block, drawn.ToImmutable(), isAlone: at.IsWhole));
    }

    private void Draw(Symbol symbol, ImmutableArray<Symbol>.Builder drawn)
    {
        var at = cuts.Of(symbol);
        if (symbol.Law is MomentLaw law)
        {
            var size = law.IidRows ? at.Columns : at.Rows;
            var (mean, covariance) = (At(law.Mean, new(size, Partition.Whole(Size.One))), At(law.Covariance, new(size, size)));
            var isKept = at.IsWhole && ReferenceEquals(mean.Only, law.Mean) && ReferenceEquals(covariance.Only, law.Covariance);
            if (!isKept)
            {
                _symbols[symbol] = SymbolBlocks.OfDraws(symbol, law, at, mean, covariance, drawn);
                return;
            }
        }
        else if (!at.IsWhole)
        {
            throw new BlockException(symbol.Law is AnyLaw ? "a random matrix of unknown law that meets blocks" : "a random matrix of entries, or labels, that meet blocks");
        }
        else if (symbol.Law is LabelsLaw { Inputs: SymbolValue { Symbol: var inputs } } && !cuts.Of(inputs).IsWhole)
        {
            throw new BlockException("labels of inputs that meet blocks");
        }
        else if (symbol.Law!.Map(expression => At(expression, Cuts.Whole(expression.Shape)).Only) is var mapped
            && !mapped.Expressions.SequenceEqual(symbol.Law.Expressions))
        {
            if (mapped is LabelsLaw { Inputs: not SymbolValue })
            {
                throw new BlockException("labels of inputs that meet blocks");
            }

            var draw = new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, mapped);
            _symbols[symbol] = Single(Expr.Of(draw));
            drawn.Add(draw);
            return;
        }

        drawn.Add(symbol);
    }

    // A block that stands beside others gets bound symbols of its own.
    private static Expr Average(Expr block, ImmutableArray<Symbol> drawn, bool isAlone)
    {
        var needed = block.FreeSymbols;
        foreach (var symbol in drawn.Reverse())
        {
            needed = needed.Contains(symbol) && symbol.Law is { } law ? needed.Union(law.FreeSymbols) : needed;
        }

        ImmutableArray<Symbol> bound = [.. drawn.Where(needed.Contains)];
        if (isAlone || bound.IsEmpty)
        {
            return Expr.ExpectationOf(block, bound);
        }

        var fresh = new Dictionary<Symbol, Expr>();
        var copies = ImmutableArray.CreateBuilder<Symbol>();
        foreach (var symbol in bound)
        {
            var copy = new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, new Substitution(fresh).In(symbol.Law!));
            copies.Add(copy);
            fresh.Add(symbol, Expr.Of(copy));
        }

        return Expr.ExpectationOf(new Substitution(fresh).In(block), copies.ToImmutable());
    }

    // The block ij of a gradient is the gradient by the block ij of the parameter, where the other blocks are at their places.
    private BlockGrid InGradient(Gradient gradient, Cuts at)
    {
        var (body, place, blocks) = (Scalar(gradient.Body), At(gradient.At, at), ValueOf(gradient.Bound));
        if (at.IsWhole)
        {
            return Single(Expr.GradientOf(body, gradient.Bound, place.Only));
        }

        return BlockGrid.Of(at, (i, j) =>
        {
            var block = ((SymbolValue)blocks[i, j]).Symbol;
            var fresh = new Symbol(block.Name, block.Shape, block.Role);
            var others = BlockGrid.Of(at, (k, l) => k == i && l == j ? Expr.Of(fresh) : place[k, l]);
            var values = blocks.Rows.SelectMany((row, k) => row.Select((value, l) => KeyValuePair.Create(((SymbolValue)value).Symbol, others[k, l])));
            return Expr.GradientOf(new Substitution(values).In(body), fresh, place[i, j]);
        });
    }

    private BlockGrid InLimit(Limit limit, Cuts at)
    {
        var target = limit.Approach.Target is { } old ? Scalar(old) : null;
        return At(limit.Body, at).Map(block => limit.Approach switch
        {
            _ when at.IsWhole => Expr.LimitOf(block, limit.Approach with { Target = target }),
            { Scalar: { } scalar } => new Symbol(scalar.Name, scalar.Shape, scalar.Role, range: scalar.Range) is var fresh
                ? Expr.LimitOf(Substitution.Of(scalar, Expr.Of(fresh)).In(block), new(null, fresh, target))
                : block,
            { Dimension: var dimension } => new Dimension(dimension!.Name, dimension.LowerBounds) is var fresh
                ? Expr.LimitOf(Substitution.Of(dimension, (Size)fresh).In(block), new(fresh, null, target))
                : block,
        });
    }
}
