namespace Verify.Cli.Tests;

/// <summary>A folder of claim files that is gone after the test.</summary>
internal sealed class ClaimFolder : IDisposable
{
    public ClaimFolder(params (string Name, string Text)[] files)
    {
        Directory.CreateDirectory(Root);
        foreach (var (name, text) in files)
        {
            Write(name, text);
        }
    }

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"verify-{Guid.NewGuid():N}");

    public string this[string name] => Path.Combine(Root, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(this[name], bytes);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
