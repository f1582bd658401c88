using System.Collections.Immutable;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>Reads what a claim states. Every part is read before anything is made, so that all errors of a claim are found.</summary>
internal sealed class ClaimFormReader(ExpressionReader reader)
{
    /// <summary>Reads the form; when sizes are found, the result makes the statement.</summary>
    public Func<Statement> Read(ClaimFormSyntax form)
    {
        switch (form)
        {
            case ComparisonSyntax comparison:
                return ReadComparison(comparison);
            case ConservedSyntax conserved:
                return ReadConserved(conserved);
            case AlongFlowSyntax along:
                return ReadAlongFlow(along);
            case MinimumClaimSyntax minimum:
                return ReadMinimum(minimum);
            case FlowLimitSyntax limit:
                return ReadFlowLimit(limit);
            case LimitComparisonSyntax limit:
                return ReadLimit(limit);
            default:
                throw new InvalidOperationException($"{form.GetType().Name} is no claim.");
        }
    }

    /// <summary>Reads two sides of one shape.</summary>
    public Func<Comparison> ReadComparison(ComparisonSyntax syntax)
    {
        var (left, right) = ReadSides(syntax.Left, syntax.Right);
        if (syntax.Relation is not (Relation.Equal or Relation.NotEqual))
        {
            reader.Demand(left, left.Shape.Transposed, () => $"an order between matrices needs square ones; this is {left.Shape}");
        }

        return () => new(left.Make(), syntax.Relation, right.Make());
    }

    private (Term Left, Term Right) ReadSides(ExprSyntax leftSyntax, ExprSyntax rightSyntax)
    {
        var (left, right) = (reader.Read(leftSyntax), reader.Read(rightSyntax));
        reader.DemandSame(left, right, right.At, () => ExpressionReader.SayUnequal($"the left side is {left.Shape}, the right side {right.Shape}", left, right));
        return (left, right);
    }

    private Func<Statement> ReadConserved(ConservedSyntax syntax)
    {
        var quantity = reader.Read(syntax.Quantity);
        var flow = ReadFlow(syntax.Flow);
        return () => new Conserved(quantity.Make(), flow.Make());
    }

    private Func<Statement> ReadAlongFlow(AlongFlowSyntax syntax)
    {
        var comparison = ReadComparison(syntax.Comparison);
        var flow = ReadFlow(syntax.Flow);
        return () => new AlongFlow(comparison(), flow.Make(), flow.MakeStart());
    }

    private Func<Statement> ReadFlowLimit(FlowLimitSyntax syntax)
    {
        var flow = ReadFlow(syntax.Flow);
        var equations = syntax.Equations.Select(ReadComparison).ToImmutableArray();
        return () => new FlowLimit(flow.Make(), flow.MakeStart(), [.. equations.Select(equation => equation())]);
    }

    private Func<Statement> ReadMinimum(MinimumClaimSyntax syntax)
    {
        var loss = reader.Read(syntax.Minimum.Body);
        reader.Demand(loss, OpenShape.Scalar, () => $"the minimum is of a scalar; this is {loss.Shape}");
        var parameters = reader.ReadParameters(syntax.Minimum.Parameters) ?? [];
        var value = reader.Read(syntax.Value);
        reader.Demand(value, OpenShape.Scalar, () => $"the minimum is a scalar; this is {value.Shape}");
        var attained = syntax.Attained.Select(ReadComparison).ToImmutableArray();
        return () =>
        {
            ForbidParameters(value, syntax.Value, parameters, "the value of a minimum");
            return new MinimumClaim(loss.Make(), parameters, value.Make(), attained.IsEmpty ? default : [.. attained.Select(equation => equation())]);
        };
    }

    private Func<Statement> ReadLimit(LimitComparisonSyntax syntax)
    {
        var (left, right) = ReadSides(syntax.Left, syntax.Right);
        var approaches = syntax.Approaches.Select(approach => (Syntax: approach, Make: reader.ReadApproach(approach))).ToImmutableArray();
        return () =>
        {
            var made = approaches.Select(approach => (approach.Syntax, Value: approach.Make!())).ToImmutableArray();
            foreach (var (approach, value) in made)
            {
                if (value.Dimension is { } dimension && (ExpressionReader.SizedBy(left.Make(), dimension) ?? ExpressionReader.SizedBy(right.Make(), dimension)
                    ?? DimensionBounds.KeptBelow(dimension, left.Make().FreeDimensions.Union(right.Make().FreeDimensions), made.Select(other => other.Value.Dimension))) is { } obstacle)
                {
                    reader.Report(approach, $"no limit in {dimension}: {obstacle}");
                }
            }

            return new LimitComparison(left.Make(), right.Make(), [.. made.Select(approach => approach.Value)]);
        };
    }

    private ReadFlowParts ReadFlow(FlowSyntax syntax)
    {
        var loss = reader.Read(syntax.Loss);
        reader.Demand(loss, OpenShape.Scalar, () => $"the loss of a flow is a scalar; this is {loss.Shape}");
        var parameters = reader.ReadParameters(syntax.Parameters.Select(parameter => parameter.Name)) ?? [];
        var starts = ImmutableArray.CreateBuilder<Term>();
        foreach (var parameter in syntax.Parameters.Where(parameter => parameter.Start is not null))
        {
            var start = reader.Read(parameter.Start!);
            starts.Add(start);
            if (parameters.FirstOrDefault(symbol => symbol.Name == parameter.Name.Name) is { } symbol)
            {
                reader.Demand(start, OpenShape.Of(symbol.Shape), () => $"{symbol} is {symbol.Shape}, its start {start.Shape}");
            }
        }

        return new(loss, parameters, starts.ToImmutable(), () =>
        {
            foreach (var (start, parameter) in starts.Zip(syntax.Parameters))
            {
                ForbidParameters(start, parameter.Start!, parameters, "the start of a flow");
            }
        });
    }

    private void ForbidParameters(Term value, ExprSyntax syntax, ImmutableArray<Symbol> parameters, string what)
    {
        if (parameters.FirstOrDefault(value.Make().FreeSymbols.Contains) is { } parameter)
        {
            reader.Report(syntax, $"{what} cannot contain the parameter {parameter}");
        }
    }

    private sealed record ReadFlowParts(Term Loss, ImmutableArray<Symbol> Parameters, ImmutableArray<Term> Starts, Action CheckStarts)
    {
        public Flow Make() => new(Loss.Make(), Parameters);

        public ImmutableArray<Expr> MakeStart()
        {
            CheckStarts();
            return [.. Starts.Select(start => start.Make())];
        }
    }
}
