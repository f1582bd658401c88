using FsCheck;
using FsCheck.Fluent;

namespace Verify.Testing;

/// <summary>Runs FsCheck properties so that a false one throws: <c>QuickCheck()</c> alone only prints.</summary>
public static class PropertyCheck
{
    private static readonly Config Throwing = Config.QuickThrowOnFailure;

    /// <summary>Checks the property on a fixed sequence of random values of growing size; the failing case, shrunk, is in the exception.</summary>
    public static void Holds(this Property property, int tests = 100, ulong seed = 1) =>
        Check.One(Throwing.WithMaxTest(tests).WithReplay(seed, 1UL), property);
}
