using System.Collections.Immutable;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>
/// Reads the expressions of one statement: resolves names, collects what each place demands of sizes, and at the end makes core expressions.
/// Errors go to the list; a part with an error takes any shape, so that the others are still examined.
/// </summary>
internal sealed partial class ExpressionReader
{
    private const int PartLimit = 50_000;
    private const int DepthLimit = 20_000;
    private readonly Scope _scope;
    private readonly ErrorList _errors;
    private readonly SizeSolver _sizes;
    private readonly List<(Term Term, string Name)> _literals = [];
    private readonly HashSet<Term> _blocks = [];
    private readonly int _errorsBefore;
    private SourceText _source;
    private ImmutableDictionary<string, Argument> _arguments = ImmutableDictionary<string, Argument>.Empty;
    private bool _faulty;
    private int _parts;
    private int _depth;

    /// <summary>A reader for one statement of the text.</summary>
    public ExpressionReader(Scope scope, ErrorList errors, SourceText source)
    {
        (_scope, _errors, _source, _errorsBefore) = (scope, errors, source, errors.Count);
        _sizes = new(errors);
    }

    /// <summary>Whether the statement uses a name whose declaration is faulty, or is faulty itself.</summary>
    public bool IsFaulty => _faulty || _errors.Count > _errorsBefore;

    /// <summary>The expression with its names resolved and its demands on sizes noted.</summary>
    public Term Read(ExprSyntax syntax)
    {
        if (_faulty && (_parts > PartLimit || _errors.IsFull))
        {
            return Faulty(syntax);
        }

        if (++_parts > PartLimit || _depth > DepthLimit)
        {
            _parts = PartLimit + 1;
            return Fail(syntax, $"with its definitions put in, this expression has more than {PartLimit} parts, or {DepthLimit} levels");
        }

        _depth++;
        var term = syntax switch
        {
            NumberSyntax { Value.IsZero: true } => Literal(OpenShape.Unknown(), syntax, "0"),
            NumberSyntax number => Term.Known(Expr.Of(number.Value), At(syntax)),
            IdentitySyntax => OpenSize.Unknown() is var size ? Literal(new(size, size, IsMatrix: true), syntax, "I") : null!,
            OnesSyntax => Ones(syntax),
            NameSyntax name => ReadName(name),
            NegationSyntax negation => ReadNegation(negation),
            TransposeSyntax transpose => ReadTranspose(transpose),
            PowerSyntax power => ReadPower(power),
            SumSyntax sum => ReadSum(sum),
            ProductSyntax product => ReadProduct(product),
            BlockSyntax block => ReadBlocks(block),
            EntrySyntax entry => ReadEntry(entry),
            ColumnSyntax column => ReadColumn(column),
            BuiltInSyntax function => ReadBuiltIn(function),
            KroneckerSyntax product => ReadKronecker(product),
            CallSyntax call => ReadCall(call),
            ExpectationSyntax expectation => ReadExpectation(expectation),
            GradientSyntax gradient => ReadGradient(gradient),
            MinimumSyntax minimum => ReadMinimum(minimum),
            LimitSyntax limit => ReadLimit(limit),
            SubstitutionSyntax substitution => ReadSubstitution(substitution),
            _ => throw new InvalidOperationException($"{syntax.GetType().Name} is no expression."),
        };
        _depth--;
        return term;
    }

    /// <summary>Demands that two terms have one shape; the message is made when the demand fails.</summary>
    public void DemandSame(Term a, Term b, Location at, Func<string> failure)
    {
        _sizes.Add(new SameShape(a.Shape, b.Shape, at, failure));
        _sizes.Add(new AlignedBlocks(a.RowBlocks, b.RowBlocks, at));
        _sizes.Add(new AlignedBlocks(a.ColumnBlocks, b.ColumnBlocks, at));
    }

    /// <summary>Demands a shape.</summary>
    public void Demand(Term term, OpenShape shape, Func<string> failure) => _sizes.Add(new SameShape(term.Shape, shape, term.At, failure));

    /// <summary>Reports an error at a node; the statement is faulty from now on.</summary>
    public void Report(SyntaxNode node, string message)
    {
        _faulty = true;
        _errors.Report(At(node), message);
    }

    /// <summary>Where the node stands in the text that is being read.</summary>
    public Location At(SyntaxNode node) => new(_source, node.Span);

    /// <summary>After everything has been read: whether a size of the term is fixed by nothing, so that a use of the term must fix it.</summary>
    public bool IsOpen(Term term)
    {
        _sizes.Solve();
        return !IsFaulty && term.Shape.Found is null;
    }

    /// <summary>Finds the sizes that are left. True when the terms can be made.</summary>
    public bool Finish()
    {
        _sizes.SolveWithGuesses();
        // A 0 that nothing gives a size is the number; as a block it has the size of its neighbours, which something must fix.
        foreach (var (term, _) in _literals.Where(literal => literal.Name == "0" && !_blocks.Contains(literal.Term)))
        {
            if (!IsFaulty && term.Shape.Rows.Found is null && term.Shape.Columns.Found is null)
            {
                OpenShape.Unify(term.Shape, OpenShape.Scalar);
                _sizes.SolveWithGuesses();
            }
        }

        foreach (var (term, name) in _literals.Where(_ => !IsFaulty || _errors.Count == _errorsBefore))
        {
            CheckLiteral(term, name);
        }

        return !IsFaulty;
    }

    private void CheckLiteral(Term literal, string name)
    {
        if (_faulty)
        {
            return;
        }

        if (literal.Shape.Found is not { } shape)
        {
            var part = (literal.Shape.Rows.Found ?? literal.Shape.Columns.Found) is null ? "" : $", which is {literal.Shape}";
            _errors.Report(literal.At, $"nothing fixes the size of this {name}{part}");
        }
        else if (DimensionBounds.MayBeBelowOne(shape.Rows) || DimensionBounds.MayBeBelowOne(shape.Columns))
        {
            _errors.Report(literal.At, $"this {name} would be {shape}, which can be smaller than 1 × 1");
        }
    }

    private Term Literal(OpenShape shape, ExprSyntax syntax, string name)
    {
        var term = new Term(shape, At(syntax), () => name switch
        {
            "0" => Expr.Zero(shape.Found!),
            "ones" => Expr.Ones(shape.Found!),
            _ => Expr.Identity(shape.Rows.Found!),
        });
        _literals.Add((term, name));
        return term;
    }

    private Term Fail(SyntaxNode node, string message)
    {
        Report(node, message);
        return Faulty(node);
    }

    private Term Faulty(SyntaxNode node)
    {
        _faulty = true;
        return new(OpenShape.Unknown(), At(node), () => throw new InvalidOperationException("A faulty expression is never made."));
    }
}
