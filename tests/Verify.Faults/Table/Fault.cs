namespace Verify.Faults.Table;

/// <summary>One slip of a programmer in one place of the source.</summary>
/// <param name="Part">The part that it is in.</param>
/// <param name="What">What is wrong, in words.</param>
/// <param name="File">The file, from <c>src</c>.</param>
/// <param name="Fragment">What stands there, once in the file.</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Caught">Claims that are enough to catch it, each as its file from <c>proofs</c>, a colon and its name.</param>
internal sealed record Fault(string Part, string What, string File, string Fragment, string Replacement, params string[] Caught)
{
    /// <summary>The project whose source is changed.</summary>
    public string Project => File[..File.IndexOf('/')];

    /// <summary>The files of the claims that are enough, from the root of the repository.</summary>
    public IEnumerable<string> Files => Caught.Select(claim => $"proofs/{claim[..claim.IndexOf(':')]}.claim").Distinct();

    /// <summary>The names of the claims that are enough.</summary>
    public IEnumerable<string> Names => Caught.Select(claim => claim[(claim.IndexOf(':') + 2)..]);

    /// <summary>The text of the file with the fault in it. The fragment must stand there exactly once.</summary>
    public string In(string text)
    {
        var first = text.IndexOf(Fragment, StringComparison.Ordinal);
        if (first < 0 || text.IndexOf(Fragment, first + 1, StringComparison.Ordinal) >= 0)
        {
            throw new InvalidOperationException($"src/{File}: {(first < 0 ? "nowhere" : "more than once")}: {Fragment}");
        }

        return text[..first] + Replacement + text[(first + Fragment.Length)..];
    }
}
