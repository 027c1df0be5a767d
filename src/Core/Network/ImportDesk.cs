using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Ports;

namespace Almanach.Core.Network;

/// <summary>
/// Writes a checked import into the network and informs the people it adds (GDPR art. 14). The import is frozen in a
/// file first; applying it twice is applying it once.
/// </summary>
public sealed class ImportDesk(NetworkDesk network, Ledger ledger, IFiles files, AudienceShelf audiences, MailRoom mailRoom)
{
    public const string Partition = "imports";

    /// <summary>Freezes the rows to write and sets their writing going.</summary>
    public async Task Start(ImportedRows rows, DateTimeOffset now, CancellationToken stop = default)
    {
        var bytes = Stored.Bytes(rows);
        var id = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..16];
        await files.WriteNew(Path(id), bytes, stop);
        await ledger.Commit(new Draft.Write(Partition, [new Change.Put($"import|{Todo.Stamp(now)}|{id}", Stored.Write(new ImportLine(id, now, rows.Organisations.Count, rows.Contacts.Count)))],
            [new Effect.ApplyImport(id, $"import-{id}", now)]), stop);
    }

    public async Task Apply(Effect.ApplyImport effect, CancellationToken stop = default)
    {
        var rows = await Read(effect.Import, stop);
        await network.Write(rows.Organisations, rows.Contacts, stop: stop);
        if (rows.Inform.Count > 0)
            await ledger.Commit(new Draft.Write(Partition, [], [new Effect.InformContacts(effect.Import, $"inform-{effect.Import}", effect.Due)]), stop);
    }

    /// <summary>One message to those added: who holds their data, from where, why, and how to object.</summary>
    public async Task Inform(Effect.InformContacts effect, CancellationToken stop = default)
    {
        var rows = await Read(effect.Import, stop);
        var added = rows.Contacts.Where(contact => rows.Inform.Contains(contact.Id)).ToList();
        foreach (var source in added.GroupBy(contact => contact.Source))
        {
            var members = source.Select(contact => new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>())).ToList();
            var key = $"inform-{effect.Import}-{French.Typography.Slug(source.Key, 30)}";
            await mailRoom.Start(new Mailing(
                key, "bienvenue-information", new Dictionary<string, string> { ["source"] = source.Key }, await audiences.Freeze(members, stop),
                "Vous recevez ce message parce que la loi nous demande de vous informer (article 14 du RGPD).",
                new LinkTo(LinkPurpose.Person, "", effect.Due.AddDays(400)), Replay.SendAgain), effect.Due, "", stop);
        }
    }

    private static string Path(string id) => $"imports/{id}.json";

    private async Task<ImportedRows> Read(string id, CancellationToken stop) =>
        Stored.Read<ImportedRows>(await files.Read(Path(id), stop) ?? throw new InvalidDataException($"Le fichier de l’import {id} manque."));
}

/// <summary>The rows an import writes, worked out and confirmed.</summary>
/// <param name="Inform">Ids of the contacts that are new and must be told.</param>
public sealed record ImportedRows(IReadOnlyList<Organisation> Organisations, IReadOnlyList<Contact> Contacts, IReadOnlyList<string> Inform);

public sealed record ImportLine(string Id, DateTimeOffset At, int Organisations, int Contacts);
