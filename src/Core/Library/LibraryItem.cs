using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Groups;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library;

/// <summary>A document of the platform, drawn up by the program or deposited: what lists say of it.</summary>
/// <param name="Day">The day it bears.</param>
/// <param name="Since">Since when those who may read it can, UTC.</param>
/// <param name="Body">Id of the body it belongs to; null for none.</param>
/// <param name="Group">Id of the working group it belongs to; null for none.</param>
/// <param name="Meeting">Id of the meeting it belongs to; null for none.</param>
/// <param name="Draft">Sent to those who approve it, and not approved yet.</param>
/// <param name="Drawn">The document the program drew up; null for a deposited one.</param>
/// <param name="Deposited">The deposited document; null for one drawn up.</param>
public sealed record LibraryItem(
    string Id, string Title, DateOnly Day, DateTimeOffset Since, LibraryKind Kind, string? Body, string? Group, string? Meeting,
    IReadOnlyList<string> Themes, Diffusion Diffusion, bool Draft, PublishedDocument? Drawn = null, Deposit? Deposited = null)
{
    /// <summary>Where anybody, or a member, reads it: a page of what was drawn up, a file of what was deposited.</summary>
    public string Address => Diffusion == Diffusion.Public
        ? Deposited is null ? $"/documents/{Id}" : $"/documents/fichiers/{Id}"
        : Deposited is null ? $"/espace/documents/{Id}" : $"/espace/fichiers/{Id}";

    /// <summary>Minutes are about their meeting; other documents of the year are not about one.</summary>
    public static LibraryItem Of(PublishedDocument document, Setting setting) => new(
        document.Id, document.Title, setting.Zone.DayOf(document.At), document.Chosen?.At > document.At ? document.Chosen.At : document.At,
        LibraryKinds.Of(document.Kind), document.Body, null,
        document.Kind == DocumentKind.CompteRendu ? MinutesDocument.MeetingOf(document.Id) : null,
        [], document.Diffusion, document.IsDraft, Drawn: document);

    public static LibraryItem Of(Deposit deposit) => new(
        deposit.Id, deposit.Sheet.Title, deposit.Sheet.Day, deposit.Since, deposit.Sheet.Kind, deposit.Sheet.Body, deposit.Sheet.Group, deposit.Sheet.Meeting,
        deposit.Sheet.Themes, deposit.Sheet.Diffusion, false, Deposited: deposit);

    /// <summary>Whether a person of the network may read it.</summary>
    /// <param name="groups">All of them.</param>
    public bool IsFor(Contact person, IReadOnlyList<Group> groups) => Diffusion switch
    {
        Diffusion.Public or Diffusion.Network => true,
        Diffusion.Circle => Group is { } id
            ? groups.FirstOrDefault(group => group.Id == id) is { } group && (group.Gathers(person.Organisation) || group.IsLedBy(person))
            : Body is null || person.SitsIn(Body),
    };
}
