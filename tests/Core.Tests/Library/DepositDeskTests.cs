using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.Library;
using Almanach.Core.Library.Deposits;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Library;

/// <summary>Documents are deposited once, replaced, withdrawn; every file is kept.</summary>
public sealed class DepositDeskTests
{
    private static readonly DepositSheet _sheet = new("Diapositives du comité", new DateOnly(2021, 12, 14), LibraryKind.Diapositives, "copil", null, null, ["Logement"], Diffusion.Circle);

    private readonly TestOffice _test = new(TestOffice.Pfoss(), new DateTimeOffset(2021, 12, 15, 8, 0, 0, TimeSpan.Zero));

    private Office Office => _test.Office;

    [Fact]
    public async Task The_same_file_under_the_same_title_is_one_document_however_often_it_is_sent()
    {
        var (id, refusal) = await Enter(_sheet);
        var (again, refusedAgain) = await Enter(_sheet);

        Assert.Equal((null, null, id), (refusal, refusedAgain, again));
        Assert.StartsWith("diapositives-du-comite-", Assert.Single(await Office.Deposits.All()).Id);
    }

    [Fact]
    public async Task Depositing_again_with_fewer_readers_is_not_said_to_be_done()
    {
        var (id, _) = await Enter(_sheet with { Diffusion = Diffusion.Public });

        Assert.Equal(Why.NotNow, (await Enter(_sheet)).Refusal?.Why);
        Assert.Equal(Diffusion.Public, (await Office.Deposits.Find(id))!.Sheet.Diffusion);
    }

    [Fact]
    public async Task A_picture_keeps_nothing_of_what_its_camera_wrote_beside_it()
    {
        var taken = Pictures.Drawn.With(Pictures.Drawn.Jpeg, (0xE1, Pictures.Drawn.Exif(1)));

        var (id, refusal) = await Office.Deposits.Enter(_sheet, "photo.jpg", taken, "coordination", Office.Now);
        var (again, _) = await Office.Deposits.Enter(_sheet, "photo.jpg", Pictures.Drawn.Jpeg, "coordination", Office.Now);

        Assert.Null(refusal);
        Assert.Equal(id, again);
        var deposit = (await Office.Deposits.Find(id))!;
        Assert.Equal(Pictures.Drawn.Jpeg, await Office.Deposits.Read(deposit, deposit.Latest));
        Assert.Equal(Pictures.Drawn.Jpeg.Length, deposit.Latest.Bytes);
    }

    [Fact]
    public async Task A_picture_cut_short_is_refused_at_its_field()
    {
        var (_, refusal) = await Office.Deposits.Enter(_sheet, "photo.jpg", Pictures.Drawn.Jpeg[..400], "coordination", Office.Now);

        Assert.Equal("fichier", Assert.Single(refusal!.Fields).Field);
        Assert.Empty(await Office.Deposits.All());
    }

    [Fact]
    public async Task A_new_version_replaces_the_one_that_is_read_and_the_former_is_kept()
    {
        var (id, _) = await Enter(_sheet);

        Assert.Null(await Office.Deposits.Replace(id, "x.pdf", SampleFiles.OtherPdf, "coordination", Office.Now));
        Assert.Null(await Office.Deposits.Replace(id, "x.pdf", SampleFiles.OtherPdf, "coordination", Office.Now));

        var deposit = (await Office.Deposits.Find(id))!;
        Assert.Equal([1, 2], deposit.Versions.Select(version => version.Number));
        Assert.Equal(SampleFiles.Pdf, await Office.Deposits.Read(deposit, deposit.Versions[0]));
        Assert.Equal(SampleFiles.OtherPdf, await Office.Deposits.Read(deposit, deposit.Latest));
    }

    [Fact]
    public async Task Withdrawn_it_leaves_the_lists_and_is_not_deposited_again_by_mistake()
    {
        var (id, _) = await Enter(_sheet);

        Assert.Null(await Office.Deposits.Turn(id, true, "coordination", Office.Now));

        Assert.Empty(await Office.Library.All());
        Assert.Equal(Why.NotNow, (await Enter(_sheet)).Refusal?.Why);
        Assert.Equal(Why.NotNow, (await Office.Deposits.Replace(id, "x.pdf", SampleFiles.OtherPdf, "coordination", Office.Now))?.Why);
        Assert.Null(await Office.Deposits.Turn(id, false, "coordination", Office.Now));
        Assert.Single(await Office.Library.All());
    }

    [Fact]
    public async Task What_belongs_to_nobody_cannot_be_for_its_members_only_and_a_place_must_exist()
    {
        var (_, nobody) = await Enter(_sheet with { Body = null });
        var (_, unknown) = await Enter(_sheet with { Body = "senat" });
        var (_, untitled) = await Enter(_sheet with { Title = "" });

        Assert.Equal("diffusion", Assert.Single(nobody!.Fields).Field);
        Assert.Equal("place", Assert.Single(unknown!.Fields).Field);
        Assert.Equal("titre", Assert.Single(untitled!.Fields).Field);
        Assert.Empty(await Office.Deposits.All());
    }

    [Fact]
    public async Task A_date_more_than_a_year_ahead_is_refused_and_a_nearer_one_is_taken()
    {
        var (_, far) = await Enter(_sheet with { Day = new DateOnly(2035, 1, 1) });
        var (id, near) = await Enter(_sheet with { Day = new DateOnly(2022, 12, 15) });
        var moved = await Office.Deposits.Edit(id, _sheet with { Day = new DateOnly(2035, 1, 1) }, null, "coordination", Office.Now);

        Assert.Equal("jour", Assert.Single(far!.Fields).Field);
        Assert.Null(near);
        Assert.Equal("jour", Assert.Single(moved!.Fields).Field);
    }

    [Fact]
    public async Task Two_tabs_do_not_overwrite_each_other()
    {
        var (id, _) = await Enter(_sheet);
        var seen = Print.Of((await Office.Deposits.Find(id))!);

        Assert.Null(await Office.Deposits.Edit(id, _sheet with { Title = "Un titre" }, seen, "coordination", Office.Now));
        var other = await Office.Deposits.Edit(id, _sheet with { Title = "Un autre" }, seen, "coordination", Office.Now);

        Assert.Equal(Why.Changed, other?.Why);
        Assert.Equal("Un titre", (await Office.Deposits.Find(id))!.Sheet.Title);
    }

    [Fact]
    public async Task A_document_that_becomes_public_is_news_from_that_moment()
    {
        var begins = Office.Now;
        var (id, _) = await Enter(_sheet with { Diffusion = Diffusion.Network });
        var (hidden, _) = await Enter(_sheet with { Title = "Pour le comité" });
        var inside = await Office.Library.News(begins, begins.AddDays(1));

        Assert.Null(await Office.Deposits.Edit(id, _sheet with { Diffusion = Diffusion.Public }, null, "coordination", begins.AddDays(10)));
        var outside = await Office.Library.News(begins.AddDays(10), begins.AddDays(11));

        Assert.Equal((true, $"/espace/fichiers/{id}"), inside.Select(news => (news.Internal, news.Address)).Single());
        Assert.Equal((false, $"/documents/fichiers/{id}", new DateOnly(2021, 12, 25)), outside.Select(news => (news.Internal, news.Address, news.Date)).Single());
        Assert.DoesNotContain(await Office.Library.News(begins, begins.AddDays(99)), news => news.Address.Contains(hidden, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_find_what_is_theirs_by_words_without_accents()
    {
        await Office.Opening.Open(2022, Office.Now);
        await Enter(_sheet);
        await Enter(_sheet with { Title = "Rapport sur la santé", Kind = LibraryKind.Rapport, Body = null, Diffusion = Diffusion.Public });
        var roster = await Office.Network.Load();
        var member = roster.Active.First(contact => contact.SitsIn("copil"));
        var other = roster.Active.First(contact => contact.Roles.All(role => role.Body is null));

        Assert.Equal(2, (await Office.Library.For(member)).Count);
        Assert.Equal("Rapport sur la santé", Assert.Single(await Office.Library.For(other)).Title);
        var all = await Office.Library.For(member);
        Assert.Equal(["Rapport sur la santé"], all.Where(item => new LibraryFilter("SANTE rapport").Keeps(item, "")).Select(item => item.Title));
        Assert.Equal(["Diapositives du comité"], all.Where(item => new LibraryFilter(Place: "instance:copil", Year: 2021, Theme: "logement").Keeps(item, "")).Select(item => item.Title));
    }

    private Task<(string Id, Refusal? Refusal)> Enter(DepositSheet sheet) => Office.Deposits.Enter(sheet, "x.pdf", SampleFiles.Pdf, "coordination", Office.Now);
}
