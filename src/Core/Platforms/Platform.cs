using System.ComponentModel;

namespace Almanach.Core.Platforms;

/// <summary>
/// A platform as its folder describes it: <c>platform.json</c> (this record), <c>organisations.csv</c>,
/// <c>contacts.csv</c>, <c>textes/*.md</c>, <c>pages/*.md</c>, <c>schemas/*.json</c> (of data files), <c>years/*.json</c> (what earlier years left). Read and checked as a whole
/// by <see cref="PlatformFolder"/>; a broken one never starts. In the files a list may be left out when empty, and so may what has
/// a <see cref="DefaultValueAttribute"/>; everything else is required.
/// </summary>
/// <param name="TimeZone">IANA name, <c>Europe/Paris</c>.</param>
/// <param name="Academies">School holidays that steps may ask to avoid (« Lyon », « Grenoble » …).</param>
/// <param name="FirstYear">The year of the first cycle run with Almanach.</param>
/// <param name="AllowedDomains">Outside production, mail goes to these domains only (sub-domains included).</param>
/// <param name="Newsletters">Most platforms have one.</param>
/// <param name="Groups">How working groups are launched; null for a platform without.</param>
/// <param name="Catalogue">What the catalogue of studies and sources is arranged by; null for nothing.</param>
/// <param name="Territories">The region of the dashboard and the tiles of its departments; null for a platform without.</param>
/// <param name="Data">The data files that are expected each year; null for none.</param>
public sealed record Platform(
    Brand Brand,
    string Locale,
    string TimeZone,
    string Region,
    IReadOnlyList<string> Academies,
    int FirstYear,
    Coordinator Coordinator,
    IReadOnlyList<string> AllowedDomains,
    LegalNotice Legal,
    IReadOnlyList<College> Colleges,
    IReadOnlyList<Body> Bodies,
    IReadOnlyList<ActionKindSetting> ActionKinds,
    IReadOnlyList<ConsultationTemplate> Consultations,
    IReadOnlyList<StepTemplate> Calendar,
    IReadOnlyList<StandingAction> StandingActions,
    MailRules Mail,
    IReadOnlyList<NewsletterSetting> Newsletters,
    [DefaultValue(null)] GroupRules? Groups = null,
    [DefaultValue(null)] CatalogueSetting? Catalogue = null,
    [DefaultValue(null)] TerritorySetting? Territories = null,
    [DefaultValue(null)] DataSetting? Data = null)
{
    public CatalogueSetting CatalogueOrEmpty() => Catalogue ?? CatalogueSetting.Empty;

    public DataSetting DataOrEmpty() => Data ?? DataSetting.Empty;

    /// <summary>Null for the whole network.</summary>
    public Body? BodyOf(string? id) => id is null ? null : Bodies.FirstOrDefault(body => body.Id == id);
}

/// <summary>The person (or two) who runs the platform; mail of the platform comes from here.</summary>
public sealed record Coordinator(string Name, string Title, string Address, string Host);

/// <summary>What the legal notice, the privacy page and the GDPR art. 14 notice say.</summary>
/// <param name="Controller">Responsable de traitement.</param>
/// <param name="Publisher">Directeur ou directrice de la publication.</param>
/// <param name="Basis">Base légale, in a sentence.</param>
/// <param name="Dpo">Address of the data protection officer.</param>
/// <param name="RetentionMonths">How long a contact is kept after the departure, and the words of a message after it was sent.</param>
public sealed record LegalNotice(string Controller, string Publisher, string Hosting, string Basis, string Dpo, int RetentionMonths);

public sealed record College(string Id, string Name);

/// <summary>A deliberative or working body (COPIL, comité technique, comité éditorial).</summary>
/// <param name="Chair">Who chairs it, as the charter says; may be empty.</param>
/// <param name="NoticeDays">Days between convocation and meeting (délai de convocation).</param>
/// <param name="Quorum">Share of members present or represented, 0 to 1; 0 for none.</param>
/// <param name="CollegeQuorum">The same share in each of the colleges that sit in it; 0 for none.</param>
/// <param name="Proxies">How many proxies (pouvoirs) one person may hold; 0 where nobody may be represented.</param>
/// <param name="ProxiesWithinCollege">A proxy goes to a member of the same college only.</param>
/// <param name="SecondConvocation">Without quorum, it may be convened again on the same agenda, and then needs none.</param>
/// <param name="SecondNoticeDays">Days between the second convocation and the meeting.</param>
/// <param name="CastingVote">On a tie, the chair's vote decides (voix prépondérante).</param>
/// <param name="RecusedCount">Who steps back from a decision (déport) counts for its quorum all the same.</param>
/// <param name="ApprovalDays">Days in which members may ask for a correction of the minutes before silence approves them; 0 where minutes are published at once.</param>
/// <param name="TermYears">For how many years a member sits before that is decided anew (mandat); 0 where no end is set.</param>
public sealed record Body(
    string Id, string Name, string Short, [DefaultValue("")] string Chair, int NoticeDays, [DefaultValue(0)] decimal Quorum,
    [DefaultValue(0)] decimal CollegeQuorum = 0, [DefaultValue(1)] int Proxies = 1, [DefaultValue(false)] bool ProxiesWithinCollege = false,
    [DefaultValue(true)] bool SecondConvocation = true, [DefaultValue(5)] int SecondNoticeDays = 5,
    [DefaultValue(true)] bool CastingVote = true, [DefaultValue(false)] bool RecusedCount = false, [DefaultValue(15)] int ApprovalDays = 15,
    [DefaultValue(0)] int TermYears = 0);

/// <summary>How the platform words one kind of action and in which order of priority it comes.</summary>
/// <param name="Priority">1 comes first; kinds of one rank share it.</param>
/// <param name="Article">Before its name in a sentence: « une », « un », « des ».</param>
/// <param name="Proposable">Partners may propose a theme for it.</param>
/// <param name="Hint">The small line under its name on the answer page.</param>
/// <param name="Introduction">Text at the start of its section in the programme, by paragraph; may hold <c>[année]</c>.</param>
/// <param name="Part">Which of the programme's parts it belongs to (1, 2, 3 …, see <see cref="ActionKindSetting.PartTitle"/>).</param>
/// <param name="Stages">What it goes through, from first to last, as its page follows it; a study has the usual ones where none is given.</param>
/// <param name="HeldWhen">On what conditions a meeting of this kind is held; null for none.</param>
public sealed record ActionKindSetting(
    ActionKind Kind, string Name, string Plural, string Article, int Priority,
    [DefaultValue(false)] bool Proposable, [DefaultValue("")] string Hint,
    int Part, string PartTitle, IReadOnlyList<string> Introduction, IReadOnlyList<string> Conclusion,
    IReadOnlyList<string> Stages, [DefaultValue(null)] HeldWhen? HeldWhen = null);

/// <summary>The kinds of action of a work programme.</summary>
public enum ActionKind
{
    JourneeEchanges,
    Atelier,
    RencontreTechnique,
    Seminaire,
    GroupeDeTravail,
    TableauDeBord,
    Portraits,
    Etude,

    /// <summary>What a study found, shown to whoever it concerns.</summary>
    Restitution,

    /// <summary>A training day.</summary>
    Formation,
    Communication,
}

/// <summary>An action that comes back by itself: the dashboard, the portraits every other year, the newsletter.</summary>
/// <param name="Years">Which years it belongs to.</param>
/// <param name="Deliverable">What it leaves behind, as the bilan names it.</param>
/// <param name="Sheet">The rows of its sheet, as the programme prints them; may hold <c>[année]</c>.</param>
public sealed record StandingAction(
    string Id, ActionKind Kind, string Title, [DefaultValue(Alternation.Every)] Alternation Years, string Deliverable, IReadOnlyList<Documents.SheetRow> Sheet);

public enum Alternation
{
    Every,
    Even,
    Odd,
}

/// <summary>How mail behaves.</summary>
/// <param name="RemindersAt">Time of day, Paris, at which the asks of one person leave, merged.</param>
/// <param name="DaysBetweenReminders">No person is reminded twice within so many days.</param>
/// <param name="GraceSeconds">How long a send asked for by the coordinator can still be undone.</param>
/// <param name="Budget">How often one person may be solicited; null for the usual.</param>
public sealed record MailRules(TimeOnly RemindersAt, int DaysBetweenReminders, int GraceSeconds, [DefaultValue(null)] MailBudget? Budget = null)
{
    public MailBudget BudgetOrDefault() => Budget ?? MailBudget.Default;
}
