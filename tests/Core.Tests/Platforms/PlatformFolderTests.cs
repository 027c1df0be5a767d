using Almanach.Core.Calendar;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Platforms;

public class PlatformFolderTests
{
    [Fact]
    public void The_folder_of_pfoss_loads_without_a_word()
    {
        var reading = PlatformFolder.Read(Folders.Pfoss());

        Assert.True(reading.Problems.Count == 0, reading.Shown());
        Assert.NotNull(reading.Loaded);
        Assert.Equal(61, reading.Loaded.Organisations.Count);
        Assert.Equal(12, reading.Loaded.Organisations.Count(organisation => organisation.Kind == "Département"));
        Assert.InRange(reading.Loaded.Contacts.Count, 350, 450);
        Assert.InRange(reading.Loaded.Contacts.Count(contact => contact.SitsIn("copil")), 28, 32);
        Assert.Equal(8, reading.Loaded.Years[2021].Untreated.Count);
    }

    [Fact]
    public void The_made_up_platform_loads_without_a_word()
    {
        var reading = PlatformFolder.Read(Folders.Exemple());

        Assert.True(reading.Problems.Count == 0, reading.Shown());
        Assert.NotNull(reading.Loaded);
        Assert.Equal(8, reading.Loaded.Organisations.Count);
        Assert.Equal(20, reading.Loaded.Contacts.Count);
        Assert.Equal(0.5m, reading.Loaded.Platform.Bodies[0].Quorum);
    }

    [Fact]
    public void What_the_files_leave_out_has_its_default()
    {
        var platform = PlatformFolder.Read(Folders.Exemple()).Loaded!.Platform;

        Assert.Equal("", platform.Bodies[1].Chair);
        Assert.Equal(0m, platform.Bodies[1].Quorum);
        Assert.True(platform.Calendar[0].Automatic);
        Assert.Empty(platform.Calendar[0].Needs);
        Assert.Equal(OptionSource.Listed, platform.Consultations[0].Questions[0].Source);
        Assert.Null(platform.Consultations[0].Body);
        Assert.Equal(Alternation.Every, platform.StandingActions[0].Years);
        Assert.Equal(new TimeOnly(8, 30), platform.Mail.RemindersAt);
    }

    [Fact]
    public void Every_organisation_of_pfoss_has_one_person_who_answers_and_at_most_one_substitute()
    {
        var pfoss = PlatformFolder.Read(Folders.Pfoss()).Loaded!;

        var people = pfoss.Contacts.ToLookup(contact => contact.Organisation);

        Assert.All(pfoss.Organisations, organisation =>
        {
            Assert.Single(people[organisation.Id], contact => contact.Is(RoleKind.Referent));
            Assert.InRange(people[organisation.Id].Count(contact => contact.Is(RoleKind.Suppleant)), 0, 1);
        });
    }

    [Theory]
    [InlineData("copil", "2021-12-14")] // second Tuesday of December of the year before
    [InlineData("journee-1", "2022-04-12")] // « Mardi 12 avril 2022 à Clermont-Ferrand »
    [InlineData("journee-2", "2022-06-14")] // « Mardi 14 juin 2022 à Lyon »
    [InlineData("copil-extraordinaire", "2022-09-27")] // « le mardi 27 septembre 2022 »
    public void The_calendar_of_pfoss_gives_the_days_its_programme_names(string step, string day)
    {
        var template = PlatformFolder.Read(Folders.Pfoss()).Loaded!.Platform.Calendar.Single(one => one.Id == step);

        Assert.True(DateExpression.TryParse(template.Starts, out var starts, out _));
        var planned = Assert.Single(starts.Evaluate(new DateContext(2022, (_, _) => null, _ => false)));

        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), planned.Day);
    }

    [Fact]
    public void Unknown_files_are_left_alone()
    {
        var files = Folders.Exemple();
        files["answers-2027.json"] = [0xFF, 0x00];
        files["notes.txt"] = [0xFF];

        var reading = PlatformFolder.Read(files);

        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void An_empty_folder_says_what_is_missing()
    {
        var reading = PlatformFolder.Read(new Dictionary<string, byte[]>());

        Assert.Null(reading.Loaded);
        Assert.Contains(reading.Problems, problem => problem is { File: "platform.json", Place: "" });
        Assert.Contains(reading.Problems, problem => problem is { File: "organisations.csv", Place: "" });
        Assert.Contains(reading.Problems, problem => problem is { File: "contacts.csv", Place: "" });
        Assert.Contains(reading.Problems, problem => problem is { File: "textes/relance.md", Place: "" });
    }

    [Fact]
    public void Mistakes_of_all_files_are_told_at_once()
    {
        var files = Folders.Exemple();
        files.Write("platform.json", files.Text("platform.json").Replace("\"unit\": \"contact\"", "\"unit\": \"personne\"").Replace("#2f4b8f", "#ccd4ee"));
        files.Write("contacts.csv", files.Text("contacts.csv").Replace("p02,departement", "p02,departemant"));
        files.Write("organisations.csv", files.Text("organisations.csv").Replace(",savoirs,", ",savoir,"));
        files.Write("textes/relance.md", files.Text("textes/relance.md").Replace("[demandes]", "[demande]"));

        var places = PlatformFolder.Read(files).Problems.Select(problem => $"{problem.File} {problem.Place}").ToList();

        Assert.Contains("platform.json /consultations/2/unit", places);
        Assert.Contains("platform.json /brand/accentDay", places);
        Assert.Contains("contacts.csv ligne 3, colonne «\u00A0organisme\u00A0»", places);
        Assert.Contains("organisations.csv ligne 9, colonne «\u00A0college\u00A0»", places);
        Assert.Contains("textes/relance.md ligne 9", places);
    }

    [Fact]
    public void An_academie_that_is_not_known_is_told_when_the_holidays_are()
    {
        var holidays = SchoolHolidays.Parse("zone,academies,name,first_day,last_day\nB,Nantes|Lille,Vacances d’hiver,2027-02-13,2027-02-28\n");
        var files = Folders.Exemple();
        files.Write("platform.json", files.Text("platform.json").Replace("\"Nantes\"", "\"Nante\""));

        var problem = Assert.Single(PlatformFolder.Read(files, holidays).Problems);

        Assert.Equal(("platform.json", "/academies/0"), (problem.File, problem.Place));
        Assert.Contains("Nantes", problem.Remedy);
    }

    [Fact]
    public void No_problem_shows_the_address_of_a_person()
    {
        var files = Folders.Exemple();
        files.Write("contacts.csv", files.Text("contacts.csv").Replace("@departement.example.net", "@departement example.net"));

        var reading = PlatformFolder.Read(files);

        Assert.Equal(4, reading.Problems.Count);
        Assert.DoesNotContain("@departement", reading.Shown());
    }
}
