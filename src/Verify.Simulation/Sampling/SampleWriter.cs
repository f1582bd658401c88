using Verify.Simulation.Sampling.Steps;

namespace Verify.Simulation.Sampling;

/// <summary>Writes the steps of matrix arithmetic over a batch. Zeros are left out, constants folded, and an entry that is another one stays that entry.</summary>
internal sealed class SampleWriter(Machinery machinery)
{
    /// <summary>How many rows have been taken.</summary>
    public int RowCount { get; private set; }

    /// <summary>Takes new rows and gives the first.</summary>
    public int Take(int count)
    {
        var first = RowCount;
        RowCount = checked(RowCount + count);
        return first;
    }

    /// <summary>A matrix of rows from the given one on.</summary>
    public static LaneMatrix Rows(int rows, int columns, int first) => LaneMatrix.Of(rows, columns, (i, j) => Entry.At(first + (i * columns) + j));

    /// <summary>The sum of matrices of one shape.</summary>
    public LaneMatrix Add(Frame frame, IReadOnlyList<LaneMatrix> terms) => LaneMatrix.Of(terms[0].Rows, terms[0].Columns, (i, j) =>
    {
        var sum = new Terms();
        foreach (var term in terms)
        {
            sum.Add(term[i, j], term.Scale);
        }

        return Put(frame, sum);
    });

    /// <summary>The matrix product.</summary>
    public LaneMatrix Multiply(Frame frame, LaneMatrix left, LaneMatrix right) => LaneMatrix.Of(left.Rows, right.Columns, (i, j) =>
    {
        var sum = new Terms();
        for (var k = 0; k < left.Columns; k++)
        {
            sum.Add(left[i, k], right[k, j]);
        }

        return Put(frame, sum);
    }) with { Scale = left.Scale * right.Scale };

    /// <summary>A matrix times a scalar, both over the batch.</summary>
    public LaneMatrix Scale(Frame frame, LaneMatrix scalar, LaneMatrix matrix) => scalar.IsConstant
        ? matrix.Times(scalar.Scale * scalar.Entries[0].Constant)
        : Entrywise(frame, matrix, _ => scalar.Entries[0]) with { Scale = scalar.Scale * matrix.Scale };

    /// <summary>The entrywise product.</summary>
    public LaneMatrix Hadamard(Frame frame, LaneMatrix left, LaneMatrix right) =>
        Entrywise(frame, left, place => right.Entries[place]) with { Scale = left.Scale * right.Scale };

    /// <summary>tr(A B) = Σ aᵢⱼ bⱼᵢ, without the product.</summary>
    public LaneMatrix Inner(Frame frame, LaneMatrix left, LaneMatrix right)
    {
        var sum = new Terms();
        for (var i = 0; i < left.Rows; i++)
        {
            for (var j = 0; j < left.Columns; j++)
            {
                sum.Add(left[i, j], right[j, i]);
            }
        }

        return new(1, 1, [Put(frame, sum)], left.Scale * right.Scale);
    }

    /// <summary>A function of a scalar.</summary>
    public LaneMatrix Apply(Frame frame, LaneMatrix scalar, Func<double, double> function)
    {
        var input = Put(frame, new Terms().Add(scalar.Entries[0], scalar.Scale));
        if (input.IsConstant)
        {
            return new(1, 1, [Entry.Of(function(input.Constant))]);
        }

        var output = Take(1);
        frame.Add(new EntryFunction(input.Index, output, function));
        return new(1, 1, [Entry.At(output)]);
    }

    private LaneMatrix Entrywise(Frame frame, LaneMatrix matrix, Func<int, Entry> factor) => new(
        matrix.Rows, matrix.Columns, [.. matrix.Entries.Select((entry, place) => Put(frame, new Terms().Add(entry, factor(place))))]);

    private Entry Put(Frame frame, Terms terms)
    {
        if (terms.Alone is { } entry)
        {
            return entry;
        }

        var output = Take(1);
        frame.Add(machinery.Combine(terms.ToCombination(output)));
        return Entry.At(output);
    }
}
