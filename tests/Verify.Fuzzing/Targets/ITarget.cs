using Verify.Testing;

namespace Verify.Fuzzing.Targets;

/// <summary>A reader under attack.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>The processor time that an input may take.</summary>
    TimeSpan MostTime { get; }

    /// <summary>The bytes that may be allocated over an input: for readers 500 MB.</summary>
    long MostBytes => 500_000_000;

    /// <summary>An input.</summary>
    byte[] Draw(SeededDraw draw);

    /// <summary>Feeds it. What the reader refuses as it should is no exception here; any exception is a finding.</summary>
    void Feed(byte[] input);
}
