using System.Text.Json.Serialization;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network.Import;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Network;

/// <summary>
/// Writes a checked import into the network and informs the people it adds (GDPR art. 14). The import is frozen in a
/// file first; applying it twice is applying it once.
/// </summary>
public sealed class ImportDesk(NetworkDesk network, Ledger ledger, IFiles files, AudienceShelf audiences, MailRoom mailRoom)
{
    public const string Partition = "imports";

    /// <summary>Rows to write, by id; tables as they were dropped, in <c>depots/</c>.</summary>
    public const string Folder = "imports/";

    /// <summary>Freezes the rows to write and sets their writing going, if there are any; counts those left out.</summary>
    public async Task<Refusal?> Start(ImportPlan plan, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        foreach (var refused in plan.Lines.Where(line => line.Verdict is Verdict.Doubtful or Verdict.KeptOut).CountBy(line => line.Verdict))
            Telemetry.RowsRefused.Add(refused.Value, new KeyValuePair<string, object?>("verdict", refused.Key));
        return plan.WritesNothing ? null : await Start(plan.Rows, actor, now, stop);
    }

    private async Task<Refusal?> Start(ImportedRows rows, string actor, DateTimeOffset now, CancellationToken stop)
    {
        var id = IdOf(rows);
        await files.WriteNew(Path(id), Stored.Bytes(rows), stop);
        return await ledger.Write(new Draft.Write(Partition, [new Change.Put($"import|{Todo.Stamp(now)}|{id}", Stored.Write(new ImportLine(id, now, rows.Organisations.Count, rows.Contacts.Count)))],
            [
                new Effect.ApplyImport(id, $"import-{id}", now),
                new Effect.Note(actor, $"import {id}\u00A0: {French.Numbers.Count(rows.Organisations.Count, "organisme", "organismes")}, {French.Numbers.Count(rows.Contacts.Count, "personne", "personnes")}", $"note-import-{id}-{Todo.Stamp(now)}", now, ""),
            ]), stop);
    }

    /// <summary>The name of an import: the same rows have the same.</summary>
    public static string IdOf(ImportedRows rows) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Stored.Bytes(rows)))[..16];

    public async Task Apply(Effect.ApplyImport effect, CancellationToken stop = default)
    {
        var rows = await Read(effect.Import, stop);
        var roster = await network.Load(stop);
        await network.Write(rows.Organisations, [.. rows.Contacts.Where(contact => !HasLeft(roster, contact.Id)).Select(contact => AsChosen(roster, contact))], stop: stop);
        if (rows.Inform.Count == 0)
            return;
        List<Effect> effects = [new Effect.InformContacts(effect.Import, $"inform-{effect.Import}", effect.Due)];
        if (rows.Invites)
            effects.Add(new Effect.AskImported(effect.Import, $"import-{effect.Import}-asks", effect.Due));
        if (await ledger.Write(new Draft.Write(Partition, [], effects), stop) is not null)
            throw new InvalidOperationException("The message to those added was not ordered: the import is performed again.");
    }

    /// <summary>Ids of the people an import added.</summary>
    public async Task<IReadOnlyList<string>> Added(string import, CancellationToken stop = default) => (await Read(import, stop)).Inform;

    /// <summary>One message to those added: who holds their data, from where, why, and how to object.</summary>
    public async Task Inform(Effect.InformContacts effect, CancellationToken stop = default)
    {
        var rows = await Read(effect.Import, stop);
        var added = rows.Contacts.Where(contact => rows.Inform.Contains(contact.Id)).ToList();
        foreach (var (index, source) in added.GroupBy(contact => contact.Source).Index())
        {
            var members = source.Select(contact => new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>())).ToList();
            var key = $"inform-{effect.Import}-{index + 1}";
            await mailRoom.Start(Welcome(key, source.Key, await audiences.Freeze(members, stop), effect.Due), effect.Due, "", stop);
        }
    }

    /// <summary>What a person who is added learns (GDPR art. 14): also for its preview.</summary>
    public static Mailing Welcome(string key, string source, Audience audience, DateTimeOffset due) => new(
        key, "bienvenue-information", new Dictionary<string, string> { ["source"] = source }, audience,
        "Vous recevez ce message parce que la loi nous demande de vous informer (article 14 du RGPD).",
        new LinkTo(LinkPurpose.Person, "", due.AddDays(400)), Replay.SendAgain);

    /// <summary>The same to the référent of an organisation whose request to join is accepted, which it says where the platform has words for it.</summary>
    public static Mailing WelcomeJoined(string key, string source, Audience audience, DateTimeOffset due, Setting setting) => !setting.Folder.Texts.ContainsKey(TextCatalogue.JoinWelcome)
        ? Welcome(key, source, audience, due)
        : Welcome(key, source, audience, due) with
        {
            Text = TextCatalogue.JoinWelcome,
            Because = "Vous recevez ce message parce que votre demande d’adhésion est acceptée, et que la loi nous demande de vous informer (article 14 du RGPD).",
        };

    /// <summary>An import never subscribes again: not even somebody who left or objected after it was planned.</summary>
    private static bool HasLeft(Roster roster, string contact) =>
        roster.Contacts.TryGetValue(contact, out var known) && (known.Suppressed || !known.Active);

    /// <summary>Nor to a newsletter that she left after it was planned.</summary>
    private static Contact AsChosen(Roster roster, Contact contact) =>
        roster.Contacts.TryGetValue(contact.Id, out var known) ? contact with { LeftLists = known.LeftLists } : contact;

    private static string Path(string id) => $"{Folder}{id}.json";

    private async Task<ImportedRows> Read(string id, CancellationToken stop) =>
        Stored.Read<ImportedRows>(await files.Read(Path(id), stop) ?? throw new InvalidDataException($"Le fichier de l’import {id} manque."));
}

/// <summary>The rows an import writes, worked out and confirmed.</summary>
/// <param name="Inform">Ids of the contacts that are new and must be told.</param>
/// <param name="Invites">Whether those are also asked what is open. Left out of the record where it is false.</param>
public sealed record ImportedRows(
    IReadOnlyList<Organisation> Organisations, IReadOnlyList<Contact> Contacts, IReadOnlyList<string> Inform,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Invites = false)
{
    /// <summary>The network once they are written.</summary>
    public Roster On(Roster roster) => new(
        roster.Organisations.Values.ExceptBy(Organisations.Select(one => one.Id), one => one.Id).Concat(Organisations),
        roster.Contacts.Values.ExceptBy(Contacts.Select(one => one.Id), one => one.Id).Concat(Contacts));
}

public sealed record ImportLine(string Id, DateTimeOffset At, int Organisations, int Contacts);
