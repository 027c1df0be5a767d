
namespace Almanach.Core.Mail.Asks;

/// <summary>One thing asked of one person, until a day: what modules emit instead of sending reminders.</summary>
/// <param name="Subject">Id of the consultation.</param>
/// <param name="Wave">Which reminder it is: the same wave is asked once.</param>
/// <param name="Sentence">What the merged mail says of it.</param>
/// <param name="Title">« Collecte des thèmes 2022 », for the subject of a mail with one ask.</param>
/// <param name="Until">Last day on which it can be answered.</param>
/// <param name="Link">The form that waits for the answer.</param>
public sealed record Ask(string Contact, string Organisation, string Subject, int Wave, string Title, string Sentence, DateOnly Until, LinkTo? Link = null);

/// <summary>The asks of one morning, as they were sent: grouped, so that those of tens of thousands of people fit one record.</summary>
public sealed record AskDay(DateOnly Day, IReadOnlyList<AskedGroup> Groups)
{
    public const string Partition = "asks";

    public static AskDay Of(DateOnly day, IEnumerable<Ask> asks) => new(day,
        [.. asks.GroupBy(ask => (ask.Subject, ask.Wave)).OrderBy(group => group.Key.Subject, StringComparer.Ordinal).ThenBy(group => group.Key.Wave)
            .Select(group => new AskedGroup(group.Key.Subject, group.Key.Wave, string.Join(' ', group.Select(ask => ask.Contact))))]);

    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<AskedOnce> Asked => Groups.SelectMany(group =>
        group.Contacts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(contact => new AskedOnce(contact, group.Subject, group.Wave)));

    public static string Key(DateOnly day) => $"day|{day:yyyy-MM-dd}";
}

/// <param name="Contacts">Ids, joined by spaces.</param>
public sealed record AskedGroup(string Subject, int Wave, string Contacts);

public sealed record AskedOnce(string Contact, string Subject, int Wave);
