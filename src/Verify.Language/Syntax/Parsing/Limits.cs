namespace Verify.Language.Syntax;

/// <summary>Bounds on what is parsed, so that no input exhausts the stack: .NET cannot catch its overflow.</summary>
internal static class Limits
{
    /// <summary>How deep brackets may nest.</summary>
    public const int Nesting = 250;

    /// <summary>How deep an expression's tree may be; a product adds a level for each factor.</summary>
    public const int Height = 1000;

    /// <summary>The largest numerator or denominator of an exponent.</summary>
    public const int Exponent = 64;

    /// <summary>The largest integer in a size.</summary>
    public const int Size = 1000;
}
