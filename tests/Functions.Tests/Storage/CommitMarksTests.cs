using Almanach.Functions.Storage;

namespace Almanach.Functions.Tests.Storage;

public sealed class CommitMarksTests
{
    private static readonly DateTimeOffset _noon = new(2026, 9, 14, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_row_remembers_the_commits_of_the_last_minutes()
    {
        string[] marks = [CommitMarks.New(_noon), CommitMarks.New(_noon.AddMinutes(1)), CommitMarks.New(_noon + CommitMarks.KeptFor)];

        var row = marks.Aggregate(CommitMarks.None, (row, mark) => row.With(mark));
        var later = row.With(CommitMarks.New(_noon.AddSeconds(1) + CommitMarks.KeptFor));

        Assert.All(marks, mark => Assert.True(row.Bear(mark)));
        Assert.False(later.Bear(marks[0]));
        Assert.True(later.Bear(marks[1]));
        Assert.False(row.Bear(CommitMarks.New(_noon)));
        Assert.False(CommitMarks.None.Bear(""));
    }

    [Fact]
    public void A_row_written_all_the_time_keeps_to_its_room()
    {
        var marks = Enumerable.Range(0, CommitMarks.Most + 5).Select(_ => CommitMarks.New(_noon)).ToList();

        var row = marks.Aggregate(CommitMarks.None, (row, mark) => row.With(mark));

        Assert.Equal(CommitMarks.Most, marks.Count(row.Bear));
        Assert.True(row.Bear(marks[^1]));
        Assert.False(row.Bear(marks[0]));
        Assert.True(row.Text.Length < 10_000);
    }

    [Fact]
    public void A_version_hands_the_marks_on()
    {
        var version = new RowVersion("W/\"datetime'2026-09-14T12%3A00%3A00.0000000Z'\"", CommitMarks.None.With(CommitMarks.New(_noon)).With(CommitMarks.New(_noon)));

        Assert.Equal(version, RowVersion.Parse(version.Text));
        Assert.Null(RowVersion.Parse("1"));
        Assert.Null(RowVersion.Parse(""));
        Assert.Null(RowVersion.Parse("W/ \""));
    }
}
