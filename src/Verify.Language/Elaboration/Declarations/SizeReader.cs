using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>Reads the sizes of declarations.</summary>
internal sealed class SizeReader(Scope scope, ErrorList errors, SourceText source)
{
    /// <summary>The size; null, and reported, where a name in it is no dimension, or where it can be smaller than 1.</summary>
    public Size? Read(SizeSyntax syntax)
    {
        Size? sum = 0;
        try
        {
            foreach (var term in syntax.Terms)
            {
                sum = ReadTerm(term) is { } next && sum is not null ? sum + next : null;
            }
        }
        catch (OverflowException)
        {
            errors.Report(At(syntax), "this size is too large");
            return null;
        }

        if (sum is not null && DimensionBounds.MayBeBelowOne(sum))
        {
            errors.Report(At(syntax), sum.IsConstant ? $"a size is at least 1; this is {sum}" : $"the size {sum} can be smaller than 1; give its dimensions a bound");
            return null;
        }

        return sum;
    }

    private Size? ReadTerm(SizeTermSyntax term)
    {
        Size? product = term.Multiple;
        foreach (var name in term.Dimensions)
        {
            product = ReadDimension(name) is { } factor && product is not null ? product * factor : null;
        }

        return product;
    }

    private Dimension? ReadDimension(NameSyntax name)
    {
        if (!scope.TryFind(name.Name, out var declared))
        {
            if (!scope.IsLost(name.Name))
            {
                errors.Report(At(name), scope.SayUnknown(name.Name, []));
            }

            return null;
        }

        if (declared is DeclaredDimension dimension)
        {
            return dimension.Dimension;
        }

        if (declared is not DeclaredFaulty)
        {
            errors.Report(At(name), $"{name.Name} is not declared dim");
        }

        return null;
    }

    private Location At(SyntaxNode node) => new(source, node.Span);
}
