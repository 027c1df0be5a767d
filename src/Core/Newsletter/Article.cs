using System.Text.Json.Serialization;
using Almanach.Core.Consultations;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>One article (or event, publication, list of documents …) on its way into an edition. Once published it is in the edition's file, and no longer here.</summary>
/// <param name="Id">That of the contribution, « 2022-lettre-2-documents » for what the platform knows by itself, or given when the coordinator writes one.</param>
/// <param name="Edition">Id of the edition it is meant for; empty for the next one that is prepared.</param>
/// <param name="Section">Id of the section it stands in.</param>
/// <param name="Text">Paragraphs parted by empty lines.</param>
/// <param name="Link">May be empty.</param>
/// <param name="Day">Of an event; null for all else.</param>
/// <param name="Items">What a list of documents, meetings … lists; empty for what people write.</param>
/// <param name="Organisation">Id of the organisation that contributed it; empty for the platform.</param>
/// <param name="By">Id of the contact who contributed it, « coordination », or empty for the platform.</param>
/// <param name="Version">Grows with each change, so that nobody approves what she was not shown.</param>
/// <param name="Edited">The coordinator changed it: nothing that comes later replaces her words.</param>
/// <param name="Submitted">The version the editors are asked about; 0 for none.</param>
/// <param name="Approved">How it was approved; null while it is not.</param>
/// <param name="Reason">Why it waits, is to be corrected or was set aside, as the coordinator reads it; may be empty.</param>
public sealed record Article(
    string Id, string Edition, MatterKind Kind, string Section, string Title, string Text, string Link, DateOnly? Day, string Place, string Author,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ContributedPicture? Picture, IReadOnlyList<ArticleItem> Items,
    string Organisation, string By, DateTimeOffset At, ArticleState State, int Version = 1, int Order = 0, bool Edited = false, int Submitted = 0,
    ArticleApproval? Approved = null, string Reason = "")
{
    public const string Prefix = "article|";

    /// <summary>Whether the platform made it of what it knows.</summary>
    [JsonIgnore]
    public bool IsAutomatic => Kind is MatterKind.Documents or MatterKind.Meetings or MatterKind.Programme or MatterKind.Catalogue;

    /// <summary>Whether it may still appear.</summary>
    [JsonIgnore]
    public bool IsAlive => State != ArticleState.SetAside;

    /// <summary>With other words, wherever they stand.</summary>
    public Article Saying(ArticleWords words) => this with
    {
        Kind = words.Kind,
        Section = words.Section,
        Title = words.Title,
        Text = words.Text,
        Link = words.Link,
        Day = words.Day,
        Place = words.Place,
        Author = words.Author,
        Picture = words.Picture,
    };
}

/// <summary>One line of a list the platform makes.</summary>
/// <param name="Detail">When, where, of whom; may be empty.</param>
/// <param name="Link">Address, from the root (« /documents/programme-2022 ») or of the web; may be empty.</param>
public sealed record ArticleItem(string Title, string Detail, string Link);

public enum ArticleState
{
    /// <summary>Received, or left over: it goes to the editors with the rest of its edition.</summary>
    Waiting,

    /// <summary>With the editors.</summary>
    InReview,

    Approved,

    /// <summary>An editor, or its author, wants it changed: it waits for the coordinator.</summary>
    ToCorrect,

    /// <summary>It does not appear.</summary>
    SetAside,
}

public sealed record ArticleApproval(ApprovedBy By, DateTimeOffset At);

public enum ApprovedBy
{
    /// <summary>An editor at least said yes, and none asked for a correction.</summary>
    Editors,

    /// <summary>No editor said anything in time.</summary>
    Silence,

    Coordination,
}
