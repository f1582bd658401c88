using Verify.Coordinates.Arithmetic;
using Verify.Coordinates.Matrices;
using Verify.Language;

namespace Verify.Coordinates.Instances;

/// <summary>Whether a value has what a symbol's declaration promises.</summary>
internal static class Attributes
{
    /// <summary>Checks the range of a scalar, or every attribute of a matrix.</summary>
    public static bool Allow(Symbol symbol, Rational[,] value)
    {
        if (symbol.Shape.IsScalar)
        {
            return symbol.Range.Contains(value[0, 0]);
        }

        return (!symbol.Is(MatrixAttributes.Symmetric) || RationalMatrix.AreEqual(value, RationalMatrix.Transpose(value)))
            && (!symbol.Is(MatrixAttributes.Diagonal) || RationalMatrix.AreEqual(value, RationalMatrix.Diagonal(value.GetLength(0), i => value[i, i])))
            && (!symbol.Is(MatrixAttributes.Orthogonal) || RationalMatrix.AreEqual(RationalMatrix.Multiply(value, RationalMatrix.Transpose(value)), RationalMatrix.Identity(value.GetLength(0))))
            && (!symbol.Is(MatrixAttributes.UnitVector) || value.Cast<Rational>().Where(x => !x.IsZero).ToList() is [{ IsOne: true }])
            && (!symbol.Is(MatrixAttributes.PositiveSemidefinite) || IsDefinite(value, symbol.Is(MatrixAttributes.PositiveDefinite)));
    }

    private static bool IsDefinite(Rational[,] value, bool strictly)
    {
        var definite = Definiteness.Of(new(new(new(long.MaxValue, default))), Matrix.Of(value));
        return strictly ? definite.IsPositive : definite.IsNonnegative;
    }
}
