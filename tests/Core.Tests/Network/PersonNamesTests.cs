using Almanach.Core.Network.Import;

namespace Almanach.Core.Tests.Network;

public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("DUPONT Jean", "Jean", "Dupont")] // capitals are the surname, wherever they stand
    [InlineData("Jean DUPONT", "Jean", "Dupont")]
    [InlineData("Mme DUPONT-MARTIN Marie-Laure", "Marie-Laure", "Dupont-Martin")]
    [InlineData("LE GALL Yann", "Yann", "Le Gall")]
    [InlineData("Dupont, Jean", "Jean", "Dupont")] // a comma settles it
    [InlineData("de La Tour Marie", "Marie", "de La Tour")] // surname first, as the head says
    [InlineData("  Dupont   Jean ", "Jean", "Dupont")]
    [InlineData("Monsieur Dupont Jean", "Jean", "Dupont")]
    [InlineData("DUPONT", "", "Dupont")]
    [InlineData("MARTIN CLAIRE", "Claire", "Martin")] // all in capitals: the order of the head
    [InlineData("", "", "")]
    public void Both_names_of_a_cell_are_told_apart(string cell, string first, string last)
    {
        Assert.Equal((first, last), PersonNames.Split(cell, surnameFirst: true));
    }

    [Fact]
    public void The_head_may_say_first_name_first()
    {
        Assert.Equal(("Jean", "de La Tour"), PersonNames.Split("Jean de La Tour", surnameFirst: false));
    }

    [Theory]
    [InlineData("d'ORNANO", "d’ORNANO")] // capitals of its own: kept
    [InlineData("JEAN-PIERRE", "Jean-Pierre")]
    [InlineData("élodie", "Élodie")]
    [InlineData("O'BRIEN", "O’Brien")]
    public void Names_get_their_capitals(string given, string proper)
    {
        Assert.Equal(proper, PersonNames.Proper(given));
    }
}
