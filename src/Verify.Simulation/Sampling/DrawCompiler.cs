using Verify.Language;
using Verify.Simulation.Dense;
using Verify.Simulation.Drawing;
using Verify.Simulation.Instances;
using Verify.Simulation.Reduction;
using Verify.Simulation.Sampling.Steps;

namespace Verify.Simulation.Sampling;

/// <summary>Writes the steps that draw a random symbol from its law.</summary>
internal sealed class DrawCompiler(
    Instance instance, SampleWriter writer, Machinery machinery, Func<Symbol, StreamKey> streamOf, Func<Expr, LaneMatrix> compile)
{
    private const double Rounding = 1e-12;
    private readonly List<StandardDraw> _standards = [];
    private readonly Dictionary<MomentLaw, LaneMatrix> _factors = [];

    /// <summary>What was drawn so far.</summary>
    public IReadOnlyList<StandardDraw> Standards => _standards;

    /// <summary>The symbol's values over the batch.</summary>
    public LaneMatrix Draw(Frame frame, Symbol symbol)
    {
        var (rows, columns) = (instance.SizeOf(symbol.Shape.Rows), instance.SizeOf(symbol.Shape.Columns));
        return symbol.Law switch
        {
            MomentLaw law => DrawMoments(frame, symbol, law, rows, columns),
            EntriesLaw law => DrawEntries(frame, symbol, law, rows),
            LabelsLaw => throw new NotTreatedException($"draws of the labels {symbol.Name}, of which only joint moments with their inputs are given"),
            AnyLaw => DrawAtom(frame, symbol, rows, columns),
            _ => throw new NotTreatedException($"the symbol {symbol.Name} without a value"),
        };
    }

    /// <summary>m + F z for a fixed z, in the law of a vector.</summary>
    public LaneMatrix Place(Frame frame, PlacedPoint point)
    {
        var law = (MomentLaw)point.Of.Law!;
        return writer.Add(frame, [compile(law.Mean), writer.Multiply(frame, Factor(frame, law), LaneMatrix.Of(new Matrix(point.Standard.Length, 1, point.Standard)))]);
    }

    // m + F z for a vector, and for iid rows each row (m + F z)', with z standardised and F F' = C.
    private LaneMatrix DrawMoments(Frame frame, Symbol symbol, MomentLaw law, int rows, int columns)
    {
        var (mean, factor) = (compile(law.Mean), Factor(frame, law));
        var first = writer.Take(rows * columns);
        var key = streamOf(symbol);
        frame.Add(law is NormalLaw ? new DrawNormals(key, first, rows * columns) : new DrawStandardUniforms(key, first, rows * columns));
        var standard = SampleWriter.Rows(rows, columns, first);
        _standards.Add(new(standard, IsSquared: true, 1));
        var coloured = law.IidRows ? writer.Multiply(frame, standard, factor.Transposed()) : writer.Multiply(frame, factor, standard);
        var means = law.IidRows ? LaneMatrix.Of(rows, columns, (_, j) => mean.Entries[j]) with { Scale = mean.Scale } : mean;
        return means.IsConstant && Array.TrueForAll(means.ToMatrix().Entries, entry => entry == 0) ? coloured : writer.Add(frame, [means, coloured]);
    }

    // μ e with e of mean 1, a + (b - a) u with u uniform on (0, 1), or signs; on the diagonal of a diagonal matrix.
    private LaneMatrix DrawEntries(Frame frame, Symbol symbol, EntriesLaw law, int rows)
    {
        var parameters = law.Parameters.Select(compile).ToList();
        var first = writer.Take(rows);
        frame.Add(new DrawIndependent(streamOf(symbol), law.Family, first, rows));
        var standard = SampleWriter.Rows(rows, 1, first);
        if (law.Family != EntryFamily.Rademacher)
        {
            _standards.Add(new(standard, IsSquared: false, law.Family == EntryFamily.Uniform ? 0.5 : 1));
        }

        var column = law.Family switch
        {
            EntryFamily.Exponential => writer.Scale(frame, parameters[0], standard),
            EntryFamily.Uniform => writer.Add(frame,
            [
                LaneMatrix.Of(rows, 1, (_, _) => parameters[0].Entries[0]) with { Scale = parameters[0].Scale },
                writer.Scale(frame, writer.Add(frame, [parameters[1], parameters[0].Times(-1)]), standard),
            ]),
            _ => standard,
        };
        return symbol.Shape.Columns.IsOne ? column
            : LaneMatrix.Of(rows, rows, (i, j) => i == j ? column.Entries[i] : Entry.Of(0)) with { Scale = column.Scale };
    }

    private LaneMatrix DrawAtom(Frame frame, Symbol symbol, int rows, int columns)
    {
        var (choice, first) = (writer.Take(1), writer.Take(rows * columns));
        frame.Add(new DrawAtoms(streamOf(symbol), instance.Laws(symbol, rows, columns), choice, first, rows * columns));
        return SampleWriter.Rows(rows, columns, first);
    }

    private LaneMatrix Factor(Frame frame, MomentLaw law)
    {
        if (!_factors.TryGetValue(law, out var factor))
        {
            var covariance = compile(law.Covariance);
            _factors[law] = factor = covariance.IsConstant ? LaneMatrix.Of(machinery.Factor(covariance.ToMatrix())) : FactorOf(frame, covariance);
        }

        return factor;
    }

    // Cholesky's factor in every sample; a pivot that is 0 up to rounding leaves its column 0, and one below makes the sample no number.
    private LaneMatrix FactorOf(Frame frame, LaneMatrix covariance)
    {
        var n = covariance.Rows;
        var entries = Enumerable.Repeat(new LaneMatrix(1, 1, [Entry.Of(0)]), n * n).ToArray();
        for (var j = 0; j < n; j++)
        {
            var (reciprocal, column) = (entries[0], j);
            for (var i = j; i < n; i++)
            {
                var row = i;
                var rest = writer.Add(frame, [At(covariance, i, j), .. Enumerable.Range(0, j).Select(k => writer.Scale(frame, entries[(row * n) + k], entries[(column * n) + k]).Times(-1))]);
                entries[(i * n) + j] = i == j ? Root(frame, At(covariance, i, i), rest) : writer.Scale(frame, reciprocal, rest);
                reciprocal = i == j ? writer.Apply(frame, entries[(i * n) + j], x => x > 0 ? 1 / x : 0) : reciprocal;
            }
        }

        return LaneMatrix.Of(n, n, (i, j) => writer.Add(frame, [entries[(i * n) + j]]).Entries[0]);
    }

    // √rest, measured against the diagonal entry that it is left of.
    private LaneMatrix Root(Frame frame, LaneMatrix diagonal, LaneMatrix rest)
    {
        var share = writer.Scale(frame, writer.Apply(frame, diagonal, x => x > 0 ? 1 / x : 0), rest);
        var root = writer.Apply(frame, share, x => x > Rounding ? Math.Sqrt(x) : x >= -Rounding ? 0 : double.NaN);
        return writer.Scale(frame, writer.Apply(frame, diagonal, Math.Sqrt), root);
    }

    private static LaneMatrix At(LaneMatrix matrix, int i, int j) => new(1, 1, [matrix[i, j]], matrix.Scale);
}
