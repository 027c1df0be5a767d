using System.Text.Json;
using Almanach.Core.Rehearsal;

namespace Almanach.Local.Tests.Rehearsal;

/// <summary>What a rehearsal leaves beside its mails and documents.</summary>
[Collection(RehearsedYear.Name)]
public sealed class JournalTests(RehearsedYear year)
{
    private string[] Lines => File.ReadAllLines(Path.Combine(year.Folder.Root, "journal.csv"));

    [Fact]
    public void The_journal_has_its_columns_and_goes_forward_in_time()
    {
        var rows = Lines[1..];

        Assert.Equal("instant,step,kind,subject,recipient,key", Lines[0]);
        Assert.Equal("instant,step,kind,subject,recipient,key", JournalRow.Header);
        Assert.All(rows, row => Assert.Equal(5, Commas(row)));
        Assert.All(rows, row => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ,", row));
        var instants = rows.Select(row => row[..20]).ToList();
        Assert.Equal(instants.Order(StringComparer.Ordinal), instants);
    }

    [Fact]
    public void The_journal_names_no_address()
    {
        Assert.All(Lines, line => Assert.DoesNotContain('@', line));
    }

    [Fact]
    public void The_summary_counts_what_the_folder_holds()
    {
        var files = Directory.EnumerateFiles(Path.Combine(year.Folder.Root, "mails")).Count();
        var effects = Lines[1..].Count(line => !line.Split(',')[2].StartsWith("Mail", StringComparison.Ordinal));

        Assert.Equal(files, year.Summary.Mails.Values.Sum());
        Assert.Equal(files, Lines[1..].Count(line => line.Split(',')[2] == "MailSent"));
        Assert.Equal(effects, year.Summary.Effects.Values.Sum());
        Assert.All(year.Summary.Documents, path => Assert.True(File.Exists(Path.Combine(year.Folder.Root, path)), path));
        // Besides: the drafts of two minutes (page, Word, words), before they were approved.
        Assert.Equal((2 * year.Summary.Documents.Count) + 6, Directory.EnumerateFiles(Path.Combine(year.Folder.Root, "documents")).Count());
    }

    [Fact]
    public void The_summary_on_disk_is_the_one_told()
    {
        using var told = JsonDocument.Parse(year.Summary.Json());
        using var kept = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(year.Folder.Root, "summary.json")));

        Assert.True(JsonElement.DeepEquals(told.RootElement, kept.RootElement));
    }

    [Fact]
    public void Only_the_vote_that_came_too_late_was_refused()
    {
        var refused = Assert.Single(year.Summary.Refused);

        Assert.Equal(new DateTime(2021, 11, 30, 18, 40, 0), refused.At);
        Assert.Contains("close", refused.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2022-themes", 61, 43)] // the collection: late, by phone, two people of one organisation, all count once
    [InlineData("2022-vote", 61, 41)] // one vote came after the close and does not count
    [InlineData("2022-copil-presence", 31, 26)] // people, not organisations
    public void The_summary_says_who_answered(string consultation, int asked, int answered)
    {
        var said = year.Summary.Consultations.Single(other => other.Id == consultation);

        Assert.Equal((asked, answered), (said.Units, said.Answered));
    }

    /// <summary>Those outside quotes.</summary>
    private static int Commas(string row)
    {
        var quoted = false;
        return row.Count(c =>
        {
            quoted ^= c == '"';
            return c == ',' && !quoted;
        });
    }
}
