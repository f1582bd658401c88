using System.Collections.Immutable;
using System.Numerics;
using Verify.Language;

namespace Verify.Evidence.Keeping;

/// <summary>The dimensions and symbols that findings on a claim may name, by number: those of the claim, then those that its statement binds.</summary>
internal sealed class NamedParts
{
    private const int MostOfSize = 1_000_000;
    private readonly ImmutableArray<Dimension> _dimensions;
    private readonly ImmutableArray<Symbol> _symbols;

    /// <summary>Those of a claim.</summary>
    public NamedParts(Claim claim)
    {
        var (acted, approached) = CounterexampleFile.BoundByStatement(claim.Statement);
        _dimensions = [.. claim.Dimensions.Concat(approached).Distinct()];
        _symbols = [.. claim.Symbols.Concat(acted).Distinct()];
    }

    /// <summary>Writes sizes and values, and gives whether every name is known.</summary>
    public bool TryWrite(
        BinaryWriter writer,
        ImmutableArray<KeyValuePair<Dimension, int>> sizes,
        ImmutableArray<KeyValuePair<Symbol, ImmutableArray<ImmutableArray<Rational>>>> values)
    {
        writer.Write(sizes.Length);
        foreach (var (dimension, size) in sizes)
        {
            writer.Write(_dimensions.IndexOf(dimension));
            writer.Write(size);
        }

        writer.Write(values.Length);
        foreach (var (symbol, rows) in values)
        {
            writer.Write(_symbols.IndexOf(symbol));
            writer.Write(rows.Length);
            writer.Write(rows.IsEmpty ? 0 : rows[0].Length);
            foreach (var entry in rows.SelectMany(row => row))
            {
                WriteInteger(writer, entry.Numerator);
                WriteInteger(writer, entry.Denominator);
            }
        }

        return sizes.All(size => _dimensions.Contains(size.Key)) && values.All(value => _symbols.Contains(value.Key));
    }

    /// <summary>Sizes, each dimension once, and values, of each matrix as many entries as its shape has at these sizes. What is not so throws <see cref="CheckpointException"/>.</summary>
    public (ImmutableArray<KeyValuePair<Dimension, int>> Sizes, ImmutableArray<KeyValuePair<Symbol, ImmutableArray<ImmutableArray<Rational>>>> Values) Read(ref StateReader reader)
    {
        var sizes = ImmutableArray.CreateBuilder<KeyValuePair<Dimension, int>>();
        for (var left = reader.Below(_dimensions.Length + 1); left > 0; left--)
        {
            sizes.Add(new(_dimensions[reader.Below(_dimensions.Length)], reader.Below(MostOfSize + 1)));
        }

        var known = sizes.DistinctBy(size => size.Key).ToDictionary(size => size.Key, size => size.Value);
        var values = ImmutableArray.CreateBuilder<KeyValuePair<Symbol, ImmutableArray<ImmutableArray<Rational>>>>();
        for (var left = reader.Below(_symbols.Length + 1); left > 0; left--)
        {
            var symbol = _symbols[reader.Below(_symbols.Length)];
            var rows = ReadMatrix(ref reader);
            values.Add(Fits(symbol.Shape, rows, known) ? new(symbol, rows) : throw CheckpointException.Wrong());
        }

        return known.Count == sizes.Count && known.Values.All(size => size >= 1)
            ? (sizes.ToImmutable(), values.ToImmutable())
            : throw CheckpointException.Wrong();
    }

    private static ImmutableArray<ImmutableArray<Rational>> ReadMatrix(ref StateReader reader)
    {
        var (height, width) = (reader.Below(reader.Left), reader.Below(reader.Left));
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Rational>>();
        for (var i = 0; i < height; i++)
        {
            var row = ImmutableArray.CreateBuilder<Rational>();
            for (var j = 0; j < width; j++)
            {
                var (numerator, denominator) = (reader.Integer(), reader.Integer());
                row.Add(denominator.Sign > 0 ? new(numerator, denominator) : throw CheckpointException.Wrong());
            }

            rows.Add(row.ToImmutable());
        }

        return height > 0 && width > 0 ? rows.ToImmutable() : throw CheckpointException.Wrong();
    }

    private static bool Fits(Shape shape, ImmutableArray<ImmutableArray<Rational>> rows, Dictionary<Dimension, int> sizes)
    {
        try
        {
            return Fits(shape.Rows, rows.Length, sizes) && Fits(shape.Columns, rows[0].Length, sizes);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static bool Fits(Size size, int length, Dictionary<Dimension, int> sizes) =>
        !size.Dimensions.All(sizes.ContainsKey) || size.Evaluate(dimension => sizes[dimension]) == length;

    private static void WriteInteger(BinaryWriter writer, BigInteger value)
    {
        var bytes = value.ToByteArray();
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }
}
