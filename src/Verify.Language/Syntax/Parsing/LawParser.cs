namespace Verify.Language.Syntax;

/// <summary>Parses the law of a random symbol. Its words are ordinary names elsewhere.</summary>
internal sealed class LawParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>The laws that there are, for messages.</summary>
    public const string Laws = "a law: normal(…), moments(…), labels(…), exponential(…), uniform(…), rademacher or any";

    /// <summary>The law, by its first word.</summary>
    public LawSyntax Law()
    {
        var word = cursor.Current;
        if (word.Kind != TokenKind.Name || word.Text is not ("any" or "normal" or "moments" or "labels" or "exponential" or "uniform" or "rademacher"))
        {
            throw cursor.Unexpected(Laws);
        }

        cursor.Take();
        return word.Text switch
        {
            "any" => new AnyLawSyntax(word.Span),
            "labels" => new LabelsLawParser(cursor, expressions).Labels(word),
            "exponential" => Entries(word, EntryFamily.Exponential, 1),
            "uniform" => Entries(word, EntryFamily.Uniform, 2),
            "rademacher" => Entries(word, EntryFamily.Rademacher, 0),
            _ => Moments(word),
        };
    }

    private EntriesLawSyntax Entries(Token word, EntryFamily family, int count)
    {
        List<ExprSyntax> parameters = [];
        if (count > 0)
        {
            cursor.Expect("(", $"after '{word.Text}'");
            parameters.Add(expressions.Parse());
            while (parameters.Count < count)
            {
                cursor.Expect(",", "between the two ends of 'uniform(a, b)'");
                parameters.Add(expressions.Parse());
            }

            cursor.Expect(")", $"after '{word.Text}({(count == 1 ? "mean" : "a, b")}'");
        }

        return new(family, [.. parameters], cursor.From(word));
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
