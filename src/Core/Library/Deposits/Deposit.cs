using System.Text.Json.Serialization;
using Almanach.Core.Documents;

namespace Almanach.Core.Library.Deposits;

/// <summary>A document that the coordinator deposited: slides, minutes of before, a report, data.</summary>
/// <param name="Id">Of its title and its first file: the same file deposited twice under one title is one document.</param>
/// <param name="Versions">Oldest first; the files of all are kept.</param>
/// <param name="Since">When those who may read it could first read it so, UTC.</param>
/// <param name="Withdrawn">When it was taken off, UTC; null while it is on.</param>
public sealed record Deposit(
    string Id, DepositSheet Sheet, IReadOnlyList<DepositVersion> Versions, DateTimeOffset Since, DateTimeOffset? Withdrawn = null)
{
    public const string Partition = "library";

    public const string Prefix = "deposit|";

    [JsonIgnore]
    public DepositVersion Latest => Versions[^1];

    /// <summary>Where the file of a version is kept: named by its bytes, so that it is written once and never over another.</summary>
    public string PathOf(DepositVersion version) => $"library/{Id}/{version.Hash[..24]}.{FileFormats.Extension(version.Format)}";
}

/// <summary>What is said of a deposited document.</summary>
/// <param name="Day">The day it bears, or is about.</param>
/// <param name="Body">Id of the body it belongs to; null for none.</param>
/// <param name="Group">Id of the working group it belongs to; null for none.</param>
/// <param name="Meeting">Id of the meeting it belongs to, whose body is then <paramref name="Body"/>; null for none.</param>
/// <param name="Themes">In the platform's own words; may be empty.</param>
public sealed record DepositSheet(
    string Title, DateOnly Day, LibraryKind Kind, string? Body, string? Group, string? Meeting, IReadOnlyList<string> Themes, Diffusion Diffusion)
{
    /// <summary>Whether it belongs to some people among the network.</summary>
    [JsonIgnore]
    public bool HasCircle => Body is not null || Group is not null;

    public bool Says(DepositSheet other) => this with { Themes = other.Themes } == other && Themes.SequenceEqual(other.Themes);
}

/// <summary>One file of a document.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Hash">SHA-256 of its bytes, in hexadecimal.</param>
public sealed record DepositVersion(int Number, FileFormat Format, int Bytes, string Hash, DateTimeOffset At);
