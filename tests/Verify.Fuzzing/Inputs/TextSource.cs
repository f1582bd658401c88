using System.Text;
using System.Text.RegularExpressions;
using Verify.Fuzzing.Targets;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>Inputs for a reader of text: near the files of the repository, made from the grammar, extreme ones, and random bytes.</summary>
internal sealed partial class TextSource
{
    private readonly string[] _files;
    private readonly string[] _lines;
    private readonly string[] _tokens;
    private readonly GrammarText? _grammar;

    private TextSource(IEnumerable<string> paths, bool areClaims)
    {
        _files = [.. paths.Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        _lines = [.. _files.SelectMany(file => file.Split('\n')).Distinct()];
        _tokens = [.. _files.SelectMany(file => TextMutations.Tokens().Matches(file)).Select(match => match.Value).Distinct()];
        _grammar = areClaims ? new() : null;
    }

    public static TextSource OfClaims() => new(FilesOf("*.claim").Concat(FilesOf("*.setting")), areClaims: true);

    public static TextSource OfPapers() => new(FilesOf("*.paper"), areClaims: false);

    public byte[] Draw(SeededDraw draw)
    {
        var text = draw.Below(20) switch
        {
            0 => null,
            1 => _grammar is null ? Extremes.OfPapers(draw) : Extremes.Of(draw, _tokens),
            < 6 when _grammar is not null => _grammar.File(draw, claims: 1 + draw.Below(4)),
            < 9 when _grammar is not null => TextMutations.Of(_grammar.File(draw, claims: 2), _lines, _tokens, draw),
            _ => TextMutations.Of(Piece(_files[draw.Below(_files.Length)], draw), _lines, _tokens, draw),
        };
        if (text is null)
        {
            return ByteMutations.Random(draw);
        }

        if (_grammar is not null && draw.Below(32) == 0)
        {
            text = ClaimTarget.SettingMark + text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        return draw.Below(16) == 0 ? ByteMutations.Of(bytes, draw) : bytes;
    }

    // Whole files are long, and what breaks a reader is seldom spread over one: the declarations and some lines do.
    private static string Piece(string file, SeededDraw draw)
    {
        var lines = file.Split('\n');
        return draw.Below(32) == 0 ? file
            : string.Join('\n', lines.Where(line => !Opening().IsMatch(line) || draw.Below(4) == 0));
    }

    private static IEnumerable<string> FilesOf(string pattern) => Directory.EnumerateFiles(RepositoryFiles.PathOf("proofs"), pattern, SearchOption.AllDirectories);

    [GeneratedRegex("^(claim|refute|#| )")]
    private static partial Regex Opening();
}
