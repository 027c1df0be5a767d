using System.Text;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Data.Deliveries;

/// <summary>A collection of data files that has opened, and files to give.</summary>
internal static class Given
{
    public const string Id = "2022-donnees";
    public const string Rsa = "rsa-caf-rhone";
    public const string Bonus = "prime-caf-rhone";
    public const string Farmers = "rsa-msa-ain-rhone";
    public const string Caf = "caf-rhone";

    public static readonly Setting Platform = TestOffice.Pfoss();

    private static readonly DateTimeOffset Begins = new(2022, 2, 1, 8, 0, 0, TimeSpan.Zero);

    public static byte[] Valid { get; } = Encoding.UTF8.GetBytes("code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n246900740;Ouest Rhodanien;812\n");

    /// <summary>The letter O for the digit, in the second row of data.</summary>
    public static byte[] Wrong { get; } = Encoding.UTF8.GetBytes("code_epci;nom_epci;allocataires_rsa\n200046977;Métropole de Lyon;41204\n246900740;Ouest Rhodanien;8O2\n");

    public static async Task<TestOffice> Opened(Func<IStore, IStore>? around = null)
    {
        var test = new TestOffice(Platform, Begins, around);
        await test.Office.Opening.Open(2022, Begins);
        await test.Settle();
        Assert.Null(await test.Office.Cycle.Apply(2022, new CycleCommand.Open("collecte-donnees", test.Now, "coordination")));
        await test.Settle();
        await test.At(test.Now.AddSeconds(Platform.Platform.Mail.GraceSeconds + 1));
        return test;
    }

    public static Contact Referent(string organisation = Caf) => Platform.Folder.Contacts.First(contact => contact.Organisation == organisation && contact.Is(RoleKind.Referent));

    public static FileSent File(TestOffice test, byte[]? bytes, string delivery = Rsa, bool attests = true, string name = "rsa 2021.csv", DeliveryWay way = DeliveryWay.Page) =>
        new(Id, delivery, Caf, Referent().Id, way, name, bytes is null ? null : new MemoryStream(bytes), attests, test.Now);

    public static async Task<DeliveryView> View(TestOffice test, string delivery = Rsa) =>
        (await test.Office.Deliveries.All((await test.Office.Consultations.Find(Id))!)).Single(view => view.Template.Id == delivery);

    public static async Task<Answer> Answered(TestOffice test) => (await test.Office.Consultations.AnswerOf(Id, Caf))!;
}
