using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Newsletter.Subscriptions;

/// <summary>A small network and some people outside it who receive « lettre ».</summary>
internal static class Readers
{
    public const string List = "lettre";

    public static readonly DateTimeOffset Now = new(2021, 10, 4, 7, 0, 0, TimeSpan.Zero);

    public static Contact Contact(string id, string organisation = "insee-ara") =>
        new(id, organisation, "Claire", $"Nom{id}", $"{id}@insee.example", "", [new Role(RoleKind.Referent)], "Annuaire", new DateOnly(2021, 1, 1));

    public static async Task<TestOffice> Office(params Contact[] contacts)
    {
        var test = new TestOffice(TestOffice.Pfoss(), Now);
        var organisation = test.Office.Setting.Folder.Organisations[0];
        await test.Office.Network.Write([organisation with { Id = "insee-ara" }, organisation with { Id = "partie", Active = false }], contacts);
        return test;
    }

    public static Task Subscribe(TestOffice test, params Subscriber[] people) => test.Store.Commit(
        Subscriber.Partition(List), [.. people.Select(person => new Change.Put(Subscriber.Row(person.Id), Stored.Write(person)))]);

    public static Subscriber Person(string id, string? address = null) => new(id, address ?? $"{id}@dehors.example", new DateOnly(2021, 9, 1));

    public static async Task<MailingState> Send(TestOffice test, IReadOnlyList<AudienceMember> members)
    {
        await Order(test, members);
        await test.Settle();
        return (await test.Office.MailRoom.Find("lettre-1"))!;
    }

    public static async Task Order(TestOffice test, IReadOnlyList<AudienceMember> members)
    {
        var mailing = new Mailing("lettre-1", "document", new Dictionary<string, string> { ["document"] = "La lettre", ["année"] = "2022" }, await test.Office.Audiences.Freeze(members),
            "Vous recevez cette lettre.", new LinkTo(LinkPurpose.Person, "", test.Now.AddDays(30)), Replay.SendAgain, List: List);
        await test.Office.Ledger.Commit(new Draft.Write("test", [], [new Effect.SendMailing(mailing, mailing.Key, test.Now, "")]));
    }
}
