using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Engine;

namespace Almanach.Core.Tests.Data.Deliveries;

public sealed class UploadRulesTests
{
    private static readonly DateTimeOffset _now = new(2022, 5, 10, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 0)] // all is there and nothing was taken: the last is sent again
    [InlineData(4_000_000, 1, 0)]
    [InlineData(4_000_001, 1, 4_000_000)]
    [InlineData(200_000_000, 50, 196_000_000)]
    public void Until_it_is_taken_the_last_piece_is_still_to_come(long size, int pieces, long offset) => Assert.Equal(offset, UploadRules.Offset(New(size: size), pieces));

    [Fact]
    public void One_that_was_taken_is_whole() => Assert.Equal(10, UploadRules.Offset(New(size: 10) with { Given = true }, 0));

    [Fact]
    public void An_empty_file_one_too_large_and_one_without_attestation_do_not_begin()
    {
        Assert.Equal([ReceivingRules.FileField], UploadRules.Check(New(size: 0), true)!.Fields.Select(error => error.Field));
        Assert.Equal([ReceivingRules.FileField], UploadRules.Check(New(size: 200_000_001), true)!.Fields.Select(error => error.Field));
        Assert.Equal([ReceivingRules.AttestField], UploadRules.Check(New(), false)!.Fields.Select(error => error.Field));
        Assert.Null(UploadRules.Check(New(size: 200_000_000), true));
    }

    [Fact]
    public void Too_many_make_the_oldest_of_the_same_person_give_way_and_never_those_of_colleagues()
    {
        List<Upload> all = [.. Enumerable.Range(1, UploadRules.MostOpen).Select(number => New($"{number}", by: number < 3 ? "c1" : "c2", at: _now.AddHours(number)))];

        Assert.Equal("1", Begun(all, New("a", by: "c1", at: _now.AddHours(9))).Dropped!.Id);
        Assert.Equal("3", Begun(all, New("a", by: "c2", at: _now.AddHours(9))).Dropped!.Id);
        Assert.Equal(UploadRules.TooMany, Assert.IsType<Decision<UploadBegun>.Refused>(UploadRules.Begin(all, New("a", by: "c3", at: _now.AddHours(9)))).Refusal);
        Assert.Null(Begun(all, New("5", by: "c2", at: _now.AddHours(9))).Dropped); // it goes on with its own
        Assert.Null(Begun([.. all.Skip(1), New("x") with { Given = true }], New("a", by: "c3")).Dropped);
        Assert.Null(Begun(all, New("a", by: "c3", at: _now.AddDays(UploadRules.Days).AddHours(1))).Dropped); // the first is past its days
        Assert.Null(Begun(all, New("a", by: "c3") with { Organisation = "msa" }).Dropped);
    }

    [Fact]
    public void One_that_goes_on_keeps_what_it_was_and_is_kept_for_longer()
    {
        var known = New("1", at: _now.AddDays(-2));

        var begun = Begun([known], New("1", at: _now) with { Name = "autre.csv" });

        Assert.Equal(known with { At = _now }, begun.Upload);
        Assert.Equal(_now.AddDays(3), UploadRules.Expires(begun.Upload));
    }

    [Fact]
    public void A_file_is_the_same_by_its_name_its_size_and_its_instant()
    {
        var id = UploadRules.IdOf("2022-donnees", "rsa", "c1", "rsa.csv", 10, "5");

        Assert.True(UploadRules.IsId(id));
        Assert.Equal(id, UploadRules.IdOf("2022-donnees", "rsa", "c1", "rsa.csv", 10, "5"));
        Assert.DoesNotContain(id, new[]
        {
            UploadRules.IdOf("2022-donnees", "prime", "c1", "rsa.csv", 10, "5"), UploadRules.IdOf("2022-donnees", "rsa", "c2", "rsa.csv", 10, "5"),
            UploadRules.IdOf("2022-donnees", "rsa", "c1", "rsa2.csv", 10, "5"), UploadRules.IdOf("2022-donnees", "rsa", "c1", "rsa.csv", 11, "5"), UploadRules.IdOf("2022-donnees", "rsa", "c1", "rsa.csv", 10, "6"),
        });
    }

    static UploadBegun Begun(IReadOnlyList<Upload> all, Upload asked) => Assert.IsType<Decision<UploadBegun>.Accepted>(UploadRules.Begin(all, asked)).State;

    static Upload New(string id = "1", string by = "c1", long size = 9_000_000, DateTimeOffset? at = null) =>
        new(id, "2022-donnees", "rsa", "caf", by, DeliveryWay.Page, "rsa.csv", size, at ?? _now);
}
