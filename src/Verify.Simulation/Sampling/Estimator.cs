using System.Collections.Immutable;
using Verify.Language;

namespace Verify.Simulation.Sampling;

/// <summary>
/// An unbiased estimator of an expression: every E[…] in it is replaced by its body at one draw, so that the mean of <see cref="Draw"/> over the drawn
/// symbols is the expression. Sums may use one draw of an expectation twice; factors of a product never do, since E[f] E[g] is the mean of f g only
/// where f and g are independent.
/// </summary>
/// <param name="Draw">The expression at one draw; the drawn symbols are free in it.</param>
/// <param name="Drawn">What is drawn, in order: the law of one mentions only earlier ones and what is fixed.</param>
internal sealed record Estimator(Expr Draw, ImmutableArray<Symbol> Drawn)
{
    /// <summary>Whether nothing needs to be drawn, so that the expression can be evaluated as it stands.</summary>
    public bool IsDeterministic => Drawn.IsEmpty;

    /// <summary>The estimator of an expression. An expectation where no draw of it is unbiased (under an inverse, a root or a norm) throws <see cref="NotTreatedException"/>.</summary>
    public static Estimator Of(Expr expression)
    {
        var reading = new Reading();
        var draw = reading.At(expression, 0);
        return new(draw, [.. reading.Drawn]);
    }

    private sealed class Reading
    {
        private readonly Dictionary<(Expr, int), Expr> _known = [];
        private readonly Dictionary<Expr, ImmutableHashSet<Expr>> _expectations = [];
        private int _copies;

        public List<Symbol> Drawn { get; } = [];

        // Copies of one expectation with different numbers are independent.
        public Expr At(Expr expression, int copy)
        {
            if (Expectations(expression).IsEmpty)
            {
                return expression;
            }

            if (!_known.TryGetValue((expression, copy), out var draw))
            {
                _known[(expression, copy)] = draw = Read(expression, copy);
            }

            return draw;
        }

        private Expr Read(Expr expression, int copy) => expression switch
        {
            Sum or Transpose or Trace or DiagonalPart or BlockMatrix or Vectorization => expression.WithChildren([.. expression.Children.Select(child => At(child, copy))]),
            Product product => Expr.Times(At(product.Left, copy), At(product.Right, Apart(product.Left, product.Right, copy))),
            Hadamard => Expr.EntrywiseProduct(At(expression.Children[0], copy), At(expression.Children[1], Apart(expression.Children[0], expression.Children[1], copy))),
            KroneckerProduct product => Expr.Kronecker(At(product.Left, copy), At(product.Right, Apart(product.Left, product.Right, copy))),
            Power { Base: FrobeniusNorm norm } power when power.Exponent == 2 => Square(norm.Children[0], copy),
            Power power when power.Exponent.Denominator.IsOne && power.Exponent.Sign > 0 => Repeated(power.Base, (int)power.Exponent.Numerator, copy),
            Expectation expectation => Open(expectation, copy),
            Gradient gradient when MovesALaw(gradient) => throw new NotTreatedException("the gradient of an expectation by what its law depends on"),
            Gradient gradient when Expectations(gradient.At).IsEmpty => Expr.GradientOf(At(gradient.Body, copy), gradient.Bound, gradient.At),
            Minimum => throw new NotTreatedException("the minimum of an expectation inside an expression"),
            Limit => throw new NotTreatedException("the limit of an expectation"),
            _ => throw new NotTreatedException("an expectation under an inverse, a root or a norm"),
        };

        private int Apart(Expr left, Expr right, int copy) => Expectations(left).Overlaps(Expectations(right)) ? ++_copies : copy;

        private Expr Square(Expr matrix, int copy) => Expr.TraceOf(Expr.Times(At(matrix, copy), Expr.TransposeOf(At(matrix, ++_copies))));

        private Expr Repeated(Expr @base, int exponent, int copy) =>
            Enumerable.Range(1, exponent - 1).Aggregate(At(@base, copy), (product, _) => Expr.Times(product, At(@base, ++_copies)));

        // The first copy keeps its symbols; each further one gets symbols of its own.
        private Expr Open(Expectation expectation, int copy)
        {
            var own = copy == 0 && !expectation.Bound.Any(Drawn.Contains) ? expectation : Renamed(expectation);
            Drawn.AddRange(own.Bound);
            return At(own.Body, copy);
        }

        private static Expectation Renamed(Expectation expectation)
        {
            var names = new Dictionary<Symbol, Expr>();
            var bound = ImmutableArray.CreateBuilder<Symbol>();
            foreach (var symbol in expectation.Bound)
            {
                var fresh = new Symbol(symbol.Name, symbol.Shape, symbol.Role, symbol.Attributes, symbol.Range, new Substitution(names).In(symbol.Law!));
                names.Add(symbol, Expr.Of(fresh));
                bound.Add(fresh);
            }

            return (Expectation)Expr.ExpectationOf(new Substitution(names).In(expectation.Body), bound.ToImmutable());
        }

        // Draws from a law that moves with the parameter move too, which the gradient of the body alone leaves out.
        private bool MovesALaw(Gradient gradient) => Expectations(gradient.Body).OfType<Expectation>().SelectMany(expectation => expectation.Bound)
            .Any(symbol => symbol.Law is { } law && law.FreeSymbols.Contains(gradient.Bound));

        // A sum over the atoms of finite laws, which nothing needs to be drawn for.
        private static bool IsFinite(Expectation expectation) =>
            expectation.Bound.All(symbol => symbol.Law is AnyLaw) && expectation.FreeSymbols.All(symbol => symbol.Role != SymbolRole.Random);

        // The expectations of which draws are needed.
        private ImmutableHashSet<Expr> Expectations(Expr expression)
        {
            if (!_expectations.TryGetValue(expression, out var found))
            {
                found = expression.Children.Aggregate(ImmutableHashSet<Expr>.Empty, (all, child) => all.Union(Expectations(child)));
                _expectations[expression] = found = expression is Expectation expectation && !(found.IsEmpty && IsFinite(expectation)) ? found.Add(expression) : found;
            }

            return found;
        }
    }
}
