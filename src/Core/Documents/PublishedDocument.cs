using Almanach.Core.Cycle;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Documents;

/// <summary>A document once drawn up, with its files.</summary>
/// <param name="Id">« programme-2022 ».</param>
/// <param name="Body">The body it was mailed to; null for the whole network.</param>
/// <param name="Version">1 for the first; each new drawing keeps the files of the former.</param>
/// <param name="Public">Anybody may read it; otherwise only by a personal link or from the cockpit.</param>
/// <param name="Effect">Key of the effect that drew it: the same effect draws it once.</param>
/// <param name="Before">Keys of those that drew the versions before. Null for none.</param>
/// <param name="Approval">How it stands with those who approve it; null for what needs no approval.</param>
/// <param name="Chosen">Who may read it where the coordinator decided that; null for what is usual for its kind.</param>
/// <param name="Meeting">Of minutes: the step of their meeting; null for the one that chooses the year's actions.</param>
public sealed record PublishedDocument(
    string Id, int Year, DocumentKind Kind, string Title, string? Body, int Version, bool Public, DateTimeOffset At, string Effect,
    DocumentApproval? Approval = null, string? Meeting = null, IReadOnlyList<string>? Before = null, ChosenDiffusion? Chosen = null)
{
    public const string Partition = "documents";

    public string HtmlPath => $"documents/{Id}-v{Version}.html";

    public string WordPath => $"documents/{Id}-v{Version}.docx";

    /// <summary>The words of a draft, kept so that they are what is approved.</summary>
    public string TextPath => $"documents/{Id}-v{Version}.json";

    /// <summary>The step that draws it up; null where the year has none any more.</summary>
    public Step? StepIn(YearPlan plan) => plan.Year != Year ? null : plan.Steps.FirstOrDefault(step => step.Work is StepWork.Publish work && work.Document == Kind
        && (Kind != DocumentKind.CompteRendu || (StepEffects.MinutedBy(plan, work) is { } meeting && MinutesDocument.IdOf($"{plan.Year}-{meeting.Id}") == Id)));

    public bool WasDrawnBy(string effect) => Effect == effect || Before?.Contains(effect) == true;

    /// <summary>All that drew it, this version included.</summary>
    public IReadOnlyList<string> Drawings => [.. Before ?? [], Effect];

    /// <summary>Sent to those who approve it, and not approved yet.</summary>
    public bool IsDraft => Approval is { At: null };

    /// <summary>Who may read it: as chosen, or as its kind and its body have it.</summary>
    public Diffusion Diffusion => Chosen?.Diffusion ?? (Public ? Diffusion.Public : Body is null ? Diffusion.Network : Diffusion.Circle);

    /// <summary>The same, for other readers.</summary>
    public PublishedDocument For(Diffusion diffusion, DateTimeOffset now) => this with { Public = diffusion == Diffusion.Public, Chosen = new ChosenDiffusion(diffusion, now) };

    /// <summary>Whether a person of the network may read it: public, for the whole network, or for a body the person sits in.</summary>
    public bool IsFor(Contact person) => Public || Diffusion == Diffusion.Network || Body is null || person.SitsIn(Body);
}
