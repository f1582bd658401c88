using System.Collections.Immutable;
using Verify.Evidence;
using Verify.Language;
using Verify.Language.Reading;

namespace Verify.Cli.Input;

/// <summary>Everything that the paths of a command line hold.</summary>
public static class Corpus
{
    /// <summary>
    /// The files of the paths, in the order given, each once. A path under which <paramref name="holds"/> finds nothing, and no error explains it,
    /// is itself an error: what checks nothing must not look like success.
    /// </summary>
    /// <param name="given">Files and folders.</param>
    /// <param name="threads">How many files are read at a time.</param>
    /// <param name="holds">How many of the things looked for a file holds.</param>
    /// <param name="things">What they are called.</param>
    public static ImmutableArray<ClaimFile> Read(IEnumerable<string> given, int threads, Func<ClaimFile, int> holds, string things)
    {
        var paths = given.Select(ClaimPaths.Find).ToList();
        var unique = paths.SelectMany(path => path.Files).DistinctBy(Path.GetFullPath).ToList();
        var read = Checker.Read(unique, threads).Zip(unique).ToDictionary(pair => Path.GetFullPath(pair.Second), pair => pair.First);
        var files = ImmutableArray.CreateBuilder<ClaimFile>();
        foreach (var path in paths)
        {
            var found = path.Files.Select(file => read[Path.GetFullPath(file)]).ToList();
            files.AddRange(found.Where(file => !files.Contains(file)));
            var fault = path.Fault ?? (found.All(file => holds(file) == 0 && file.Errors.IsEmpty) ? ClaimPaths.Fault(path.Given, $"no {things} here") : null);
            if (fault is not null)
            {
                files.Add(ClaimPaths.Empty(path.Given, fault));
            }
        }

        return files.ToImmutable();
    }

    /// <summary>The files with only the claims of these names. Throws <see cref="UsageException"/> for a name that no claim has.</summary>
    public static ImmutableArray<ClaimFile> Only(ImmutableArray<ClaimFile> files, IReadOnlyCollection<string> names)
    {
        var known = files.SelectMany(file => file.Claims).Select(claim => claim.Name).ToHashSet();
        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            var near = NearNames.Of(name, known);
            throw new UsageException($"no claim is named \"{name}\"" + (near.Count == 0 ? "" : $"; there is {string.Join(", ", near.Select(other => $"\"{other}\""))}"));
        }

        return [.. files.Select(file => file with { Claims = [.. file.Claims.Where(claim => names.Contains(claim.Name))] })];
    }
}
