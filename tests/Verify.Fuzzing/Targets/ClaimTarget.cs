using System.Text;
using Verify.Fuzzing.Inputs;
using Verify.Language;
using Verify.Language.Blocks;
using Verify.Language.Printing;
using Verify.Language.Reading;
using Verify.Language.Syntax;
using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>Claim files and settings: decoding, lexer, parser, elaboration, block elimination, and the printing of what was understood and of errors.</summary>
internal sealed class ClaimTarget : ITarget
{
    /// <summary>An input that begins with this line is read as a setting.</summary>
    public const string SettingMark = "# read as a setting\n";

    private static readonly byte[] Mark = Encoding.UTF8.GetBytes(SettingMark);
    private readonly string _folder = SettingCopies.Make();

    public string Name => "claims";

    public TimeSpan MostTime => TimeSpan.FromSeconds(1);

    public Mix Mix { get; } = new ClaimTexts().Mix;

    public Answer Feed(byte[] input)
    {
        var path = Path.Combine(_folder, "input.claim");
        if (input.AsSpan().StartsWith(Mark))
        {
            File.WriteAllBytes(Path.Combine(_folder, "input.setting"), input);
            return Examine(ClaimReader.ReadText(path, "use \"input\"\nclaim \"c\": 1 = 1\n"));
        }

        if (SourceReader.TryDecode(path, input, out var source, out var error))
        {
            return Examine(ClaimReader.ReadTextHere(path, source.Text));
        }

        DiagnosticText.Render(error);
        return Answer.Refused;
    }

    private static Answer Examine(ClaimFile file)
    {
        foreach (var error in file.Errors)
        {
            DiagnosticText.Render(error);
            if (error.Message.StartsWith(InternalFault.Beginning, StringComparison.Ordinal))
            {
                throw new InvalidOperationException(error.Message);
            }
        }

        foreach (var claim in file.Claims)
        {
            UnderstoodStatement.Print(claim);
            BlockElimination.Of(claim);
        }

        foreach (var show in file.Shows)
        {
            BlockElimination.Of(show.Expression);
        }

        return file.Errors.IsEmpty ? Answer.Taken : file.Claims.IsEmpty ? Answer.Refused : Answer.InPart;
    }
}
