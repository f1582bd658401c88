using Verify.Language.Routes;

namespace Verify.Evidence;

/// <summary>The words that reports use, the same on the console and in JSON.</summary>
public static class Words
{
    /// <summary><c>proved</c>, <c>refuted</c>, <c>supported</c>, <c>undecided</c> or <c>conflict</c>.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Proved => "proved",
        Verdict.Refuted => "refuted",
        Verdict.Supported => "supported",
        Verdict.Undecided => "undecided",
        _ => "conflict",
    };

    /// <summary><c>proved</c>, <c>agrees</c>, <c>disagrees</c>, <c>undecided</c> or <c>not treated</c>.</summary>
    public static string Word(this Outcome outcome) => outcome switch
    {
        Outcome.Proved => "proved",
        Outcome.Agrees => "agrees",
        Outcome.Disagrees => "disagrees",
        Outcome.Undecided => "undecided",
        _ => "not treated",
    };
}
