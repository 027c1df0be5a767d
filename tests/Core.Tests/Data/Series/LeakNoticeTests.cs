using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using Almanach.Core.Consultations;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Engine;
using Almanach.Core.Tests.Data.Deliveries;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Data.Series;

/// <summary>A producer is told of what its file gives away, by a mail that says no figure; of what others hide it is told nothing.</summary>
public sealed class LeakNoticeTests
{
    private const string Jobseekers = "defm-epci";

    /// <summary>One category is hidden, and its total gives it away.</summary>
    private static readonly byte[] Leaking = Encoding.UTF8.GetBytes("EPCI;Catégorie A;Catégorie B;Catégorie C;Catégorie ABC\nMétropole de Lyon;70000;12000;20000;102000\nGrenoble-Alpes-Métropole;s;4000;6000;30000\n");

    private static readonly byte[] WithoutTotals = Encoding.UTF8.GetBytes("EPCI;Catégorie A;Catégorie B;Catégorie C\nMétropole de Lyon;70000;12000;20000\nGrenoble-Alpes-Métropole;s;4000;6000\n");

    private static readonly byte[] Totals = Encoding.UTF8.GetBytes("EPCI;Catégorie ABC\nMétropole de Lyon;102000\nGrenoble-Alpes-Métropole;30000\n");

    [Fact]
    public async Task The_depositor_is_told_once_without_a_figure_and_may_read_them()
    {
        var test = await Given.Opened();
        var desk = Desk(test, reading => reading.Id == Jobseekers ? reading with { Delivery = Given.Rsa } : reading with { Delivery = "" });
        var accepted = await Accepted(test, Leaking);

        for (var time = 0; time < 2; time++)
            await desk.TakeIn(accepted);
        await test.Settle();
        await test.At(test.Now.AddHours(1));

        var release = Assert.Single(await test.Office.SeriesFiles.All());
        Assert.Equal((ReleaseState.Held, 1, 1), (release.State, release.Audit!.LeakCount, release.Audit.OwnCount));
        Assert.Single(test.Mailer.Sent, sent => sent.Letter == "leaks-defm-epci-1");
        Assert.Contains(test.Mailer.Sent, sent => sent == ("leaks-defm-epci-1", Given.Referent().Id));
        var deposit = (await Given.View(test)).Deposit!;
        Assert.Contains("Grenoble-Alpes-Métropole", Assert.Single(Assert.Single(await test.Office.SeriesFiles.HeldBack(deposit)).Own), StringComparison.Ordinal);
        Assert.Empty(await test.Office.SeriesFiles.HeldBack(deposit with { Organisation = "insee" }));
    }

    [Fact]
    public async Task What_another_producer_hides_is_told_to_nobody_but_the_coordinator()
    {
        var test = await Given.Opened();
        var desk = Desk(test, reading => reading.Id == Jobseekers ? reading with { Columns = [.. reading.Columns.Where(column => column.Measure != "defm-abc")] }
            : reading with { Delivery = "" }, catalogue => catalogue.ReadingOf(Jobseekers)! with { Id = "totaux", Delivery = Given.Rsa, Columns = [.. catalogue.ReadingOf(Jobseekers)!.Columns.Where(column => column.Measure == "defm-abc")] });
        Assert.True((await desk.TakeIn(Jobseekers, "a.csv", new MemoryStream(WithoutTotals), 2021, test.Now)).Release!.IsPublished);

        await desk.TakeIn(await Accepted(test, Totals));
        await test.Settle();
        await test.At(test.Now.AddHours(1));

        var release = (await test.Office.SeriesFiles.All()).Single(one => one.Reading == "totaux");
        Assert.Equal((ReleaseState.Held, 1, 0), (release.State, release.Audit!.LeakCount, release.Audit.OwnCount));
        Assert.DoesNotContain(test.Mailer.Sent, sent => sent.Letter.StartsWith("leaks-", StringComparison.Ordinal));
        Assert.Empty(await test.Office.SeriesFiles.HeldBack((await Given.View(test)).Deposit!));
    }

    private static SeriesDesk Desk(TestOffice test, Func<SeriesReading, SeriesReading> change, Func<IndicatorCatalogue, SeriesReading>? more = null)
    {
        var catalogue = Given.Platform.Folder.Indicators;
        catalogue = catalogue with { Readings = [.. catalogue.Readings.Select(change), .. more is null ? Array.Empty<SeriesReading>() : [more(catalogue)]] };
        var setting = Given.Platform with { Folder = Given.Platform.Folder with { Indicators = catalogue } };
        var office = test.Office;
        return new SeriesDesk(office.Ledger, office.SeriesFiles, office.DeliveryFiles, setting, new DataFileReader(), _ => Task.FromResult(ShippedTerritories.Atlas),
            new LeakNotice(office.Consultations, new Receipts(setting, office.Network, office.Themes, office.Audiences)));
    }

    private static async Task<Effect.TakeInFile> Accepted(TestOffice test, byte[] file)
    {
        Assert.Null(await test.Office.Deliveries.Give(Given.File(test, file)));
        await test.Settle();
        var hash = (await Given.View(test)).Said!.File;
        Assert.Null(await test.Office.Deliveries.Accept(Given.Id, Given.Rsa, hash, "Pour l’essai.", "coordination", test.Now));
        return new Effect.TakeInFile(Given.Id, Given.Rsa, hash, "essai", test.Now);
    }
}
