using System.Text;
using Verify.Fuzzing.Targets;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>Inputs for the reader of claim files: small ones near those of proofs/ and near the grammar for the most part, large ones seldom.</summary>
internal sealed class ClaimTexts
{
    private readonly string[] _files = [.. FilesOf("*.claim").Concat(FilesOf("*.setting")).Order(StringComparer.Ordinal).Select(File.ReadAllText)];
    private readonly IReadOnlyList<string> _slices = Slices.OfClaims(FilesOf("*.claim").Order(StringComparer.Ordinal));
    private readonly GrammarText _grammar = new();
    private readonly TextMutations _mutations;

    public ClaimTexts()
    {
        _mutations = new(_files);
        Mix = new Mix()
            .With(400, "random bytes", ByteMutations.Random)
            .With(700, "words in disorder", draw => _mutations.Disorder(draw, 64))
            .With(1000, "grammar", draw => _grammar.File(draw, draw.Below(8) == 0 ? 2 : 1))
            .With(2000, "grammar, changed", draw => Changed(_grammar.File(draw, 1), draw))
            .With(100, "slice", draw => Slices.Draw(_slices, draw))
            .With(500, "slice, bytes changed", draw => ByteMutations.Of(Encoding.UTF8.GetBytes(Slices.Draw(_slices, draw)), draw))
            .With(200, "two slices", draw => Changed(Slices.Draw(_slices, draw) + Slices.Draw(_slices, draw), draw))
            .With(10, "setting", draw => ClaimTarget.SettingMark + Changed(draw.Below(2) == 0 ? _grammar.File(draw, 1) : Slices.Draw(_slices, draw), draw))
            .With(20, "much of one thing", draw => Extremes.Of(draw, _mutations.Word, 40))
            .With(2, "very much of one thing", draw => Extremes.Of(draw, _mutations.Word, draw.Below(20) == 0 ? 20_000 : 260))
            .With(3, "file, changed", draw => Changed(_files[draw.Below(_files.Length)], draw))
            .With(5065, "slice, changed", draw => Changed(Slices.Draw(_slices, draw), draw));
    }

    public Mix Mix { get; }

    private string Changed(string text, SeededDraw draw) => _mutations.Of(Pieces.Of(text), draw);

    private static IEnumerable<string> FilesOf(string pattern) => Directory.EnumerateFiles(RepositoryFiles.PathOf("proofs"), pattern, SearchOption.AllDirectories);
}
