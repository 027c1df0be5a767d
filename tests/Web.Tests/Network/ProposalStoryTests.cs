using Almanach.Core.Themes;
using Almanach.Web.Network;

namespace Almanach.Web.Tests.Network;

/// <summary>What a partner reads of a theme the committee said nothing of.</summary>
public sealed class ProposalStoryTests
{
    private const string Silent = "Le comité ne s’est pas prononcé";

    private static readonly DateTimeOffset At = new(2021, 10, 6, 8, 0, 0, TimeSpan.Zero);
    private static readonly Proposal Sent = new("p", 2022, ProposalOrigin.Collection, "o", "c", "Un sujet", "", null, false, "", At, false, []);

    [Theory]
    [InlineData(Fate.Received, 70, true)]
    [InlineData(Fate.PutToVote, 70, true)]
    [InlineData(Fate.PutToVote, null, false)] // the committee has not met
    [InlineData(Fate.Received, -1, false)] // it had met before the subject came
    [InlineData(Fate.Chosen, 70, false)]
    [InlineData(Fate.CarriedOver, 70, false)]
    [InlineData(Fate.NotChosen, 70, false)]
    public void Its_silence_is_told_as_the_mail_tells_it(Fate fate, int? met, bool told)
    {
        Dictionary<int, DateTimeOffset> days = [];
        if (met is { } day)
            days[2022] = At.AddDays(day);

        var story = ProposalStory.Of([This(fate), Board.Empty(2023)], Sent, days);

        Assert.Equal(told, story.Any(step => step.What == Silent));
        if (told)
            Assert.Equal(new StoryStep(Silent, At.AddDays(70), "elle sera de nouveau proposée pour 2023"), story[^1]);
    }

    [Fact]
    public void Once_it_is_proposed_again_the_story_goes_on_from_there()
    {
        var carried = new Theme("p", "Un sujet", "", null, [], "proposé en cours d’année", [], null, Fate.CarriedOver, null, null, [new FateStep(Fate.CarriedOver, At.AddYears(1), "")]);

        var story = ProposalStory.Of([This(Fate.Received), Board.Empty(2023).With(carried)], Sent, new Dictionary<int, DateTimeOffset> { [2022] = At.AddDays(70) });

        Assert.Equal(["Recueillie", Silent, "De nouveau proposée pour 2023"], story.Select(step => step.What));
        Assert.Equal("", story[1].Detail);
    }

    private static Board This(Fate fate) => Board.Empty(2022).With(Sent).With(new Theme("p", "Un sujet", "", null, ["p"], null, [], null, fate, null, null,
        [new FateStep(Fate.Received, At, ""), new FateStep(fate, At.AddDays(20), "")]));
}
