namespace Almanach.Core.Mail;

/// <summary>One thing asked of one person, until a day: what modules emit instead of sending reminders.</summary>
/// <param name="Subject">Id of the consultation.</param>
/// <param name="Wave">Which reminder it is: the same wave is asked once.</param>
/// <param name="Sentence">What the merged mail says of it.</param>
/// <param name="Title">« Collecte des thèmes 2022 », for the subject of a mail with one ask.</param>
/// <param name="Until">Last day on which it can be answered.</param>
public sealed record Ask(string Contact, string Organisation, string Subject, int Wave, string Title, string Sentence, DateOnly Until);

/// <summary>The asks of one morning, as they were sent.</summary>
public sealed record AskDay(DateOnly Day, IReadOnlyList<AskedOnce> Asked)
{
    public const string Partition = "asks";

    public static string Key(DateOnly day) => $"day|{day:yyyy-MM-dd}";
}

public sealed record AskedOnce(string Contact, string Subject, int Wave);
