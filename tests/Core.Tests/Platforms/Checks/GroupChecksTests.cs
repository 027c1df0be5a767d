using Almanach.Core.Platforms;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Tests.Platforms.Checks;

/// <summary>What the conditions of working groups may cite.</summary>
public sealed class GroupChecksTests
{
    private const string Json = "platform.json";

    [Theory]
    [InlineData("\"groups\": {\n    \"consultation\": \"groupes\"", "\"groups\": {\n    \"consultation\": \"groupe\"", "/groups/consultation")] // no such consultation
    [InlineData("\"useful\": \"utiles\"", "\"useful\": \"utile\"", "/groups/useful")] // no such question
    [InlineData("\"useful\": \"utiles\"", "\"useful\": \"engagement\"", "/groups/useful")] // of another kind
    [InlineData("\"effort\": \"engagement\"", "\"effort\": \"utiles\"", "/groups/effort")]
    [InlineData("\"pilot\": \"pilotage\"", "\"pilot\": \"utiles\"", "/groups/pilot")] // the same question twice
    [InlineData("\"volunteers\": 5", "\"volunteers\": 0", "/groups/volunteers")]
    [InlineData("\"organisations\": 4", "\"organisations\": 201", "/groups/organisations")]
    public void One_mistake_gives_one_problem_at_its_place(string sound, string broken, string place)
    {
        var files = Folders.Pfoss();
        Assert.Contains(sound, files.Text(Json), StringComparison.Ordinal);
        files.Write(Json, files.Text(Json).Replace(sound, broken, StringComparison.Ordinal));

        var reading = PlatformFolder.Read(files);

        var error = Assert.Single(reading.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal((Json, place), (error.File, error.Place));
    }

    [Theory]
    [InlineData("groupe-lance")]
    [InlineData("groupe-pilote")]
    [InlineData("reunion-lancement-prevue")]
    [InlineData("reunion-lancement-a-revoir")]
    [InlineData("reunion-lancement-deplacee")]
    [InlineData("reunion-lancement-annulee")]
    [InlineData("groupe-reporte")]
    public void A_platform_with_groups_has_the_texts_that_tell_what_becomes_of_them(string text)
    {
        var files = Folders.Pfoss();
        files.Remove($"textes/{text}.md");

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal(($"textes/{text}.md", Severity.Error), (problem.File, problem.Severity));
    }

    [Fact]
    public void Numbers_left_out_are_five_people_of_four_organisations_with_a_pilot()
    {
        var files = Folders.Pfoss();
        files.Write(Json, files.Text(Json).Replace(",\n    \"volunteers\": 5,\n    \"organisations\": 4,\n    \"pilotRequired\": true", "", StringComparison.Ordinal));

        var rules = PlatformFolder.Read(files).Loaded!.Platform.Groups!;

        Assert.Equal((5, 4, true), (rules.Volunteers, rules.Organisations, rules.PilotRequired));
    }

    [Fact]
    public void A_platform_may_have_no_groups()
    {
        Assert.Null(PlatformFolder.Read(Folders.Exemple()).Loaded!.Platform.Groups);
    }
}
