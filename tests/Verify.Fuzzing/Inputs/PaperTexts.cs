using System.Text;
using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>Inputs for the reader of lists of statements: some statements of those in proofs/, changed, for the most part.</summary>
internal sealed class PaperTexts
{
    private readonly string[] _files = [.. Paths().Select(File.ReadAllText)];
    private readonly IReadOnlyList<string> _slices = Slices.OfPapers(Paths());
    private readonly TextMutations _mutations;

    public PaperTexts()
    {
        _mutations = new(_files);
        Mix = new Mix()
            .With(400, "random bytes", ByteMutations.Random)
            .With(600, "words in disorder", draw => _mutations.Disorder(draw, 64))
            .With(300, "statements", Statements)
            .With(600, "statements, bytes changed", draw => ByteMutations.Of(Encoding.UTF8.GetBytes(Statements(draw)), draw))
            .With(100, "much of one thing", draw => Extremes.OfPapers(draw, 40))
            .With(10, "very much of one thing", draw => Extremes.OfPapers(draw, draw.Below(20) == 0 ? 20_000 : 260))
            .With(10, "file, changed", draw => Changed(_files[draw.Below(_files.Length)], draw))
            .With(7980, "statements, changed", draw => Changed(Statements(draw), draw));
    }

    public Mix Mix { get; }

    private string Statements(SeededDraw draw) => string.Concat(Enumerable.Range(0, Mix.Length(draw, 8)).Select(_ => Slices.Draw(_slices, draw)));

    private string Changed(string text, SeededDraw draw) => _mutations.Of(Pieces.Of(text), draw);

    private static IEnumerable<string> Paths() => Directory.EnumerateFiles(RepositoryFiles.PathOf("proofs"), "*.paper", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
