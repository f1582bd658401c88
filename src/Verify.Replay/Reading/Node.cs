using System.Text.Json;

namespace Verify.Replay.Reading;

/// <summary>A value of a JSON document with its path. What is not of the type asked for throws <see cref="ReportException"/>.</summary>
internal readonly struct Node(JsonElement element, string path)
{
    private const int LongestString = 1 << 20;

    /// <summary>Whether this is null.</summary>
    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    /// <summary>The property of that name.</summary>
    public Node this[string name]
    {
        get
        {
            var at = path.Length == 0 ? name : $"{path}.{name}";
            return Is(JsonValueKind.Object, "an object") && element.TryGetProperty(name, out var value) ? new(value, at) : throw new ReportException($"{at}: is missing");
        }
    }

    /// <summary>The items of an array.</summary>
    public IEnumerable<Node> Items()
    {
        Is(JsonValueKind.Array, "an array");
        var at = path;
        return element.EnumerateArray().Select((item, index) => new Node(item, $"{at}[{index}]"));
    }

    /// <summary>The properties of an object.</summary>
    public IEnumerable<(string Name, Node Value)> Properties()
    {
        Is(JsonValueKind.Object, "an object");
        var at = path;
        return element.EnumerateObject().Select(property => (property.Name, new Node(property.Value, $"{at}.{Shown(property.Name)}")));
    }

    /// <summary>A string of bounded length.</summary>
    public string Text()
    {
        Is(JsonValueKind.String, "a string");
        try
        {
            var text = element.GetString()!;
            return text.Length <= LongestString ? text : throw Fault($"is longer than {LongestString} characters");
        }
        catch (InvalidOperationException)
        {
            throw Fault("is no text");
        }
    }

    /// <summary>An integer between two bounds.</summary>
    public long Integer(long least, long most)
    {
        Is(JsonValueKind.Number, "a number");
        return element.TryGetInt64(out var value) && value >= least && value <= most ? value : throw Fault($"an integer from {least} to {most} is expected");
    }

    /// <summary>What is wrong here.</summary>
    public ReportException Fault(string message) => new($"{(path.Length == 0 ? "the report" : path)}: {message}");

    private bool Is(JsonValueKind kind, string name) => element.ValueKind == kind ? true : throw Fault($"{name} is expected, not {NameOf(element.ValueKind)}");

    private static string Shown(string name) => name.Length <= 40 ? name.ReplaceLineEndings(" ") : name[..40].ReplaceLineEndings(" ") + "…";

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
