using Almanach.Core.Access;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Mail.Inbox;

/// <summary>
/// Each working morning, tells the coordinator of mail that waits since before the evening: how many and since when, nothing of
/// what it says. Of the same message never twice.
/// </summary>
public sealed class InboxMorning(Ledger ledger, InboxDesk inbox, Setting setting)
{
    /// <summary>What arrives later has not waited a day.</summary>
    public static readonly TimeOnly Evening = new(18, 0);

    /// <summary>Done twice for one morning, it is done once.</summary>
    public Task<Refusal?> Tell(Effect.AskAgain morning, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        var held = await ledger.Find<ToldMail>(ReceivedMail.Partition, ToldMail.Key, stop);
        if (!setting.Folder.Texts.ContainsKey(TextCatalogue.MailWaiting) || held?.Value.Day >= morning.Day)
            return new Draft.Nothing();
        var waiting = await inbox.Waiting(stop);
        var news = News(waiting, held?.Value.Mails ?? [], setting.Zone.At(morning.Day.AddDays(-1), Evening));
        if (news.Count == 0)
            return new Draft.Nothing();
        // What was dealt with is not kept.
        var told = Stored.Write(new ToldMail(morning.Day, [.. waiting.Select(mail => mail.Id).Intersect([.. held?.Value.Mails ?? [], .. news.Select(mail => mail.Id)])]));
        var mailing = Of(news.Count, setting.Zone.DayOf(news[0].At), morning);
        return new Draft.Write(
            ReceivedMail.Partition, [held is null ? new Change.Insert(ToldMail.Key, told) : new Change.Replace(ToldMail.Key, told, held.Version)],
            [new Effect.SendMailing(mailing, mailing.Key, morning.Due, "")]);
    }, stop);

    /// <summary>What waits since before an instant and was not told of, the oldest first. Pure.</summary>
    /// <param name="waiting">The oldest first.</param>
    public static IReadOnlyList<ReceivedMail> News(IReadOnlyList<ReceivedMail> waiting, IReadOnlyList<string> told, DateTimeOffset before) =>
        [.. waiting.Where(mail => mail.At < before && !told.Contains(mail.Id)).Take(ToldMail.Most)];

    private static Mailing Of(int count, DateOnly since, Effect.AskAgain morning) => new(
        $"courrier-en-attente-{morning.Day:yyyy-MM-dd}", TextCatalogue.MailWaiting,
        new Dictionary<string, string>
        {
            ["messages"] = count == 1 ? "Un message reçu attend" : $"{Capitals.First(Numbers.Words(count))} messages reçus attendent",
            ["depuis"] = FrenchDates.Day(since),
        },
        AudienceShelf.Sketch([Coordination.Member]), "Vous recevez ce message parce que vous coordonnez la plate-forme.",
        new LinkTo(LinkPurpose.Person, "", morning.Due), Replay.SendAgain);
}

/// <summary>Of which messages that wait the coordinator was told, and on which morning last.</summary>
/// <param name="Mails">Ids.</param>
public sealed record ToldMail(DateOnly Day, IReadOnlyList<string> Mails)
{
    public const string Key = "told";

    /// <summary>Ids that one record holds with room to spare; the rest is told of the morning after.</summary>
    public const int Most = 400;
}
