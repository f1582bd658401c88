using Verify.Testing;

namespace Verify.Fuzzing.Inputs;

/// <summary>A folder of its own with a copy of every setting in proofs/, and two settings that use each other. It goes when the process ends.</summary>
internal static class SettingCopies
{
    public static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("verify-fuzzing-").FullName;
        foreach (var path in Directory.EnumerateFiles(RepositoryFiles.PathOf("proofs"), "*.setting", SearchOption.AllDirectories))
        {
            File.Copy(path, Path.Combine(folder, Path.GetFileName(path)), overwrite: true);
        }

        File.WriteAllText(Path.Combine(folder, "there.setting"), "use \"back\"\n");
        File.WriteAllText(Path.Combine(folder, "back.setting"), "use \"there\"\n");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
