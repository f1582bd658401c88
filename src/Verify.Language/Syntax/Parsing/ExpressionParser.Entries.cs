namespace Verify.Language.Syntax;

/// <content>Entries and columns. Their names are ordinary ones: only a semicolon in the parentheses behind, which nothing else that begins with a name has, makes them functions.</content>
internal sealed partial class ExpressionParser
{
    private const int LargestPosition = 1000;

    /// <summary>Whether a parenthesis follows with a semicolon at its own level.</summary>
    private bool IsFollowedByPositions()
    {
        if (!cursor.Current.Is("("))
        {
            return false;
        }

        var depth = 0;
        for (var steps = 0; cursor.Ahead(steps) is { Kind: not TokenKind.End } token; steps++)
        {
            depth += token.Is("(") || token.Is("[") ? 1 : token.Is(")") || token.Is("]") ? -1 : 0;
            if (depth == 0 || (depth == 1 && token.Is(";")))
            {
                return depth == 1;
            }
        }

        return false;
    }

    private EntrySyntax Entry(Token word)
    {
        var operand = BodyAndSemicolon("entry", "entry(A; i, j)");
        var positions = cursor.List(Position);
        if (positions.Count > 2)
        {
            throw new ParseFailure(positions[2].Span, "an entry has two positions, entry(A; i, j); that of a vector has one, entry(v; i)");
        }

        cursor.Expect(")", "after the positions of 'entry', or a comma");
        return Bounded(new EntrySyntax(operand, positions, cursor.From(word)));
    }

    private ColumnSyntax Column(Token word)
    {
        var operand = BodyAndSemicolon("column", "column(A; j)");
        var position = Position();
        cursor.Expect(")", "after the one position of 'column'");
        return Bounded(new ColumnSyntax(operand, position, cursor.From(word)));
    }

    private PositionSyntax Position()
    {
        var token = cursor.Current;
        if (token.Kind != TokenKind.Number)
        {
            var name = cursor.ExpectName("a position: the name of an index, or an integer from 1");
            return new(0, name, name.Span);
        }

        cursor.Take();
        return token.Value.IsInteger && token.Value >= 1 && token.Value <= LargestPosition ? new((int)token.Value.Numerator, null, token.Span)
            : throw new ParseFailure(token.Span, $"a position is an integer from 1 to {LargestPosition}, or the name of an index");
    }
}
