using Almanach.Adapters.Outbox;
using Almanach.Core.Mail;
using Almanach.Core.Rehearsal;
using Almanach.Functions.Storage;
using Almanach.Local.Rehearsal;

namespace Almanach.Bench;

/// <summary>The network of the demonstration with as many contacts as wished, written as an import writes them.</summary>
internal static class EnlargedNetwork
{
    private static readonly Script NoActs = new(2022, new(2021, 9, 1), new(2022, 12, 31), []);

    /// <summary>Says the file, the hash and the size of the frozen audience.</summary>
    public static async Task Write(string connection, int recipients)
    {
        var storage = new AzureStorage(new StoragePlace.Connection(connection));
        await storage.Create();
        var office = BenchOffice.Open(storage, files => new OutboxMailer(files));
        // Some have left: more are made, and as many addressed as wished.
        var folder = Enlarged.To(office.Setting, NoActs, recipients + (recipients / 10)).Setting.Folder;
        await office.Network.Write(folder.Organisations, folder.Contacts);
        var active = folder.Organisations.Where(organisation => organisation.Active).Select(organisation => organisation.Id).ToHashSet();
        var people = folder.Contacts.Where(contact => contact.Active && !contact.Suppressed && active.Contains(contact.Organisation)).Take(recipients);
        var audience = await office.Audiences.Freeze(
            [.. people.Select(person => new AudienceMember(person.Id, person.Organisation, new Dictionary<string, IReadOnlyList<string>>()))]);
        Console.WriteLine($"{audience.File} {audience.Hash} {audience.Count}");
    }
}
