using System.Text.Json.Serialization;

namespace Almanach.Core.Data.Portraits;

/// <summary>What the coordinator did to a portrait; composed ones that nobody touched have none. Stored.</summary>
/// <param name="Name">Of the territory: « Isère ».</param>
/// <param name="Texts">Paragraphs that were changed, by key; empty for one that is taken out.</param>
/// <param name="Stamp">Of what was read or published (<see cref="Portrait.Stamp"/>).</param>
/// <param name="Revision">Counts the changes.</param>
/// <param name="Versions">What was published, the oldest first.</param>
public sealed record PortraitRecord(
    int Year, string Code, string Name, IReadOnlyDictionary<string, string> Texts, PortraitState State, string Stamp, int Revision, DateTimeOffset At, IReadOnlyList<PortraitVersion> Versions)
{
    public const string Partition = "portraits";

    public const string Prefix = "portrait|";

    public string Key => KeyOf(Year, Code);

    /// <summary>The latest version was published and not taken off the site.</summary>
    [JsonIgnore]
    public bool IsOnline => Versions is [.., { Withdrawn: null }];

    public static string KeyOf(int year, string code) => $"{Prefix}{year}|{code}";

    /// <param name="kind"><c>html</c> or <c>pdf</c>.</param>
    public static string PathOf(int year, string code, int version, string kind) => $"portraits/{year}-{code.ToLowerInvariant()}-v{version}.{kind}";
}

public enum PortraitState
{
    /// <summary>« épreuve »: to be read.</summary>
    Proof,

    /// <summary>« relu »: ready, until a figure or a word changes.</summary>
    Read,

    /// <summary>« publié », as it stands.</summary>
    Published,
}

/// <param name="Number">From 1.</param>
public sealed record PortraitVersion(int Number, DateTimeOffset At)
{
    /// <summary>When it was taken off the site; null while it is there, or a newer one is.</summary>
    public DateTimeOffset? Withdrawn { get; init; }
}
