using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Almanach.Core.Platforms;

/// <summary>
/// One step of the yearly calendar. Dates are expressions (<c>Calendar/DateExpression</c>): « COPIL − 10 weeks »,
/// « collecte.end + 1 day », « second Tuesday of December of the year before at 09:30 »; <c>{year}</c> is the cycle's year.
/// </summary>
/// <param name="Id">Lower-case letters, digits, dashes; other steps name it in their dates and needs.</param>
/// <param name="Title">As the timeline shows it; may hold <c>[année]</c>.</param>
/// <param name="Starts">When it opens.</param>
/// <param name="Ends">When it closes; null for a step of one instant.</param>
/// <param name="Needs">Steps that must be closed or skipped before this one opens by itself.</param>
/// <param name="Automatic">False: the coordinator opens it; the cockpit says so when the day has come.</param>
/// <param name="Years">Which years it belongs to.</param>
public sealed record StepTemplate(
    string Id, string Title, string Starts, [DefaultValue(null)] string? Ends, IReadOnlyList<string> Needs,
    [DefaultValue(true)] bool Automatic, [DefaultValue(Alternation.Every)] Alternation Years, StepWork Work);

/// <summary>What a step does when it opens; <c>does</c> names it in the files.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "does")]
[JsonDerivedType(typeof(Consult), "consult")]
[JsonDerivedType(typeof(ConsolidateThemes), "consolidateThemes")]
[JsonDerivedType(typeof(Meet), "meet")]
[JsonDerivedType(typeof(Convene), "convene")]
[JsonDerivedType(typeof(Publish), "publish")]
[JsonDerivedType(typeof(SendEdition), "sendEdition")]
[JsonDerivedType(typeof(Milestone), "milestone")]
[JsonDerivedType(typeof(OpenNextYear), "openNextYear")]
public abstract record StepWork
{
    private StepWork() { }

    /// <summary>Opens a consultation and mails its invitation; closes it at the end.</summary>
    public sealed record Consult(string Consultation) : StepWork;

    /// <summary>The coordinator merges, splits and edits the themes; closing it tells the authors.</summary>
    public sealed record ConsolidateThemes : StepWork;

    /// <summary>A meeting of a body, or of the network when the body is null. Its date is the step's start.</summary>
    /// <param name="Kind">How texts name it: « Comité de pilotage ».</param>
    /// <param name="Place">« Clermont-Ferrand »; empty when by video only.</param>
    /// <param name="Decides">The meeting chooses the actions of the year (ordinary COPIL).</param>
    /// <param name="Link">Address of the video meeting, for those convened only: never on a public page.</param>
    /// <param name="Minutes">How long it is planned to last, 15 to 1,440.</param>
    public sealed record Meet(
        string Kind, [DefaultValue(null)] string? Body, [DefaultValue("")] string Place, [DefaultValue(false)] bool Remote,
        [DefaultValue(false)] bool Decides, [DefaultValue("")] string Link = "", [DefaultValue(120)] int Minutes = 120) : StepWork;

    /// <summary>Mails the convocation of a meeting step, with its agenda.</summary>
    public sealed record Convene(string Meeting, IReadOnlyList<string> Agenda) : StepWork;

    /// <summary>Draws up a document, publishes it and mails it to a body, or to the network when the body is null.</summary>
    /// <param name="Meeting">Of minutes: the step of the meeting they are of; null for the one that chooses the year's actions.</param>
    public sealed record Publish(DocumentKind Document, [DefaultValue(null)] string? Body, [DefaultValue(null)] string? Meeting = null) : StepWork;

    /// <summary>An edition of a newsletter: it leaves when the step starts; contributions are called for, and articles approved, before.</summary>
    /// <param name="Newsletter">Id of the newsletter.</param>
    /// <param name="CallDays">Days before at which contributions are called for; 0 for an edition without a call.</param>
    /// <param name="ReviewDays">Days before at which its articles go to the editors; contributions are taken until the evening before.</param>
    /// <param name="SilenceDays">Days after which an editor who says nothing approves; at most those of the review.</param>
    /// <param name="Special">It stands outside the rhythm (édition spéciale).</param>
    public sealed record SendEdition(
        string Newsletter, [DefaultValue(21)] int CallDays = 21, [DefaultValue(8)] int ReviewDays = 8, [DefaultValue(5)] int SilenceDays = 5,
        [DefaultValue(false)] bool Special = false) : StepWork;

    /// <summary>Something with a date and no mail of its own (a publication, a rehearsal of a dashboard).</summary>
    public sealed record Milestone : StepWork;

    /// <summary>Opens the plan of the next year, with what this one leaves.</summary>
    public sealed record OpenNextYear : StepWork;
}

/// <summary>The documents of the year.</summary>
public enum DocumentKind
{
    /// <summary>« Bilan N-1 – Collecte des thèmes N », sent to the COPIL before it meets.</summary>
    BilanEtCollecte,

    /// <summary>« Compte-rendu – Comité de pilotage du mardi 14 décembre 2021 ».</summary>
    CompteRendu,

    /// <summary>« Programme de travail N ».</summary>
    Programme,

    /// <summary>« Bilan N », at the end of the year.</summary>
    Bilan,
}
