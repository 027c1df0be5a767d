using Almanach.Core.Calendar;

namespace Almanach.Core.Tests.Calendar;

public sealed class SchoolHolidaysTests
{
    static readonly SchoolHolidays _shipped = SchoolHolidays.Parse(File.ReadAllText(ShippedFile()));

    [Theory]
    [InlineData("Lyon", "2022-02-11", null)] // the last Friday of class
    [InlineData("Lyon", "2022-02-12", "Vacances d’hiver")] // first day, inclusive
    [InlineData("Lyon", "2022-02-27", "Vacances d’hiver")] // last day, inclusive
    [InlineData("Lyon", "2022-02-28", null)] // back to school
    [InlineData("Rennes", "2022-02-12", "Vacances d’hiver")] // zone B is on holiday as well
    [InlineData("Rennes", "2022-02-21", null)] // and goes back a week earlier
    [InlineData("Toulouse", "2022-02-12", null)] // zone C starts a week later
    [InlineData("Grenoble", "2022-04-12", null)] // the journée d’échanges of 2022
    [InlineData("Clermont-Ferrand", "2022-04-19", "Vacances de printemps")]
    [InlineData("Nantes", "2022-04-12", "Vacances de printemps")] // not in zone B
    [InlineData("Lyon", "2021-10-26", "Vacances de la Toussaint")]
    [InlineData("Lyon", "2022-12-27", "Vacances de Noël")]
    [InlineData("Lyon", "2023-01-02", "Vacances de Noël")] // back on a Tuesday
    [InlineData("Lyon", "2023-01-03", null)]
    [InlineData("Lyon", "2022-05-27", "Pont de l’Ascension")]
    [InlineData("Lyon", "2022-07-14", "Vacances d’été")]
    [InlineData("Lyon", "2024-04-15", "Vacances de printemps")]
    [InlineData("Strasbourg", "2025-04-21", "Vacances de printemps")] // Easter Monday ends it
    [InlineData("Lyon", "2026-02-09", "Vacances d’hiver")]
    [InlineData("Normandie", "2026-02-16", "Vacances d’hiver")]
    public void The_shipped_calendar_knows_the_holidays_of_each_academy(string academy, string day, string? name)
    {
        Assert.Equal(name, _shipped.NameOf(academy, DateOnly.Parse(day)));
        Assert.Equal(name is not null, _shipped.Covers(academy, DateOnly.Parse(day)));
    }

    [Fact]
    public void The_shipped_calendar_has_six_periods_for_each_year_and_zone_that_never_overlap()
    {
        var rows = File.ReadAllLines(ShippedFile()).Skip(1).Select(line => line.Split(',')).ToList();

        Assert.Equal(6 * 6 * 3, rows.Count);
        foreach (var zone in rows.GroupBy(row => row[0]))
        {
            Assert.Single(zone.Select(row => row[1]).Distinct());
            var days = zone.SelectMany(row => new[] { DateOnly.Parse(row[3]), DateOnly.Parse(row[4]) }).ToList();
            Assert.Equal(days.Distinct().Order(), days);
        }
    }

    [Fact]
    public void Holidays_start_after_class_and_end_the_day_before_it()
    {
        // Only summer 2022 starts on a Thursday, and the ponts on Ascension day; every other period on a Saturday.
        var starts = File.ReadAllLines(ShippedFile()).Skip(1).Select(line => line.Split(','))
            .Where(row => row[2] != "Pont de l’Ascension" && row[3] != "2022-07-07")
            .Select(row => DateOnly.Parse(row[3]).DayOfWeek);
        var bridges = File.ReadAllLines(ShippedFile()).Skip(1).Select(line => line.Split(','))
            .Where(row => row[2] == "Pont de l’Ascension")
            .Select(row => Holidays.NameOf(DateOnly.Parse(row[3])));

        Assert.All(starts, day => Assert.Equal(DayOfWeek.Saturday, day));
        Assert.All(bridges, name => Assert.Equal("Ascension", name));
    }

    [Fact]
    public void An_academy_is_known_whatever_its_case_and_accents()
    {
        Assert.True(_shipped.Knows("BESANCON"));
        Assert.True(_shipped.Covers("orleans-tours", new DateOnly(2022, 2, 8)));
        Assert.False(_shipped.Knows("Caen"));
        Assert.False(_shipped.Covers("Caen", new DateOnly(2022, 2, 8)));
        Assert.Contains("Normandie", _shipped.Academies);
    }

    [Fact]
    public void The_calendar_says_where_it_begins_and_ends()
    {
        Assert.Equal(new DateOnly(2021, 10, 23), _shipped.FirstDay);
        Assert.Equal(new DateOnly(2027, 8, 31), _shipped.LastDay);
    }

    [Theory]
    [InlineData("", "ligne 1")] // no header
    [InlineData("zone;academies", "ligne 1")] // another file
    [InlineData("zone,academies,name,first_day,last_day\nA,Lyon,Hiver,2022-02-12", "ligne 2")] // a column is missing
    [InlineData("zone,academies,name,first_day,last_day\n\nA,Lyon,Hiver,12/02/2022,2022-02-27", "ligne 3")] // no ISO date
    [InlineData("zone,academies,name,first_day,last_day\nA,Lyon,Hiver,2022-02-27,2022-02-12", "ligne 2")] // backwards
    public void A_broken_file_is_refused_with_its_line(string csv, string where)
    {
        var refusal = Assert.Throws<FormatException>(() => SchoolHolidays.Parse(csv));

        Assert.Contains(where, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_saved_by_a_spreadsheet_is_read_the_same()
    {
        var holidays = SchoolHolidays.Parse("\uFEFFzone,academies,name,first_day,last_day\r\nA,Lyon | Grenoble,Hiver,2022-02-12,2022-02-27\r\n");

        Assert.Equal("Hiver", holidays.NameOf("Grenoble", new DateOnly(2022, 2, 27)));
    }

    static string ShippedFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Tests.slnf")))
            folder = folder.Parent;

        return Path.Combine(folder.FullName, "platforms", "vacances-scolaires.csv");
    }
}
