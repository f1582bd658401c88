using System.Globalization;
using Verify.Simulation.Dense;

namespace Verify.Simulation.Checks;

/// <summary>Numbers as reports print them.</summary>
internal static class Figures
{
    /// <summary>Five significant digits.</summary>
    public static string Of(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    /// <summary>A relative error in per cent, two digits.</summary>
    public static string Percent(double value) => (100 * value).ToString("G2", CultureInfo.InvariantCulture) + " %";

    /// <summary>A matrix as the claim language writes it.</summary>
    public static string Of(Matrix value) => value.Entries.Length == 1 ? Of(value.Entries[0])
        : "[" + string.Join("; ", Enumerable.Range(0, value.Rows).Select(i => string.Join(", ", Enumerable.Range(0, value.Columns).Select(j => Of(value[i, j]))))) + "]";
}
