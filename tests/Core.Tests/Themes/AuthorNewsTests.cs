using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Tests.Themes;

/// <summary>What an author reads of a proposal, before and after the committee has met.</summary>
public sealed class AuthorNewsTests
{
    [Theory]
    [InlineData(Fate.Received, false, "reste un thème à part entière")]
    [InlineData(Fate.Received, true, "le comité ne s’est pas prononcé cette année")]
    [InlineData(Fate.PutToVote, false, "soumise au vote")]
    [InlineData(Fate.PutToVote, true, "le comité ne s’est pas prononcé cette année")]
    [InlineData(Fate.Chosen, true, "retenue par le comité de pilotage")]
    [InlineData(Fate.CarriedOver, true, "reportée à l’année suivante")]
    [InlineData(Fate.NotChosen, true, "non retenue cette année")]
    public void A_proposal_is_told_as_it_stands(Fate fate, bool decided, string says)
    {
        var at = new DateTimeOffset(2021, 10, 6, 8, 0, 0, TimeSpan.Zero);
        var proposal = new Proposal("p", 2022, ProposalOrigin.Collection, "o", "c", "Un sujet", "", ActionKind.Atelier, false, "", at, false, []);
        var theme = new Theme("p", "Un sujet", "", ActionKind.Atelier, ["p"], null, [], null, fate, null, null, [new FateStep(fate, at, "")]);

        Assert.EndsWith($"\u00A0: {says}", AuthorNews.Line(Board.Empty(2022).With(proposal).With(theme), proposal, decided), StringComparison.Ordinal);
    }
}
