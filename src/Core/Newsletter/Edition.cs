using System.Text.Json.Serialization;
using Almanach.Core.Calendar;
using Almanach.Core.Cycle;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Newsletter;

/// <summary>One edition of a newsletter. When it leaves is in the year's plan; what it is made of are <see cref="Article"/>s.</summary>
/// <param name="Id">« 2022-lettre-2 »: the year and the step that sends it.</param>
/// <param name="Title">« Lettre d’informations, avril 2022 »; also the subject of the mail.</param>
/// <param name="Opening">The coordinator's words at its head, paragraphs parted by empty lines, at most <see cref="ArticleRules.MaxOpening"/> characters; may be empty.</param>
/// <param name="Prepared">When its articles went to the editors (or, without editors, were gathered), UTC; null before.</param>
/// <param name="Until">When silence approves, UTC, exclusive; null where nobody is asked.</param>
/// <param name="Sent">When it was sent, UTC; null before.</param>
/// <param name="Recipients">How many its list had when it left, with those whom mail does not reach: what left, and what became of it, is with its message (<see cref="MailOf"/>).</param>
/// <param name="Published">What it brought, in the order in which it is read.</param>
/// <param name="SetAside">Ids of what was contributed to it and set aside before it left; null before.</param>
public sealed record Edition(
    string Id, int Year, string Step, string Newsletter, string Title, bool Special, EditionState State, string Opening,
    DateTimeOffset? Prepared = null, DateTimeOffset? Until = null, DateTimeOffset? Sent = null, int Recipients = 0,
    IReadOnlyList<PublishedArticle>? Published = null, IReadOnlyList<string>? SetAside = null)
{
    public const string Prefix = "edition|";

    /// <summary>Key of the message that carries it.</summary>
    public static string MailOf(string edition) => $"lettre-{edition}";

    public static string Partition(string newsletter) => $"newsletter-{newsletter}";

    public static string IdOf(int year, string step) => $"{year}-{step}";

    /// <summary>Whether it has not left, and still may.</summary>
    [JsonIgnore]
    public bool IsAhead => State is EditionState.Planned or EditionState.Reviewing or EditionState.Ready or EditionState.Held;

    /// <summary>What it holds, frozen as it was sent.</summary>
    [JsonIgnore]
    public string File => $"lettres/{Id}.json";

    /// <summary>Print of its title and opening, as a page shows them.</summary>
    [JsonIgnore]
    public string OpeningSeen => Engine.Print.Of<IReadOnlyList<string>>([Title, Opening]);

    /// <summary>As it begins: nothing is gathered yet.</summary>
    public static Edition Begin(int year, Step step, StepWork.SendEdition work, NewsletterSetting letter, PlatformZone zone) => new(
        IdOf(year, step.Id), year, step.Id, letter.Id, work.Special ? step.Title : TitleOf(letter, zone.DayOf(step.Starts)), work.Special, EditionState.Planned, "");

    /// <summary>« Lettre d’informations, avril 2022 ».</summary>
    private static string TitleOf(NewsletterSetting letter, DateOnly day) => $"{letter.Title}, {FrenchDates.Month(day.Month)} {day.Year}";
}

/// <param name="Id">Of the article.</param>
/// <param name="Organisation">Of whoever contributed it; empty for the platform.</param>
public sealed record PublishedArticle(string Id, string Title, string Organisation);

public enum EditionState
{
    /// <summary>Articles may come in.</summary>
    Planned,

    /// <summary>Its articles are with the editors.</summary>
    Reviewing,

    /// <summary>The editors have had their time.</summary>
    Ready,

    Sent,

    /// <summary>Its day came with nothing approved, or too late: nothing left, and the coordinator was asked.</summary>
    Held,

    /// <summary>It does not appear; its articles wait for the next one.</summary>
    GivenUp,
}
