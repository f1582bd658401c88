using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>A small generator of its own (SplitMix64: Steele, Lea &amp; Flood 2014), with normal numbers by Box and Muller.</summary>
internal sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>How many draws a mean takes.</summary>
    public const int Count = 1000;

    /// <summary>Whether anything was drawn.</summary>
    public bool Used { get; private set; }

    /// <summary>Uniform in (0, 1).</summary>
    public double Uniform()
    {
        Used = true;
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (((z ^ (z >> 31)) >> 11) + 0.5) / (1UL << 53);
    }

    /// <summary>Standard normal.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>A draw of a symbol, given those that its law mentions.</summary>
    public Matrix<T> Of<T>(Symbol symbol, Evaluator<T> given)
        where T : struct, INumberKind<T>
    {
        var (rows, columns) = (given.Setting.Of(symbol.Shape.Rows), given.Setting.Of(symbol.Shape.Columns));
        switch (symbol.Law)
        {
            case NormalLaw law:
                var mean = given.Of(law.Mean).Doubles();
                var root = Functions.RealPower(given.Of(law.Covariance), new Rational(1, 2)).Doubles();
                var noise = new double[rows, columns];
                for (var i = 0; i < rows; i++)
                {
                    for (var j = 0; j < columns; j++)
                    {
                        noise[i, j] = Normal();
                    }
                }

                return law.IidRows
                    ? new(rows, columns, (i, j) => Entry<T>(mean[j, 0] + Enumerable.Range(0, columns).Sum(k => noise[i, k] * root[k, j])))
                    : new(rows, 1, (i, _) => Entry<T>(mean[i, 0] + Enumerable.Range(0, rows).Sum(k => root[i, k] * noise[k, 0])));
            case EntriesLaw law:
                var parameters = law.Parameters.Select(parameter => given.ScalarOf(parameter).Constant.Double).ToList();
                return new(rows, columns, (i, j) => symbol.Is(MatrixAttributes.Diagonal) && i != j ? Polynomial<T>.Zero : Entry<T>(law.Family switch
                {
                    EntryFamily.Exponential => -parameters[0] * Math.Log(Uniform()),
                    EntryFamily.Uniform => parameters[0] + ((parameters[1] - parameters[0]) * Uniform()),
                    _ => Uniform() < 0.5 ? -1 : 1,
                }));
            default:
                throw new NotEvaluatedException(Obstacle.NotTreated, $"the law of {symbol} cannot be drawn from");
        }
    }

    private static Polynomial<T> Entry<T>(double value)
        where T : struct, INumberKind<T> => Polynomial<T>.Of(T.OfDouble(value));
}
