using Almanach.Core.French;

namespace Almanach.Core.Tests.French;

public sealed class GenderTests
{
    [Theory]
    [InlineData("Comité de pilotage", "annulé")]
    [InlineData("COPIL", "annulé")]
    [InlineData("Comité de suivi, automne", "annulé")] // the first word decides, not the last
    [InlineData("Atelier", "annulé")]
    [InlineData("Séminaire", "annulé")]
    [InlineData("Groupe de travail", "annulé")]
    [InlineData("Bureau", "annulé")]
    [InlineData("", "annulé")]
    [InlineData("Réunion du réseau", "annulée")]
    [InlineData("Journée d’échanges", "annulée")]
    [InlineData("Rencontre technique", "annulée")]
    [InlineData("Assemblée plénière", "annulée")]
    [InlineData("Séance du bureau", "annulée")]
    [InlineData("Conférence", "annulée")]
    [InlineData("Commission", "annulée")]
    [InlineData("Table ronde", "annulée")]
    [InlineData("Formation", "annulée")]
    public void A_participle_agrees_with_what_the_meeting_is_called(string meeting, string expected) =>
        Assert.Equal(expected, Gender.Agree(meeting, "annulé"));
}
