using Verify.Language.Reading;

namespace Verify.Language.Tests.Elaboration;

public sealed class UseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("verify-use-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ASettingGivesItsDeclarationsAndDefinitions()
    {
        Write("base.setting", "dim d\nmatrix Λ : d × d, spd\nlet twice(P) = 2 P\n");
        Write("more.setting", "use \"base\"\nlet Γ = twice(Λ)\n");
        var file = Read("use \"more\"\nuse \"base\"\nclaim \"x\": Γ = Λ + Λ\nclaim \"y\": twice(Λ) = Γ\n");
        Assert.Empty(file.Errors);
        Assert.Equal(2, file.Claims.Length);
    }

    [Fact]
    public void ASettingThatComesBackToItselfIsAnErrorWhereItDoes()
    {
        Write("one.setting", "dim d\nuse \"two\"\n");
        Write("two.setting", "dim N\nuse \"one\"\n");
        var error = Assert.Single(Read("use \"one\"\nclaim \"x\": d = d\n").Errors);
        Assert.Equal("the setting one comes back to itself: one uses two uses one", error.Message);
        Assert.Equal(("two.setting", 2, 5), (Path.GetFileName(error.Place.File), error.Place.Line, error.Place.Column));
    }

    [Fact]
    public void ASettingHoldsNoClaims()
    {
        Write("one.setting", "dim d\nclaim \"x\": d = d\n");
        var error = Assert.Single(Read("use \"one\"\n").Errors);
        Assert.Equal(("one.setting", 2), (Path.GetFileName(error.Place.File), error.Place.Line));
    }

    [Fact]
    public void AnErrorInASettingHasItsPlaceThere()
    {
        Write("one.setting", "dim d\nmatrix A : d × d\nlet B = A + C\n");
        var file = Read("use \"one\"\nclaim \"x\": A = A\nclaim \"y\": B = A\n");
        var error = Assert.Single(file.Errors);
        Assert.Equal(("one.setting", 3, 13), (Path.GetFileName(error.Place.File), error.Place.Line, error.Place.Column));
        Assert.Equal("x", Assert.Single(file.Claims).Name);
    }

    [Fact]
    public void ANameDeclaredAlreadyInASettingSaysWhere()
    {
        Write("one.setting", "dim d\n");
        Assert.Contains("line 1 of one.setting", Assert.Single(Read("use \"one\"\ndim d\n").Errors).Message);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private ClaimFile Read(string text)
    {
        Write("x.claim", text);
        return ClaimReader.Read(Path.Combine(_folder, "x.claim"));
    }
}
