using Almanach.Adapters.Memory;
using Almanach.Adapters.Outbox;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Rehearsal;
using Almanach.Functions.Storage;
using Almanach.Local.Rehearsal;

namespace Almanach.Bench;

/// <summary>The network of the demonstration with as many contacts as wished, written as an import writes them.</summary>
internal static class EnlargedNetwork
{
    private static readonly Script NoActs = new(2022, new(2021, 9, 1), new(2022, 12, 31), []);

    /// <summary>Says the file, the hash and the size of the frozen audience, and where the network is when it is not in the account; ends with the next line.</summary>
    public static async Task Write(string connection, int recipients)
    {
        var storage = new AzureStorage(new StoragePlace.Connection(connection));
        await storage.Create();
        var office = BenchOffice.Open(storage, files => new OutboxMailer(files));
        // Some have left: more are made, and as many addressed as wished.
        var folder = Enlarged.To(office.Setting, NoActs, recipients + (recipients / 10)).Setting.Folder;
        var audience = await office.Audiences.Freeze([.. People(folder).Take(recipients)]);
        await using var table = new NetworkTable();
        var place = "account";
        if (recipients > NetworkTable.Above)
        {
            var store = new MemoryStore();
            var desk = new NetworkDesk(new Ledger(store, office.Around.Queue, new Agenda(store, TimeProvider.System), TimeProvider.System), store);
            await desk.Write(folder.Organisations, folder.Contacts);
            place = await table.Start(store);
        }
        else
        {
            await office.Network.Write(folder.Organisations, folder.Contacts);
        }
        Console.WriteLine($"{audience.File} {audience.Hash} {audience.Count} {place}");
        Console.ReadLine();
    }

    private static IEnumerable<AudienceMember> People(LoadedPlatform folder)
    {
        var active = folder.Organisations.Where(organisation => organisation.Active).Select(organisation => organisation.Id).ToHashSet();
        return folder.Contacts.Where(contact => contact.Active && !contact.Suppressed && active.Contains(contact.Organisation))
            .Select(contact => new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>()));
    }
}
