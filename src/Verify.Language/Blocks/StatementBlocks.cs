using System.Collections.Immutable;
using Verify.Language.Elaboration;

namespace Verify.Language.Blocks;

/// <summary>A statement, its conditions and its steps, cut as one.</summary>
internal sealed class StatementBlocks
{
    private readonly Statement _statement;
    private readonly ImmutableArray<Comparison> _conditions;
    private readonly ImmutableArray<Comparison> _steps;
    private readonly CutInference _cuts = new();
    private readonly BlockWriter _writer;

    /// <summary>Finds how everything in the statement is cut.</summary>
    public StatementBlocks(Statement statement, ImmutableArray<Comparison> conditions, ImmutableArray<Comparison> steps)
    {
        (_statement, _conditions, _steps, _writer) = (statement, conditions, steps, new(_cuts));
        List<(Expr, Expr)> compared = [.. Compared(statement), .. conditions.Concat(steps).SelectMany(Compared)];
        _cuts.Settle(compared, Dependence.ExpressionsOf(statement));
    }

    /// <summary>What a symbol of the claim became.</summary>
    public ImmutableArray<Symbol> BlocksOf(Symbol symbol) => _writer.BlocksOf(symbol);

    /// <summary>The conditions, one for each block.</summary>
    public ImmutableArray<Comparison> Conditions() => [.. _conditions.SelectMany(InBlocks)];

    /// <summary>The steps of the proof, one for each block.</summary>
    public ImmutableArray<Comparison> Steps() => [.. _steps.SelectMany(InBlocks)];

    /// <summary>The statements that together are the statement.</summary>
    public IEnumerable<Statement> Statements() => _statement switch
    {
        Comparison comparison => InBlocks(comparison),
        Conserved conserved => Blocks(conserved.Quantity).Select(block => new Conserved(block, In(conserved.Flow))),
        AlongFlow along => InBlocks(along.Comparison).Select(block => new AlongFlow(block, In(along.Flow), Starts(along.Flow, along.Start))),
        MinimumClaim minimum =>
        [
            new MinimumClaim(
                _writer.Scalar(minimum.Loss),
                In(minimum.Parameters),
                _writer.Scalar(minimum.Value),
                minimum.Attained.IsDefault ? default : [.. minimum.Attained.SelectMany(InBlocks)]),
        ],
        FlowLimit limit => [new FlowLimit(In(limit.Flow), Starts(limit.Flow, limit.Start), [.. limit.Equations.SelectMany(InBlocks)])],
        LimitComparison limit => InBlocks(new Comparison(limit.Left, Relation.Equal, limit.Right))
            .Select(block => new LimitComparison(block.Left, block.Right, limit.Approaches)),
        _ => throw new InvalidOperationException($"{_statement.GetType().Name} is no statement."),
    };

    private static IEnumerable<(Expr Left, Expr Right)> Compared(Statement statement) => statement switch
    {
        Comparison comparison => [(comparison.Left, comparison.Right)],
        AlongFlow along => [(along.Comparison.Left, along.Comparison.Right), .. along.Start.Zip(along.Flow.Parameters, (start, parameter) => (start, (Expr)Expr.Of(parameter)))],
        MinimumClaim { Attained.IsDefault: false } minimum => minimum.Attained.SelectMany(Compared),
        FlowLimit limit => [.. limit.Equations.SelectMany(Compared), .. limit.Start.Zip(limit.Flow.Parameters, (start, parameter) => (start, (Expr)Expr.Of(parameter)))],
        LimitComparison limit => [(limit.Left, limit.Right)],
        _ => [],
    };

    private IEnumerable<Comparison> InBlocks(Comparison comparison)
    {
        var at = _cuts.Of(comparison.Left).Join(_cuts.Of(comparison.Right));
        if (!at.IsWhole && comparison.Relation != Relation.Equal)
        {
            throw new BlockException(comparison.Relation == Relation.NotEqual ? "!= between block matrices" : "Loewner order between block matrices");
        }

        var (left, right) = (_writer.At(comparison.Left, at), _writer.At(comparison.Right, at));
        return left.Rows.SelectMany((row, i) => row.Select((block, j) => new Comparison(block, comparison.Relation, right[i, j])));
    }

    private IEnumerable<Expr> Blocks(Expr expression) => _writer.Write(expression).Rows.SelectMany(row => row);

    private Flow In(Flow flow) => new(_writer.Scalar(flow.Loss), In(flow.Parameters));

    private ImmutableArray<Symbol> In(ImmutableArray<Symbol> parameters) => [.. parameters.SelectMany(symbol => _writer.BlocksOf(symbol))];

    private ImmutableArray<Expr> Starts(Flow flow, ImmutableArray<Expr> starts) =>
        [.. starts.Zip(flow.Parameters).SelectMany(pair => _writer.At(pair.First, _cuts.Of(pair.Second)).Rows.SelectMany(row => row))];
}
