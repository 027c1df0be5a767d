using Almanach.Core.French;

namespace Almanach.Web.Hosting;

/// <summary>The named texts of a form: as posted and cleaned, or as a stored record fills it.</summary>
public sealed class Fields(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    public static Fields None { get; } = new(new Dictionary<string, IReadOnlyList<string>>());

    public IEnumerable<string> Names => values.Keys;

    /// <summary>Whether a person typed or ticked anything: names of our own, which begin with an underscore, apart.</summary>
    public bool HoldWords => values.Any(pair => !pair.Key.StartsWith('_') && pair.Value.Any(text => !string.IsNullOrWhiteSpace(text)));

    /// <summary>The first text of this name on one line, or nothing.</summary>
    public string Line(string name) => string.Join(' ', Text(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first text of this name, trimmed, or nothing.</summary>
    public string Text(string name) => values.TryGetValue(name, out var all) && all.Count > 0 ? all[0].Trim() : "";

    public IReadOnlyList<string> All(string name) => values.GetValueOrDefault(name) ?? [];

    /// <summary>The same with these texts, each instead of those of its name.</summary>
    public Fields With(params IEnumerable<(string Name, string Text)> texts)
    {
        Dictionary<string, IReadOnlyList<string>> changed = new(values);
        foreach (var (name, text) in texts)
            changed[name] = [text];
        return new Fields(changed);
    }

    public bool Holds(string name, string value) => All(name).Contains(value);

    /// <summary>As every text that comes in.</summary>
    public static string Clean(string text) => TypedText.Clean(text);
}
