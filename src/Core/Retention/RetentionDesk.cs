using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Groups;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Library.Joining;
using Almanach.Core.Links;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Pictures;
using Almanach.Core.Ports;
using Almanach.Core.Privacy;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Core.Retention;

/// <summary>
/// Erases what is past keeping, each night: people who left, addresses left on the public form, settled requests, spent
/// codes, addresses that did not receive and are nobody’s any more, the words of old messages, data files that others replaced, uploads that were not finished, mails in the outbox, files of imports, pictures nobody sent in the end,
/// the resource persons of groups that ended, the names of those who spoke at meetings, subscriptions that nobody confirmed.
/// </summary>
public sealed class RetentionDesk(
    Ledger ledger, IStore store, IFiles files, MemberDesk members, GroupDesk groups, ProgrammeDesk programme, PictureShelf pictures, SignUpDesk signUps, SubscriberDesk subscribers,
    CatalogueRequestDesk catalogueRequests, UpdateDesk catalogueUpdates, DeliveryDesk deliveries, UploadDesk uploads, SuppressionDesk suppressions, Setting setting)
{
    private readonly OldLetters letters = new(ledger, store);
    private readonly OldImports imports = new(ledger, store, files);
    private readonly OldMail arrived = new(ledger, store, files);
    private readonly OldOutbox outbox = new(files);

    /// <summary>Whether this is the hour of the night for it, on the platform's clock; hosts ask each hour or oftener.</summary>
    public bool IsTheHour(DateTimeOffset now) => setting.Zone.LocalOf(now).Hour == RetentionRules.Hour;

    /// <summary>Done twice, it finds nothing the second time.</summary>
    /// <returns>How many records were erased.</returns>
    public async Task<int> Erase(DateTimeOffset now, CancellationToken stop = default)
    {
        var (months, today) = (setting.Platform.Legal.RetentionMonths, setting.Zone.DayOf(now));
        bool Past(DateTimeOffset last) => RetentionRules.IsPast(setting.Zone.DayOf(last), months, today);
        return await members.Retain(months, today, now, stop)
            + await Drop<SuccessorAsk>(SuccessorAsk.Partition, ask => Past(ask.At), stop)
            + await Drop<SentLink>(FreshLinks.Partition, link => Past(link.At), stop)
            + await Drop<LinkRequest>(LinkRequest.Partition, asked => asked.At + LinkRequest.Lasts < now, stop)
            + await Drop<SignInCode>(SignInCode.Partition, code => code.Expires < now, stop)
            + await Noted(
                [
                    (await Drop<OutsideAuthor>(OutsideAuthor.Partition, author => Past(author.At), stop), "adresse du formulaire public", "adresses du formulaire public"),
                    (await Drop<SuccessionRequest>(SuccessionRequest.Partition, request => Past(request.Settled ?? request.At), stop)
                        + await Drop<JoinRequest>(JoinRequest.Partition, request => Past(request.Settled ?? request.At), stop)
                        + await Drop<DataRequest>(DataRequest.Partition, request => Past(request.Settled ?? request.At), stop), "demande ancienne", "demandes anciennes"),
                    (await groups.Retain(Past, stop), "liste de personnes ressources", "listes de personnes ressources"),
                    (await programme.Retain(Enumerable.Range(setting.Platform.FirstYear, Math.Max(0, today.Year - setting.Platform.FirstYear))
                        .Where(year => RetentionRules.IsPast(new DateOnly(year, 12, 31), months, today)), stop), "liste d’intervenants", "listes d’intervenants"),
                    (await catalogueRequests.Retain(Past, stop), "demande sur le catalogue", "demandes sur le catalogue"),
                    (await catalogueUpdates.Retain(Past, stop), "proposition au catalogue", "propositions au catalogue"),
                    (await deliveries.Retain(Past, stop), "fichier de données remplacé", "fichiers de données remplacés"),
                    (await uploads.Retain(now, stop), "envoi inachevé", "envois inachevés"),
                    (await suppressions.Retain(Past, subscribers.Addresses(stop), stop), "adresse qui ne recevait pas", "adresses qui ne recevaient pas"),
                    (await letters.Erase(Past, stop), "texte de message", "textes de messages"),
                    (await outbox.Erase(Past, stop), "copie de message", "copies de messages"),
                    (await imports.Erase(today, stop), "fichier d’import", "fichiers d’import"),
                    (await pictures.Erase(now, stop), "image que personne n’a envoyée", "images que personne n’a envoyées"),
                    (await arrived.Erase(now, stop), "message reçu", "messages reçus"),
                    (await signUps.Retain(now, stop), "abonnement non confirmé", "abonnements non confirmés"),
                ], now, stop);
    }

    /// <summary>The journal says how many; people have a line of their own, by id.</summary>
    private async Task<int> Noted(IReadOnlyList<(int Count, string One, string Many)> erased, DateTimeOffset now, CancellationToken stop)
    {
        if (erased.Any(what => what.Count > 0))
            await ledger.Write(new Draft.Write(OldImports.Partition, [],
                [new Effect.Note("", $"{Subject}{Lists.Join(erased.Where(what => what.Count > 0).Select(what => Numbers.Count(what.Count, what.One, what.Many)))}", $"note-retention-{Todo.Stamp(now)}", now, "")]), stop);
        return erased.Sum(what => what.Count);
    }

    /// <summary>How the journal begins to say what a night erased.</summary>
    public const string Subject = "effacé après le temps de conservation\u00A0: ";

    /// <summary>Of a partition whose records are all of one kind; effects that wait in it stay. What somebody changed meanwhile is looked at again the next night.</summary>
    private async Task<int> Drop<T>(string partition, Func<T, bool> past, CancellationToken stop)
        where T : class
    {
        List<Change> gone = [];
        await foreach (var entry in store.List(partition, stop: stop))
            if (!entry.Key.StartsWith(Todo.Prefix, StringComparison.Ordinal) && !entry.Key.StartsWith(Trouble.Aside, StringComparison.Ordinal) && past(Stored.Read<T>(entry.Value)))
                gone.Add(new Change.Delete(entry.Key, entry.Version));
        var count = 0;
        foreach (var chunk in gone.Chunk(RetentionRules.Chunk))
            count += await store.Commit(partition, chunk, stop) ? chunk.Length : 0;
        return count;
    }
}
