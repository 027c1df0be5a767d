using System.Text;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.Ports;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Data.Deliveries.Given;

namespace Almanach.Core.Tests.Data.Deliveries;

/// <summary>The file that was accepted the year before, of a delivery that has no schema.</summary>
public sealed class EarlierYearTests
{
    private static readonly byte[] _before = Encoding.UTF8.GetBytes("code_epci;nom_epci;beneficiaires\n200046977;Métropole de Lyon;41204\n246900740;COPAMO;812\n");

    [Fact]
    public async Task This_years_file_is_held_against_it_and_stays_valid()
    {
        var test = await Opened();
        await Accepted(test, 2021, _before);

        Assert.Null(await test.Office.Deliveries.Give(File(test, Encoding.UTF8.GetBytes("code_epci;nom_epci;montant\n200046977;Métropole de Lyon;1,5\n"), Bonus)));

        var view = await View(test, Bonus);
        Assert.Equal(DeliveryState.Valid, view.State);
        var report = DeliveryReport.Read((await test.Office.DeliveryFiles.Report(Id, Bonus, view.Said!.File))!);
        Assert.Equal(["L’an dernier, le fichier avait une colonne «\u00A0beneficiaires\u00A0» (nombres entiers), qui n’y est plus. Vérifiez que rien ne manque.", "L’an dernier, le fichier n’avait pas de colonne «\u00A0montant\u00A0». Dites à la coordination ce qu’elle contient, ou retirez-la."],
            report.Warnings.Where(finding => finding.Type == FindingTypes.LastYear).Select(finding => finding.Message));
    }

    [Fact]
    public async Task The_last_one_accepted_says_the_columns_and_suggests_the_schema()
    {
        var test = await Opened();
        await Accepted(test, 2019, "a;b\n1;2\n"u8.ToArray());
        await Accepted(test, 2021, _before);
        Assert.Null(await test.Office.Deliveries.Give(File(test, Wrong, Bonus))); // of this year: not before it, nor accepted

        var expected = await test.Office.EarlierFiles.Columns((await View(test, Bonus)).Template, 2022);
        var earlier = await test.Office.EarlierFiles.Before(2022, Bonus);

        Assert.Equal([("code_epci", "codes de territoires (EPCI)"), ("nom_epci", "texte"), ("beneficiaires", "nombres entiers")], expected!.Columns.Select(column => (column.Name, column.Kind)));
        Assert.Equal((2021, "prime.csv"), (expected.From!.Year, expected.From.Deposit.Name));
        Assert.Contains("\"beneficiaires\"", Encoding.UTF8.GetString(earlier!.Inferred), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_configuration_has_a_schema_it_says_the_columns_and_nothing_is_held_against_last_year()
    {
        var test = await Opened();
        await Accepted(test, 2021, _before, Rsa);

        Assert.Null(await test.Office.Deliveries.Give(File(test, Valid)));

        var view = await View(test);
        Assert.Equal(["code_epci", "nom_epci", "allocataires_rsa"], (await test.Office.EarlierFiles.Columns(view.Template, 2022))!.Columns.Select(column => column.Name));
        Assert.DoesNotContain(DeliveryReport.Read((await test.Office.DeliveryFiles.Report(Id, Rsa, view.Said!.File))!).Warnings, finding => finding.Type == FindingTypes.LastYear);
    }

    [Fact]
    public async Task Without_an_earlier_file_nothing_is_expected_and_the_schema_of_this_years_is_kept_for_the_next()
    {
        var test = await Opened();
        Assert.Null(await test.Office.EarlierFiles.Columns((await View(test, Bonus)).Template, 2022));

        Assert.Null(await test.Office.Deliveries.Give(File(test, _before, Bonus)));
        Assert.Null(await test.Office.Deliveries.Accept(Id, Bonus, (await View(test, Bonus)).Said!.File, "", "coordination", test.Now));

        var deposit = (await View(test, Bonus)).Deposit!;
        Assert.Equal(await test.Files.Read(DataDeposit.SchemaPath(Id, Bonus, deposit.File)), (await test.Office.EarlierFiles.Before(2023, Bonus))!.Inferred);
        await test.Files.Delete(DataDeposit.SchemaPath(Id, Bonus, deposit.File)); // of before schemas were kept: read anew
        Assert.Contains("beneficiaires", Encoding.UTF8.GetString((await test.Office.EarlierFiles.Before(2023, Bonus))!.Inferred), StringComparison.Ordinal);
        Assert.Null(await test.Office.EarlierFiles.Before(2023, Bonus, most: 10));
    }

    /// <summary>A file that was checked and accepted in an earlier year.</summary>
    private static async Task Accepted(TestOffice test, int year, byte[] bytes, string delivery = Bonus)
    {
        var file = await test.Office.DeliveryFiles.Keep(new MemoryStream(bytes));
        var at = test.Now.AddYears(year - 2022);
        var deposit = new DataDeposit($"{year}-donnees", delivery, year, "", Caf, file, "prime.csv", bytes.Length, Referent().Id, DeliveryWay.Page, at, new CheckedFile(at, true, 2, 0, 0, false, []), at);
        Assert.Null(await test.Office.Ledger.Write(new Draft.Write(DataDeposit.Partition, [new Change.Insert(deposit.Key, Stored.Write(deposit))], [])));
    }
}
