using Almanach.Core.Platforms;

namespace Almanach.Core.Themes;

/// <summary>A proposal as it was made; never rewritten by a consolidation, only linked.</summary>
/// <param name="Id">Unique in the year.</param>
/// <param name="Organisation">Id, or the name given in the public form.</param>
/// <param name="Contact">Author's id; null for the public form.</param>
/// <param name="Withdrawn">It is off the board: its author took it back before the close, or the coordinator set it aside.</param>
/// <param name="Consultation">Template of the consultation it answered; empty for one made outside any.</param>
/// <param name="Shown">The coordinator has read it and shows it to members; only for the public form, others are shown at once.</param>
/// <param name="SetAside">Withdrawn by the coordinator, who can take it up again; only for the public form.</param>
/// <param name="Support">Ids of organisations that support it.</param>
public sealed record Proposal(
    string Id, int Year, ProposalOrigin Origin, string Organisation, string? Contact, string Title, string Rationale,
    ActionKind? Format, bool CanSpeak, string OutsideSpeaker, DateTimeOffset At, bool Withdrawn, IReadOnlyList<string> Support,
    string Consultation = "", bool Shown = false, bool SetAside = false)
{
    public const string Prefix = "proposal|";
}

public enum ProposalOrigin
{
    /// <summary>Answer to the yearly collection.</summary>
    Collection,

    /// <summary>Sent by a member at any other time of the year.</summary>
    Spontaneous,

    /// <summary>Sent by somebody outside, through the public form.</summary>
    PublicForm,
}
