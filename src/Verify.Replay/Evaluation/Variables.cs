using Verify.Language;
using Verify.Replay.Arithmetic;

namespace Verify.Replay.Evaluation;

/// <summary>Numbers the entries of symbols that are averaged over, differentiated by, or moved.</summary>
internal sealed class Variables<T>
    where T : struct, INumberKind<T>
{
    private readonly List<(Symbol Symbol, int Row, int Column)> _places = [];

    /// <summary>Where a variable stands in its symbol.</summary>
    public (Symbol Symbol, int Row, int Column) this[char variable] => _places[variable];

    /// <summary>
    /// The symbol's value with a variable for each entry: one for both entries ij and ji of a symmetric matrix, 0 off the diagonal of a diagonal one.
    /// Other attributes throw <see cref="NotEvaluatedException"/>.
    /// </summary>
    public Matrix<T> ValueOf(Symbol symbol, int rows, int columns)
    {
        if (symbol.Is(MatrixAttributes.Orthogonal) || symbol.Is(MatrixAttributes.UnitVector))
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, $"{symbol} has no free entries");
        }

        var known = new Dictionary<(int, int), Polynomial<T>>();
        return new(rows, columns, (i, j) => symbol.Is(MatrixAttributes.Diagonal) && i != j ? Polynomial<T>.Zero
            : symbol.Is(MatrixAttributes.Symmetric) && i > j ? known[(j, i)]
            : known[(i, j)] = New(symbol, i, j));
    }

    private Polynomial<T> New(Symbol symbol, int row, int column)
    {
        if (_places.Count >= Matrix<T>.MostEntries)
        {
            throw new NotEvaluatedException(Obstacle.NotTreated, $"more than {Matrix<T>.MostEntries} random entries are too many here");
        }

        _places.Add((symbol, row, column));
        return Polynomial<T>.Variable((char)(_places.Count - 1));
    }
}
