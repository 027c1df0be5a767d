namespace Almanach.Local.Tests.Rehearsal;

/// <summary>Meetings planned from the programme of 2022, and those that are not held.</summary>
[Collection(RehearsedYear.Name)]
public sealed class MeetingsOf2022Tests(RehearsedYear year)
{
    [Theory]
    [InlineData("atelier-spiral", "Done")] // its speaker is found, it is planned and held
    [InlineData("atelier-observation-action", "CarriedOver")] // nobody can speak
    [InlineData("rencontre-visualisation", "CarriedOver")] // too few would prepare it
    public void Each_is_held_or_not_as_its_conditions_say(string action, string state)
    {
        Assert.Equal(state, year.Summary.Programme.Single(one => one.Id == action).State);
    }

    [Fact]
    public void The_bilan_gives_the_day_the_meeting_had_and_why_others_were_not_held()
    {
        var bilan = year.Read("bilan-2022-v1");

        Assert.Contains("jeudi 30 juin 2022", bilan, StringComparison.Ordinal);
        Assert.Contains("un seul organisme était prêt à la préparer", bilan, StringComparison.Ordinal);
    }
}
