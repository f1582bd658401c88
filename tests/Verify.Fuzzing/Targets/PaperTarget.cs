using System.Text;
using Verify.Fuzzing.Inputs;
using Verify.Reports.Catalogue;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>Lists of what papers state. A line that fits nothing is a <see cref="FormatException"/>.</summary>
internal sealed class PaperTarget : ITarget
{
    private readonly TextSource _texts = TextSource.OfPapers();

    public string Name => "papers";

    public TimeSpan MostTime => TimeSpan.FromSeconds(1);

    public byte[] Draw(SeededDraw draw) => _texts.Draw(draw);

    public void Feed(byte[] input)
    {
        try
        {
            PaperReader.Read(Encoding.UTF8.GetString(input));
        }
        catch (FormatException)
        {
        }
    }
}
