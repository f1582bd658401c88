namespace Verify.Cli;

/// <summary>The outside world of the command: where it writes, what the terminal can do, and how it is interrupted.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors and progress.</param>
/// <param name="Interrupt">Cancelled by Ctrl-C.</param>
public sealed record Host(TextWriter Out, TextWriter Error, CancellationToken Interrupt)
{
    /// <summary>The width in columns where results go to a terminal that can draw; otherwise null, for plain lines.</summary>
    public int? TerminalWidth { get; init; }

    /// <summary>The width in columns where progress can be drawn on the error stream; otherwise null.</summary>
    public int? ProgressWidth { get; init; }

    /// <summary>Whether colours may be used.</summary>
    public bool Colour { get; init; }

    /// <summary>Gives why results did not get to where they go, in a line; null where they did, or where nobody reads them any more.</summary>
    public Func<string?> LostOutput { get; init; } = () => null;
}
