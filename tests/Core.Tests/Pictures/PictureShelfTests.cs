using Almanach.Core.Consultations;
using Almanach.Core.Pictures;
using Almanach.Core.Tests.Engine;
using static Almanach.Core.Tests.Consultations.Contributing;

namespace Almanach.Core.Tests.Pictures;

/// <summary>Pictures are kept before they are thanked for, follow the answer that bears them, and go where none does.</summary>
public sealed class PictureShelfTests
{
    static readonly DateTimeOffset _begins = new(2022, 2, 1, 2, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_picture_is_kept_under_the_hash_of_its_clean_bytes_once()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _begins);

        var (first, _) = await test.Office.Pictures.Keep(Drawn.Jpeg, test.Now);
        var (second, _) = await test.Office.Pictures.Keep(Drawn.With(Drawn.Jpeg, (0xFE, [.. "Claire"u8])), test.Now);

        Assert.Equal(first, second);
        Assert.Equal((240, 160), (first!.Width, first.Height));
        Assert.Equal(Drawn.Jpeg, await test.Office.Pictures.Bytes(first.File));
        Assert.Equal(first, await test.Office.Pictures.Find(first.File));
    }

    [Theory]
    [InlineData("images/../platform.json")]
    [InlineData("courrier/abc")]
    [InlineData("images/abc.jpg")]
    [InlineData("")]
    public async Task Nothing_else_is_given_for_a_picture(string file)
    {
        var test = new TestOffice(TestOffice.Pfoss(), _begins);

        Assert.Null(await test.Office.Pictures.Bytes(file));
        Assert.Null(await test.Office.Pictures.Find(file));
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_not_kept()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _begins);

        var (kept, because) = await test.Office.Pictures.Keep(new byte[] { 1, 2, 3 }, test.Now);

        Assert.Null(kept);
        Assert.NotEmpty(because);
        Assert.Empty(await test.Rows(PictureShelf.Partition));
    }

    [Fact]
    public async Task A_picture_nobody_sent_in_the_end_goes_after_a_month()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _begins);
        var (kept, _) = await test.Office.Pictures.Keep(Drawn.Jpeg, test.Now);

        Assert.Equal(0, await test.Office.Pictures.Erase(_begins.AddDays(30)));
        Assert.Equal(1, await test.Office.Pictures.Erase(_begins.AddDays(31)));
        Assert.Null(await test.Office.Pictures.Bytes(kept!.File));
        Assert.Empty(await test.Rows(PictureShelf.Partition));
    }

    [Fact]
    public async Task A_picture_chosen_again_waits_anew()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _begins);
        var (kept, _) = await test.Office.Pictures.Keep(Drawn.Jpeg, test.Now);

        await test.Office.Pictures.Keep(Drawn.Jpeg, _begins.AddDays(29));

        Assert.Equal(0, await test.Office.Pictures.Erase(_begins.AddDays(40)));
        Assert.NotNull(await test.Office.Pictures.Bytes(kept!.File));
    }

    [Fact]
    public async Task A_picture_of_an_answer_stays_even_when_a_later_answer_leaves_it_out_and_it_is_chosen_again()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _begins);
        await test.Office.Opening.Open(2022, _begins);
        Assert.Null(await test.Office.Consultations.Open(Call(2022, "2022/collecte", _begins.AddDays(21)), [], _begins, _begins));
        var (kept, _) = await test.Office.Pictures.Keep(Drawn.Jpeg, test.Now);

        await Answer(test, Article("Un bus") with { Picture = new ContributedPicture(kept!.File, "Un bus", kept.Width, kept.Height) });
        await Answer(test, Article("Un bus"));
        await test.Settle();
        await test.Office.Pictures.Keep(Drawn.Jpeg, test.Now);
        await test.Office.Retention.Erase(_begins.AddDays(60));

        Assert.Empty(await test.Rows(PictureShelf.Partition));
        Assert.NotNull(await test.Office.Pictures.Bytes(kept.File));
    }

    [Fact]
    public async Task The_night_deletes_what_nobody_sent_and_the_journal_says_how_many()
    {
        var test = new TestOffice(TestOffice.Pfoss(), _begins);
        await test.Office.Pictures.Keep(Drawn.Jpeg, test.Now);
        await test.Office.Pictures.Keep(Drawn.Png, test.Now);
        test.Clock.Set(_begins.AddDays(60));

        await test.Office.Retention.Erase(test.Now);
        await test.Settle();

        Assert.Contains(await test.Journal(_begins, test.Now.AddDays(1)), line => line.Subject.EndsWith("2\u00A0images que personne n’a envoyées", StringComparison.Ordinal));
    }

    static async Task Answer(TestOffice test, params Contribution[] items) => Assert.Null(await test.Office.Consultations.Take("2022-lettre-1-appel",
        new AnswerCommand("drome", "drome", "x", Channel.Page, false, new Dictionary<string, AnswerValue> { [Question] = Value(items) }, test.Now), null));
}
