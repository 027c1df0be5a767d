namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>The headers of a message or part, in order, unfolded; encoded words are decoded as they are asked for.</summary>
public sealed class HeaderBlock(IReadOnlyList<KeyValuePair<string, string>> fields)
{
    public static HeaderBlock Empty { get; } = new([]);

    /// <summary>Name and value of each, as they came.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    public int Count => fields.Count;

    public bool Has(string name) => fields.Any(field => Is(field.Key, name));

    /// <summary>The first of that name, decoded and trimmed; empty where there is none.</summary>
    public string First(string name) => HeaderWords.Decode(Raw(name)).Trim();

    /// <summary>The first of that name as it came; empty where there is none.</summary>
    public string Raw(string name)
    {
        foreach (var field in fields)
            if (Is(field.Key, name))
                return field.Value;
        return "";
    }

    /// <summary>All of that name, decoded.</summary>
    public IEnumerable<string> All(string name) => fields.Where(field => Is(field.Key, name)).Select(field => HeaderWords.Decode(field.Value).Trim());

    /// <summary>Whether any header's name begins so, such as « List- ».</summary>
    public bool HasAny(string prefix) => fields.Any(field => field.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
