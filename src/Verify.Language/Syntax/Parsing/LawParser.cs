namespace Verify.Language.Syntax;

/// <summary>Parses the law of a random symbol. Its words are ordinary names elsewhere.</summary>
internal sealed class LawParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary><c>any</c>, <c>normal(…)</c> or <c>moments(…)</c>.</summary>
    public LawSyntax Law()
    {
        var word = cursor.Current;
        if (word.Kind != TokenKind.Name || word.Text is not ("any" or "normal" or "moments"))
        {
            throw cursor.Unexpected("a law: normal(…), moments(…) or any");
        }

        cursor.Take();
        return word.Text == "any" ? new AnyLawSyntax(word.Span) : Moments(word);
    }

    private MomentLawSyntax Moments(Token word)
    {
        var family = word.Text == "normal" ? LawFamily.Normal : LawFamily.Moments;
        cursor.Expect("(", $"after '{word.Text}'");
        ExprSyntax? mean = null;
        ExprSyntax? covariance = null;
        var form = CovarianceForm.Plain;
        do
        {
            var start = cursor.Current;
            var label = Label();
            var value = expressions.Parse();
            var repeated = label == "mean" ? mean is not null : covariance is not null;
            if (repeated)
            {
                throw new ParseFailure(start.Span, label == "mean" ? "the mean is given twice" : "the covariance is given twice: one of 'cov:' and 'rows:'");
            }

            if (label is null && family == LawFamily.Moments)
            {
                throw new ParseFailure(start.Span, "say which moment this is: 'mean:', 'cov:' or 'rows:'");
            }

            mean = label == "mean" ? value : mean;
            covariance = label == "mean" ? covariance : value;
            form = label switch { "cov" => CovarianceForm.Covariance, "rows" => CovarianceForm.Rows, _ => form };
        }
        while (cursor.TryTake(","));

        cursor.Expect(")", $"after the moments of '{word.Text}'");
        return covariance is not null ? new(family, mean, form, covariance, cursor.From(word))
            : throw new ParseFailure(cursor.From(word), "the covariance is missing: 'cov: C', or 'rows: C' for iid rows");
    }

    private string? Label()
    {
        if (!cursor.Ahead(1).Is(":"))
        {
            return null;
        }

        if (cursor.Current.Text is not ("mean" or "cov" or "rows"))
        {
            throw cursor.Unexpected("'mean:', 'cov:' or 'rows:'");
        }

        var label = cursor.Take().Text;
        cursor.Take();
        return label;
    }
}
