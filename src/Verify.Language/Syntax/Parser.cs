namespace Verify.Language.Syntax;

/// <summary>Text to surface tree.</summary>
public static class Parser
{
    /// <summary>Parses a text that uses no other file's definitions with arguments. Never throws, whatever the text.</summary>
    public static ParsedFile Parse(string path, string text) => Parse(new SourceText(path, text), _ => []);

    /// <summary>
    /// Parses a text. A name before parentheses is a call where the name is a definition with arguments (of this file, or of a setting that
    /// it uses), and a product otherwise; <paramref name="functionsOf"/> gives the names of such definitions for the setting named by a <c>use</c>.
    /// </summary>
    public static ParsedFile Parse(SourceText source, Func<string, IEnumerable<string>> functionsOf) => throw new NotSupportedException(source.Path);
}
