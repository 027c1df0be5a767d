using System.Text;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Tests.Data.Schemas;

public class SchemaReaderTests
{
    [Fact]
    public void A_schema_may_stand_alone_in_a_resource_or_in_a_package()
    {
        const string schema = """{"fields":[{"name":"A","type":"integer"}]}""";

        foreach (var json in new[] { schema, $$"""{"name":"x","schema":{{schema}}}""", $$"""{"resources":[{"name":"x","schema":{{schema}}}]}""" })
            Assert.Equal("A", Read(json).Schema!.Fields.Single().Name);
    }

    [Fact]
    public void Missing_values_keep_the_mark_they_are()
    {
        var values = Read("""{"fields":[{"name":"A"}],"missingValues":["","s",{"value":"nd","label":"non disponible"},{"value":",","zero":true},"-999"]}""").Schema!.MissingValues!;

        Assert.Equal(Mark.Secret, values["s"].Mark);
        Assert.Equal(Mark.NotAvailable, values["nd"].Mark);
        Assert.True(values[","].IsZero);
        Assert.Equal(Mark.NotAvailable, values["-999"].Mark);
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("{", "JSON")]
    [InlineData("[]", "fields")]
    [InlineData("3", "fields")]
    [InlineData("""{"fields":[]}""", "fields")]
    [InlineData("""{"fields":[{"type":"integer"}]}""", "n’a pas de nom")]
    [InlineData("""{"fields":[{"name":"A","type":"geojson"}]}""", "n’est pas pris en charge")]
    [InlineData("""{"fields":[{"name":"A","type":"3"}]}""", "n’est pas pris en charge")]
    [InlineData("""{"fields":[{"name":"A"},{"name":"A"}]}""", "Donnez à chacun son nom")]
    [InlineData("""{"fields":[{"name":"A"}],"primaryKey":"B"}""", "n’est le nom d’aucun champ")]
    [InlineData("""{"fields":[{"name":"A","constraints":{"pattern":"["}}]}""", "expression régulière")]
    [InlineData("""{"fields":[{"name":"A","constraints":{"required":"oui"}}]}""", "true ou false")]
    [InlineData("""{"fields":[{"name":"A"}],"totals":[3]}""", "liste d’objets")]
    public void What_is_wrong_with_a_schema_is_said(string json, string words) =>
        Assert.Contains(words, string.Join(' ', Read(json).Problems), StringComparison.Ordinal);

    [Fact]
    public void The_schema_a_file_suggests_holds_for_it()
    {
        const string file = "CODGEO;POP;TAUX;JOUR;ANNEE;NOM\n01001;767;4,5;31/12/2024;2024;Abergement\n2A004;1 234;s;01/01/2025;2025;Ajaccio\n69123;500;12,25;02/01/2025;2025;Lyon\n";
        var schema = Encoding.UTF8.GetString(SchemaInference.Of(Texts.Check(file)));

        Assert.Equal([FieldType.String, FieldType.Integer, FieldType.Number, FieldType.Date, FieldType.Year, FieldType.String], Read(schema).Schema!.Fields.Select(field => field.Type));
        Assert.True(Texts.Check(file, schema).IsValid);
        Assert.False(Texts.Check(file.Replace("767", "767x", StringComparison.Ordinal), schema).IsValid);
    }

    private static SchemaReading Read(string json) => SchemaReader.Read(Encoding.UTF8.GetBytes(json));
}
