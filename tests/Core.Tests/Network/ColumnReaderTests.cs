using Almanach.Core.Network.Import;

namespace Almanach.Core.Tests.Network;

public sealed class ColumnReaderTests
{
    [Theory]
    [InlineData("Organisme", Meaning.Organisation)]
    [InlineData("STRUCTURE", Meaning.Organisation)]
    [InlineData("Nom de l’organisme", Meaning.Organisation)]
    [InlineData("E-mail", Meaning.Address)]
    [InlineData("Adresse e-mail", Meaning.Address)]
    [InlineData("Mél.", Meaning.Address)]
    [InlineData("courriel ", Meaning.Address)]
    [InlineData("NOM Prénom", Meaning.SurnameFirst)]
    [InlineData("Prénom et nom", Meaning.FirstNameFirst)]
    [InlineData("Référent(e) O/N", Meaning.Referent)]
    [InlineData("Suppléant", Meaning.Suppleant)]
    [InlineData("Collège", Meaning.College)]
    [InlineData("COPIL", Meaning.Body)]
    [InlineData("Membre du comité de pilotage", Meaning.Body)]
    public void A_column_is_known_by_the_names_people_give_it(string head, Meaning meaning)
    {
        Assert.Equal(meaning, Assert.Single(ColumnReader.Of([head], Sheets.Platform)).Meaning);
    }

    [Theory]
    [InlineData("Téléphone")]
    [InlineData("")]
    [InlineData("Adresse postale")]
    public void Another_column_is_left_aside(string head)
    {
        Assert.Empty(ColumnReader.Of([head], Sheets.Platform));
    }

    [Fact]
    public void A_column_of_names_called_referent_holds_names()
    {
        var head = ColumnReader.Head(Sheets.Table("Organisme|Référent|Mail", "DREETS|DUPONT Jean|j@dreets.example.org", "DREETS|PETIT Anne|a@dreets.example.org"), Sheets.Platform);

        Assert.Equal([Meaning.Organisation, Meaning.SurnameFirst, Meaning.Address], head!.Value.Columns.Select(column => column.Meaning));
    }

    [Theory]
    [InlineData("O", true)]
    [InlineData("oui", true)]
    [InlineData("x", true)]
    [InlineData("✓", true)]
    [InlineData("N", false)]
    [InlineData("Non", false)]
    [InlineData("", null)]
    [InlineData("peut-être", null)]
    public void Yes_and_no_are_read_as_they_are_written(string cell, bool? meant)
    {
        Assert.Equal(meant, ColumnReader.YesNo(cell));
    }
}
