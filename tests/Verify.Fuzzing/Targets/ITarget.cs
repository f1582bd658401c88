using Verify.Fuzzing.Inputs;

namespace Verify.Fuzzing.Targets;

/// <summary>What a reader makes of an input: an error and nothing else, an error and sound parts, or all of it.</summary>
internal enum Answer
{
    Refused,
    InPart,
    Taken,
}

/// <summary>A reader with inputs that are near to what it reads.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>The processor time that an input may take.</summary>
    TimeSpan MostTime { get; }

    /// <summary>The bytes that may be allocated over an input: for readers 500 MB.</summary>
    long MostBytes => 500_000_000;

    /// <summary>Its inputs.</summary>
    Mix Mix { get; }

    /// <summary>Feeds it. What the reader refuses as it should is no exception here; any exception is a finding.</summary>
    Answer Feed(byte[] input);
}
