using Verify.Language;
using Verify.Symbolics.Scalars;

namespace Verify.Symbolics.Words;

/// <summary>Collects words with scalar coefficients.</summary>
internal sealed class FormBuilder(Shape shape)
{
    private readonly Dictionary<Word, ScalarSum> _terms = [];

    /// <summary>Adds coefficient times word.</summary>
    public void Add(Word word, Scalar coefficient) => SumOf(word).Add(coefficient, Scalar.One);

    /// <summary>Adds coefficient times form.</summary>
    public void Add(Form form, Scalar coefficient)
    {
        for (var i = 0; i < form.Count; i++)
        {
            SumOf(form.WordAt(i)).Add(form.CoefficientAt(i), coefficient);
        }
    }

    /// <summary>The sum of what was added.</summary>
    public Form ToForm()
    {
        var terms = new List<KeyValuePair<Word, Scalar>>(_terms.Count);
        foreach (var (word, sum) in _terms)
        {
            if (sum.ToScalar() is { IsZero: false } coefficient)
            {
                terms.Add(new(word, coefficient));
            }
        }

        terms.Sort(static (a, b) => a.Key.CompareTo(b.Key));
        return new(shape, [.. terms.ConvertAll(static term => term.Key)], [.. terms.ConvertAll(static term => term.Value)]);
    }

    private ScalarSum SumOf(Word word)
    {
        if (!_terms.TryGetValue(word, out var sum))
        {
            _terms.Add(word, sum = new());
        }

        return sum;
    }
}
