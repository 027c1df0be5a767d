using Almanach.Core.Rehearsal;
using Almanach.Local.Rehearsal;

namespace Almanach.Local.Tests.Rehearsal;

/// <summary>The year again: as it was, or with one answer less.</summary>
[Collection(RehearsedYear.Name)]
public sealed class RepeatedYearTests(RehearsedYear year)
{
    [Fact]
    public async Task The_same_year_gives_the_same_bytes()
    {
        using var again = new TempFolder();

        using (var rehearsal = new RehearsalOffice(RehearsedYear.Setting, RehearsedYear.Script, again.Root))
            await rehearsal.Walk();

        var (one, other) = (Contents.Of(year.Folder), Contents.Of(again));
        Assert.Equal(one.Keys.Order(StringComparer.Ordinal), other.Keys.Order(StringComparer.Ordinal));
        Assert.All(one, file => Assert.True(file.Value.AsSpan().SequenceEqual(other[file.Key]), file.Key));
    }

    [Fact]
    public async Task One_answer_less_changes_the_mails_and_the_programme_and_nothing_that_does_not_depend_on_it()
    {
        // The only proposal of its theme: « L’observatoire IMOPE », by the social landlords.
        const string contact = "c0327", title = "Présentation de l’observatoire IMOPE";
        using var folder = new TempFolder();
        var script = RehearsedYear.Script with
        {
            Acts = [.. RehearsedYear.Script.Acts.Where(act => act is not Act.Respond { Contact: contact, Consultation: "themes" })],
        };

        Summary summary;
        using (var rehearsal = new RehearsalOffice(RehearsedYear.Setting, script, folder.Root))
            summary = await rehearsal.Walk();

        var (before, after) = (Mails(year.Folder), Mails(folder));
        Assert.Equal(
            [
                "20211020-0848-receipt-2022-themes-bailleurs-sociaux-1-c0327",
                "20211109-1521-tell-2022-regroupement-20211109t152000000z-c0327",
                "20211214-1141-tell-2022-copil-20211214t113500000z-c0327",
            ],
            before.Except(after).Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "20211026-0700-remind-2021-10-26-c0327", "20211026-0700-remind-2021-10-26-c0328",
                "20211102-0800-remind-2021-11-02-c0327", "20211102-0800-remind-2021-11-02-c0328",
            ],
            after.Except(before).Order(StringComparer.Ordinal));
        Assert.Equal(["atelier-imope"], year.Summary.Programme.Select(action => action.Id).Except(summary.Programme.Select(action => action.Id)));
        Assert.Contains(title, year.Read("programme-2022-v1"), StringComparison.Ordinal);
        Assert.DoesNotContain("IMOPE", File.ReadAllText(Path.Combine(folder.Root, "documents/programme-2022-v1.html")), StringComparison.Ordinal);
        Assert.Contains(summary.Refused, refused => refused.Why.Contains("atelier-imope", StringComparison.Ordinal));
    }

    private static List<string> Mails(TempFolder folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder.Root, "mails")).Select(file => Path.GetFileNameWithoutExtension(file)!)];
}
