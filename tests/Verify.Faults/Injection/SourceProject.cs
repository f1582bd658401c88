using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify.Faults.Table;
using Verify.Testing;

namespace Verify.Faults.Injection;

/// <summary>A project of <c>src</c> as the compiler sees it: its sources, parsed once, against the assemblies that the build made of the other projects.</summary>
internal sealed class SourceProject
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private static readonly ConcurrentDictionary<string, Lazy<SourceProject>> Known = new();

    private readonly Assembly _built;
    private readonly CSharpCompilation _sound;
    private readonly Dictionary<string, SyntaxTree> _trees;

    private SourceProject(string name)
    {
        _built = Assembly.Load(name);
        _trees = Directory.EnumerateFiles(RepositoryFiles.PathOf("src", name), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(RepositoryFiles.PathOf("src"), path).Replace('\\', '/'), path => Parse(File.ReadAllText(path)));
        foreach (var made in _trees.Keys.Where(path => path.Split('/')[1] is "bin" or "obj").ToList())
        {
            _trees.Remove(made);
        }

        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable);
        _sound = CSharpCompilation.Create(name, [.. _trees.Values, Parse(Usings), Parse(Attributes())], References(name), options);
    }

    /// <summary>The project of a name.</summary>
    public static SourceProject Of(string name) => Known.GetOrAdd(name, key => new(() => new SourceProject(key))).Value;

    /// <summary>The assembly with a fault in it. What does not compile is an <see cref="InvalidOperationException"/> with the compiler's errors.</summary>
    public byte[] With(Fault fault)
    {
        if (!_trees.TryGetValue(fault.File, out var tree))
        {
            throw new InvalidOperationException($"there is no src/{fault.File}");
        }

        using var image = new MemoryStream();
        var result = _sound.ReplaceSyntaxTree(tree, Parse(fault.In(tree.ToString()))).Emit(image, manifestResources: Resources());
        return result.Success ? image.ToArray()
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Prepend<object>($"{fault.What}: does not compile")));
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, Parsing, encoding: Encoding.UTF8);

    // What the build writes for the project: its version, which the other assemblies ask for, and its friends.
    private string Attributes() => string.Join('\n', _built.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName)
        .Select(friend => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]")
        .Append($"[assembly: System.Reflection.AssemblyVersion(\"{_built.GetName().Version}\")]"));

    private IEnumerable<ResourceDescription> Resources() =>
        _built.GetManifestResourceNames().Select(name => new ResourceDescription(name, () => _built.GetManifestResourceStream(name)!, isPublic: true));

    private static IEnumerable<MetadataReference> References(string name) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileNameWithoutExtension(path) != name)
        .Select(path => MetadataReference.CreateFromFile(path));
}
