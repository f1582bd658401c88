using Verify.Language;
using Verify.Testing;

namespace Verify.Symbolics.Tests.Numeric;

/// <summary>The value at an instance by the evaluator of plain arrays, which knows block matrices.</summary>
internal static class PlainValues
{
    public static double[,] Of(Expr expression, Instance at) => new PlainValue(dimension => at[dimension], symbol => at[symbol]).Of(expression);

    /// <summary>exp(v_i) over the sum of all.</summary>
    public static double[,] Softmax(double[,] v)
    {
        var sum = v.Cast<double>().Sum(Math.Exp);
        return PlainValue.Build(v.Length, 1, (i, _) => Math.Exp(v[i, 0]) / sum);
    }
}
