using Almanach.Core.Consultations;
using Almanach.Core.Platforms;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Tests.Platforms.Checks;

/// <summary>What the conditions and the stages of a kind of action may be.</summary>
public sealed class HeldWhenChecksTests
{
    private const string Json = "platform.json";
    private const string Technique = "\"heldWhen\": {\n        \"committed\": 2,\n        \"consultation\": \"interet-technique\",\n        \"level\": \"lead\"\n      }";

    [Theory]
    [InlineData("\"committed\": 2", "\"committed\": 201", "/actionKinds/2/heldWhen/committed")]
    [InlineData("\"consultation\": \"interet-technique\",\n        \"level\"", "\"consultation\": \"interet\",\n        \"level\"", "/actionKinds/2/heldWhen/consultation")] // no such consultation
    [InlineData("\"consultation\": \"interet-technique\",\n        \"level\"", "\"consultation\": \"vote\",\n        \"level\"", "/actionKinds/2/heldWhen/consultation")] // nothing on engagement
    [InlineData("\"level\": \"lead\"", "\"level\": \"none\"", "/actionKinds/2/heldWhen/level")]
    [InlineData(Technique, "\"heldWhen\": {}", "/actionKinds/2/heldWhen")] // asks nothing
    [InlineData(Technique, "\"stages\": [\"Une seule\"]", "/actionKinds/2/stages")]
    [InlineData(Technique, "\"stages\": [\"Une\", \"Une\"]", "/actionKinds/2/stages")]
    [InlineData(Technique, "\"stages\": [\"Une\", \"\"]", "/actionKinds/2/stages/1")]
    public void One_mistake_gives_one_problem_at_its_place(string sound, string broken, string place)
    {
        var files = Folders.Pfoss();
        Assert.Contains(sound, files.Text(Json), StringComparison.Ordinal);
        files.Write(Json, files.Text(Json).Replace(sound, broken, StringComparison.Ordinal));

        var reading = PlatformFolder.Read(files);

        var error = Assert.Single(reading.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal((Json, place), (error.File, error.Place));
    }

    [Fact]
    public void A_kind_that_brings_nobody_together_has_no_conditions()
    {
        var files = Folders.Pfoss();
        files.Write(Json, files.Text(Json).Replace("\"kind\": \"tableauDeBord\",\n      \"name\"", "\"kind\": \"tableauDeBord\",\n      \"heldWhen\": { \"speaker\": true },\n      \"name\"", StringComparison.Ordinal));

        var error = Assert.Single(PlatformFolder.Read(files).Problems, problem => problem.Severity == Severity.Error);

        Assert.Equal("/actionKinds/5/heldWhen", error.Place);
    }

    [Fact]
    public void A_platform_with_conditions_has_the_text_that_says_what_is_not_held()
    {
        var files = Folders.Pfoss();
        files.Remove("textes/rencontre-non-tenue.md");

        Assert.Equal(("textes/rencontre-non-tenue.md", Severity.Error), Assert.Single(PlatformFolder.Read(files).Problems) is var problem ? (problem.File, problem.Severity) : default);
    }

    [Fact]
    public void The_conditions_of_the_platform_are_those_of_its_programme()
    {
        var kinds = PlatformFolder.Read(Folders.Pfoss()).Loaded!.Platform.ActionKinds;

        Assert.Equal(new HeldWhen(true, 0, "intervenants"), kinds.Single(kind => kind.Kind == ActionKind.Atelier).HeldWhen);
        Assert.Equal(new HeldWhen(false, 2, "interet-technique", Effort.Lead), kinds.Single(kind => kind.Kind == ActionKind.RencontreTechnique).HeldWhen);
    }

    [Theory]
    [InlineData("formation", ActionKind.Formation)]
    [InlineData("restitution", ActionKind.Restitution)]
    public void Training_days_and_restitutions_are_kinds_of_action(string word, ActionKind kind)
    {
        var files = Folders.Pfoss();
        files.Write(Json, files.Text(Json).Replace("\"kind\": \"portraits\",\n      \"name\"", $"\"kind\": \"{word}\",\n      \"name\"", StringComparison.Ordinal)
            .Replace("\"kind\": \"portraits\"", $"\"kind\": \"{word}\"", StringComparison.Ordinal));

        Assert.Contains(PlatformFolder.Read(files).Loaded!.Platform.ActionKinds, setting => setting.Kind == kind && kind.Meets());
    }
}
