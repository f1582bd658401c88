namespace Verify.Replay.Arithmetic;

/// <summary>
/// A polynomial in numbered variables. A monomial is the string of its variables in order, each a character, repeated as often as it is multiplied: slow, and plain.
/// </summary>
internal sealed class Polynomial<T>
    where T : struct, INumberKind<T>
{
    private Polynomial(Dictionary<string, T> terms) => Terms = terms;

    /// <summary>0.</summary>
    public static Polynomial<T> Zero { get; } = new([]);

    /// <summary>Monomials with their coefficients, none of which is 0.</summary>
    public IReadOnlyDictionary<string, T> Terms { get; }

    /// <summary>A constant.</summary>
    public static Polynomial<T> Of(T value) => Of([new("", value)]);

    /// <summary>A variable.</summary>
    public static Polynomial<T> Variable(char variable) => Of([new(variable.ToString(), T.Of(1))]);

    /// <summary>The sum of terms, in which monomials may be repeated.</summary>
    public static Polynomial<T> Of(IEnumerable<KeyValuePair<string, T>> terms)
    {
        var sum = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (monomial, coefficient) in terms)
        {
            sum[monomial] = sum.TryGetValue(monomial, out var known) ? known + coefficient : coefficient;
        }

        return new(sum.Where(term => !term.Value.IsZero).ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>The value of what has no variable; anything else throws <see cref="Obstacle.NotPolynomial"/>.</summary>
    public T Constant => Terms.Count == 0 ? T.Of(0)
        : Terms.Count == 1 && Terms.TryGetValue("", out var value) ? value
        : throw new NotEvaluatedException(Obstacle.NotPolynomial, "what is averaged or differentiated is no polynomial");

    /// <summary>Whether no variable occurs.</summary>
    public bool IsConstant => Terms.Keys.All(monomial => monomial.Length == 0);

    /// <summary>The sum.</summary>
    public Polynomial<T> Plus(Polynomial<T> other) => Of(Terms.Concat(other.Terms));

    /// <summary>The product.</summary>
    public Polynomial<T> Times(Polynomial<T> other, Work work)
    {
        work.Spend(1 + ((long)Terms.Count * other.Terms.Count));
        return Of(Terms.SelectMany(a => other.Terms.Select(b => KeyValuePair.Create(Merged(a.Key, b.Key), a.Value * b.Value))));
    }

    /// <summary>The derivative by a variable.</summary>
    public Polynomial<T> Derivative(char variable) => Of(Terms.Where(term => term.Key.Contains(variable)).Select(term =>
        KeyValuePair.Create(term.Key.Remove(term.Key.IndexOf(variable), 1), T.Of(term.Key.Count(other => other == variable)) * term.Value)));

    /// <summary>This with variables replaced.</summary>
    public Polynomial<T> Replace(IReadOnlyDictionary<char, Polynomial<T>> values, Work work) => Terms.Aggregate(Zero, (sum, term) => sum.Plus(
        term.Key.Aggregate(Of(term.Value), (product, variable) => product.Times(values.GetValueOrDefault(variable) ?? Variable(variable), work))));

    private static string Merged(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a + b;
        }

        var all = (a + b).ToCharArray();
        Array.Sort(all);
        return new(all);
    }
}
