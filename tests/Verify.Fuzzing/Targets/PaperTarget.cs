using System.Text;
using Verify.Fuzzing.Inputs;
using Verify.Reports.Catalogue;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>Lists of what papers state. A line that fits nothing is a <see cref="FormatException"/>.</summary>
internal sealed class PaperTarget : ITarget
{

    public string Name => "papers";

    public TimeSpan MostTime => TimeSpan.FromSeconds(1);

    public Mix Mix { get; } = new PaperTexts().Mix;

    public Answer Feed(byte[] input)
    {
        try
        {
            PaperReader.Read(Encoding.UTF8.GetString(input));
            return Answer.Taken;
        }
        catch (FormatException)
        {
            return Answer.Refused;
        }
    }
}
