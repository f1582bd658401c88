using Verify.Simulation.Dense;

namespace Verify.Simulation.Sampling;

/// <summary>One entry of a matrix over a batch of samples: a row of the workspace, or one number that is the same in every sample (index -1).</summary>
internal readonly record struct Entry(int Index, double Constant)
{
    /// <summary>Whether every sample has the same value.</summary>
    public bool IsConstant => Index < 0;

    /// <summary>The same value in every sample.</summary>
    public static Entry Of(double constant) => new(-1, constant);

    /// <summary>A row of the workspace.</summary>
    public static Entry At(int index) => new(index, 0);
}

/// <summary>
/// A matrix over a batch: <see cref="Scale"/> times its entries, row by row. Blocks, transposes and zeros are only other lists of entries, so they cost nothing.
/// </summary>
internal sealed record LaneMatrix(int Rows, int Columns, Entry[] Entries, double Scale = 1)
{
    /// <summary>The entry in row i and column j, without the scale.</summary>
    public Entry this[int i, int j] => Entries[(i * Columns) + j];

    /// <summary>Whether no entry differs between samples.</summary>
    public bool IsConstant => Array.TrueForAll(Entries, entry => entry.IsConstant);

    /// <summary>A matrix that is the same in every sample.</summary>
    public static LaneMatrix Of(Matrix value) => new(value.Rows, value.Columns, Array.ConvertAll(value.Entries, Entry.Of));

    /// <summary>The matrix with the given entries.</summary>
    public static LaneMatrix Of(int rows, int columns, Func<int, int, Entry> entry) =>
        new(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(place => entry(place / columns, place % columns))]);

    /// <summary>The value of a matrix that is the same in every sample.</summary>
    public Matrix ToMatrix() => new(Rows, Columns, Array.ConvertAll(Entries, entry => Scale * entry.Constant));

    /// <summary>The transpose.</summary>
    public LaneMatrix Transposed() => Of(Columns, Rows, (i, j) => this[j, i]) with { Scale = Scale };

    /// <summary>This times a number.</summary>
    public LaneMatrix Times(double factor) => this with { Scale = Scale * factor };
}
