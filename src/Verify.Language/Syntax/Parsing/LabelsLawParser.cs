namespace Verify.Language.Syntax;

/// <summary>Parses <c>labels(of: X, yx: c, yy: s, cov: Σ)</c>, the law of labels known by moments that they have jointly with their inputs.</summary>
internal sealed class LabelsLawParser(TokenCursor cursor, ExpressionParser expressions)
{
    /// <summary>What stands after the word.</summary>
    public LabelsLawSyntax Labels(Token word)
    {
        cursor.Expect("(", "after 'labels'");
        NameSyntax? inputs = null;
        var moments = new Dictionary<string, ExprSyntax>();
        do
        {
            var start = cursor.Current;
            if (!cursor.Ahead(1).Is(":") || start.Text is not ("of" or "yx" or "yy" or "cov"))
            {
                throw cursor.Unexpected("'of:', the inputs, or a moment: 'yx:', 'yy:' or 'cov:'");
            }

            cursor.Take();
            cursor.Take();
            if (start.Text == "of" ? inputs is not null : moments.ContainsKey(start.Text))
            {
                throw new ParseFailure(start.Span, $"'{start.Text}:' is given twice");
            }

            if (start.Text == "of")
            {
                inputs = cursor.ExpectName("the name of the inputs");
            }
            else
            {
                moments.Add(start.Text, expressions.Parse());
            }
        }
        while (cursor.TryTake(","));

        cursor.Expect(")", "after the moments of 'labels'");
        return inputs is null ? throw new ParseFailure(cursor.From(word), "the inputs are missing: 'of: X'")
            : !moments.TryGetValue("yx", out var cross) ? throw new ParseFailure(cursor.From(word), "the moment E[y x] is missing: 'yx: c'")
            : new(inputs, cross, moments.GetValueOrDefault("yy"), moments.GetValueOrDefault("cov"), cursor.From(word));
    }
}
