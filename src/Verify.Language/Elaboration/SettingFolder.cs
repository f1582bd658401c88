using System.Diagnostics.CodeAnalysis;
using Verify.Language.Reading;
using Verify.Language.Syntax;

namespace Verify.Language.Elaboration;

/// <summary>Why a setting cannot be read: a message for the place that uses it, or an error of the file itself.</summary>
internal sealed record SettingProblem(string Message, Diagnostic? At = null);

/// <summary>The settings beside a claim file: <c>use "lsa"</c> is <c>lsa.setting</c> in the same folder. Each is read and parsed once.</summary>
internal sealed class SettingFolder(string folder)
{
    private readonly Dictionary<string, (ParsedFile? File, SettingProblem? Problem)> _known = [];
    private readonly HashSet<string> _parsing = [];

    /// <summary>The definitions with arguments that a setting gives, also through settings that it uses; none where it cannot be read.</summary>
    public IEnumerable<string> FunctionsOf(string name) => NamesOf(name, file => file.Statements.OfType<FunctionSyntax>().Select(function => function.Name.Name));

    /// <summary>All names that a setting declares, also through settings that it uses; none where it cannot be read.</summary>
    public IEnumerable<string> DeclaredBy(string name) => NamesOf(name, file => file.Statements.SelectMany(DeclaredNames.Of).Concat(file.LostNames));

    private IEnumerable<string> NamesOf(string name, Func<ParsedFile, IEnumerable<string>> own)
    {
        if (!_parsing.Add(name))
        {
            return [];
        }

        try
        {
            return TryRead(name, out var file, out _)
                ? [.. own(file), .. file.Statements.OfType<UseSyntax>().SelectMany(use => NamesOf(use.Setting.Text, own))]
                : [];
        }
        finally
        {
            _parsing.Remove(name);
        }
    }

    /// <summary>The setting as parsed, or why there is none.</summary>
    public bool TryRead(string name, [NotNullWhen(true)] out ParsedFile? file, [NotNullWhen(false)] out SettingProblem? problem)
    {
        if (!_known.TryGetValue(name, out var known))
        {
            _known[name] = known = Load(name);
        }

        (file, problem) = known;
        return file is not null;
    }

    private (ParsedFile? File, SettingProblem? Problem) Load(string name)
    {
        if (name.Length == 0 || name.AsSpan().IndexOfAny("/\\:*?\"<>|") >= 0 || name.StartsWith('.'))
        {
            return (null, new($"\"{name}\" leaves the folder: use names a setting beside this file, without a path"));
        }

        var path = Path.Combine(folder, name + ".setting");
        if (!File.Exists(path))
        {
            return (null, new($"there is no {name}.setting in this folder"));
        }

        // A link would read, and quote in errors, a file that nobody named.
        if (new FileInfo(path).LinkTarget is not null)
        {
            return (null, new($"{name}.setting is a link: a setting is a file in this folder itself"));
        }

        return SourceReader.TryRead(path, out var source, out var error)
            ? (Parser.Parse(source, FunctionsOf, DeclaredBy), null)
            : (null, new(error.Message, error));
    }
}
