using Verify.Simulation;

namespace Verify.Evidence.Tests.Faults;

/// <summary>A fault in what draws or evaluates shows as a conflict with what the algebra proves, on few claims of the catalogue; where nothing is broken there is none.</summary>
public sealed class SamplingFaultsTests
{
    private const string Folder = "language";
    private const string File = "gaussian-laws.claim";

    private static readonly string[] Claims = ["normal rows: second moment", "normal mean: of a square", "normal identity: iid entries", "independence: of one shape"];

    [Fact]
    public void A_sound_simulation_contradicts_nothing() => Assert.Empty(Broken.Conflicts(Parts.Sound, Folder, File, Claims));

    [Fact]
    public void A_lost_factor_of_the_covariance_is_seen()
    {
        var seen = Broken.Conflicts(Broken.LostFactor, Folder, File, Claims);
        Assert.Contains("normal rows: second moment", seen);
        Assert.Contains("normal mean: of a square", seen);
        Assert.DoesNotContain("normal identity: iid entries", seen);
    }

    /// <summary>Claims with one random symbol cannot see it; a claim with two matrices of one shape does.</summary>
    [Fact]
    public void A_shared_stream_is_seen()
    {
        var seen = Broken.Conflicts(Broken.SharedStream, Folder, File, Claims);
        Assert.Contains("independence: of one shape", seen);
        Assert.DoesNotContain("normal rows: second moment", seen);
    }

    [Fact]
    public void A_lost_product_is_seen()
    {
        var seen = Broken.Conflicts(Broken.LostProduct, Folder, File, Claims);
        Assert.Contains("normal identity: iid entries", seen);
        Assert.Contains("normal rows: second moment", seen);
    }
}
