using Verify.Language.Reading;

namespace Verify.Cli.Output;

/// <summary>Prints errors of the input to the error stream.</summary>
public static class ErrorOutput
{
    /// <summary>Each with its place and source line, in order; one that several files share, through a setting, once.</summary>
    public static void Print(Host host, IEnumerable<Diagnostic> errors)
    {
        foreach (var error in errors.Distinct())
        {
            host.Error.WriteLine(DiagnosticText.Render(error));
        }
    }
}
