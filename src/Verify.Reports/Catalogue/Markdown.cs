namespace Verify.Reports.Catalogue;

/// <summary>Parts of a Markdown page.</summary>
internal static class Markdown
{
    /// <summary>A row of a table.</summary>
    public static string Row(params string[] cells) => $"| {string.Join(" | ", cells.Select(Cell))} |";

    /// <summary>The head of a table and the line beneath.</summary>
    public static string Head(params string[] cells) => $"{Row(cells)}\n|{string.Concat(cells.Select(_ => "---|"))}";

    /// <summary>Text as code, whatever it contains.</summary>
    public static string Code(string text) => text.Contains('`') ? $"`` {text} ``" : $"`{text}`";

    /// <summary>A link.</summary>
    public static string Link(string text, string target) => $"[{text}]({target})";

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
