using System.Text.Json.Serialization;

namespace Almanach.Core.Consultations;

/// <summary>What somebody contributes to a newsletter; only the title is needed; for a link its address too, for an event its day, for a picture the picture.</summary>
/// <param name="Id">« dep-drome-2022-lettre-2-appel-1-2 », by unit, consultation, revision and place. Empty until it is recorded.</param>
/// <param name="Title">1 to 160 characters.</param>
/// <param name="Text">Paragraphs parted by empty lines, at most 4,000 characters.</param>
/// <param name="Link">An address of the web (http or https), at most 1,000 characters; may be empty.</param>
/// <param name="Day">Of an event: its day. Null for all else.</param>
/// <param name="Place">Of an event: where, at most 200 characters; may be empty.</param>
/// <param name="Author">Of a publication: who published it and when, as one would cite it, at most 200 characters; may be empty.</param>
/// <param name="Picture">Null without one.</param>
/// <param name="By">Contact who wrote it.</param>
public sealed record Contribution(
    string Id, ContributionKind Kind, string Title, string Text, string Link, DateOnly? Day, string Place, string Author,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ContributedPicture? Picture, string By, DateTimeOffset At);

public enum ContributionKind
{
    Article,
    Link,
    Event,
    Publication,
    Picture,
}

/// <summary>A picture that was sent, kept without what a camera writes of places and people.</summary>
/// <param name="File">Path in the files: <c>images/HASH.jpg</c> or <c>.png</c>.</param>
/// <param name="Alt">What it shows, for those who do not see it, 1 to 300 characters.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record ContributedPicture(string File, string Alt, int Width, int Height);
