using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Verify.Language;
using Verify.Language.Reading;

namespace Verify.Attention.Theory;

/// <summary>
/// The claim files of proofs/ that trainings and predictions are taken from, as the build put them into the assembly, each with its settings written in place.
/// The catalogue proves them; nothing of theirs is typed in again here.
/// </summary>
internal static partial class StatedFile
{
    private static readonly ConcurrentDictionary<string, ClaimFile> Known = [];

    /// <summary>The names of the embedded files.</summary>
    public static IReadOnlyList<string> Names => typeof(StatedFile).Assembly.GetManifestResourceNames();

    /// <summary>The file of a name such as <c>risk-under-shift</c>. One that is not there, or does not read, throws <see cref="InvalidOperationException"/>.</summary>
    public static ClaimFile Read(string name) => Known.GetOrAdd($"{name}.claim", file => Read(file, Text(file)));

    /// <summary>An expression in the words of an embedded file: what <c>show</c> would be asked there, after declarations of its own.</summary>
    public static Expr Expression(string resource, string declarations, string expression) =>
        Known.GetOrAdd($"{resource}: {declarations}: {expression}", key => Read(key, $"{Text(resource)}\n{declarations}\nshow {expression}\n")).Shows[^1].Expression;

    /// <summary>The claim of a name in a file; its statement is a comparison.</summary>
    public static Comparison Comparison(string file, string claim) => (Comparison)Read(file).Claims.Single(candidate => candidate.Name == claim).Statement;

    /// <summary>The text of an embedded file as it stands in proofs/.</summary>
    public static string TextOf(string resource)
    {
        using var stream = typeof(StatedFile).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static string Text(string resource) => Use().Replace(TextOf(resource), use => Text($"{use.Groups[1].Value}.setting"));

    private static ClaimFile Read(string name, string text)
    {
        var file = ClaimReader.ReadText(name, text);
        return file.Errors.IsEmpty ? file : throw new InvalidOperationException(DiagnosticText.Line(file.Errors[0]));
    }

    [GeneratedRegex("^use \"(.*)\"$", RegexOptions.Multiline)]
    private static partial Regex Use();
}
