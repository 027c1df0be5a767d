using Almanach.Core.Data.Indicators;
using Almanach.Core.Platforms;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Tests.Platforms;

public class BrokenIndicatorsTests
{
    private const string File = PlatformFolder.IndicatorsFile;

    private const string Sound = """
        {
          "sources": [{ "id": "insee", "producer": "Insee", "name": "Recensement" }, { "id": "caf", "producer": "CAF", "name": "Allocataires", "secrecy": "familyAllowances" }],
          "domains": [{ "id": "habitants", "name": "Habitants" }],
          "measures": [
            { "id": "population", "name": "Population", "unit": "habitants", "source": "insee", "additive": true },
            { "id": "mediane", "name": "Médiane", "unit": "euros", "source": "insee" },
            { "id": "rsa", "name": "RSA", "unit": "foyers", "source": "caf", "additive": true, "parts": ["rsa-majore"] },
            { "id": "rsa-majore", "name": "RSA majoré", "unit": "foyers", "source": "caf", "additive": true }
          ],
          "readings": [
            { "id": "communes", "title": "Communes", "source": "insee", "level": "municipality", "territory": "codgeo", "territoryYear": 2022,
              "columns": [{ "column": "p(\\d\\d)_pop", "measure": "population", "period": "20$1" }, { "column": "med", "measure": "mediane", "period": "2020", "territoryYear": 2021 }] },
            { "id": "caf", "title": "CAF", "source": "caf", "level": "intercommunality", "territory": "epci", "territoryYear": 2022, "period": "[année précédente]",
              "columns": [{ "column": "rsa", "measure": "rsa" }] }
          ],
          "indicators": [
            { "id": "population", "domain": "habitants", "title": "Population", "unit": "habitants", "kind": "count", "of": ["population"], "definition": "Habitants.", "decimals": 0,
              "breaks": [{ "period": "2018", "why": "le questionnaire change." }] },
            { "id": "evolution", "domain": "habitants", "title": "Évolution", "unit": "%", "kind": "change", "of": ["population"], "years": 5, "definition": "Par an." },
            { "id": "mediane", "domain": "habitants", "title": "Médiane", "unit": "euros", "kind": "value", "of": ["mediane"], "definition": "Au milieu." },
            { "id": "taux", "domain": "habitants", "title": "Taux", "unit": "%", "kind": "rate", "of": ["rsa"], "per": ["population"], "times": 100, "definition": "Sur cent." }
          ]
        }
        """;

    /// <summary>One change to a sound file, and the place of the one problem it must give.</summary>
    public static TheoryData<string, string, string> Mutations() => new()
    {
        { "\"sources\": [", "\"sources\" [", "ligne 2, caractère 13" }, // a colon is missing
        { "\"domains\": ", "\"domaines\": ", "/domaines" }, // misspelt: told once
        { "\"kind\": \"count\"", "\"kind\": \"compte\"", "/indicators/0/kind" }, // unknown value
        { "\"level\": \"municipality\"", "\"level\": \"commune\"", "/readings/0/level" }, // unknown level
        { "\"secrecy\": \"familyAllowances\"", "\"secrecy\": \"caf\"", "/sources/1/secrecy" }, // unknown rules
        { "\"territoryYear\": 2022,\n", "\"territoryYear\": \"2022\",\n", "/readings/0/territoryYear" }, // a text for a number
        { "\"id\": \"caf\", \"producer\"", "\"id\": \"insee\", \"producer\"", "/sources/1/id" }, // twice
        { "\"id\": \"mediane\", \"name\"", "\"id\": \"Médiane\", \"name\"", "/measures/1/id" }, // no identifier
        { "\"id\": \"evolution\"", "\"id\": \"population\"", "/indicators/1/id" }, // twice
        { "\"name\": \"Médiane\", \"unit\": \"euros\", \"source\": \"insee\"", "\"name\": \"Médiane\", \"unit\": \"euros\", \"source\": \"inse\"", "/measures/1/source" }, // no such source
        { "\"parts\": [\"rsa-majore\"]", "\"parts\": [\"rsa-minore\"]", "/measures/2/parts/0" }, // no such measure
        { "\"name\": \"Médiane\", ", "\"name\": \"Médiane\", \"decimals\": 7, ", "/measures/1/decimals" },
        { "\"name\": \"Médiane\", ", "\"name\": \"Médiane\", \"rounding\": -5, ", "/measures/1/rounding" },
        { "\"title\": \"Communes\", \"source\": \"insee\"", "\"title\": \"Communes\", \"source\": \"dgfip\"", "/readings/0/source" },
        { "\"title\": \"Communes\"", "\"title\": \" \"", "/readings/0/title" },
        { "\"territory\": \"codgeo\"", "\"territory\": \"\"", "/readings/0/territory" },
        { "\"territory\": \"codgeo\", \"territoryYear\": 2022", "\"territory\": \"codgeo\", \"territoryYear\": 22", "/readings/0/territoryYear" },
        { "\"territoryYear\": 2021", "\"territoryYear\": 21", "/readings/0/columns/1/territoryYear" },
        { "\"columns\": [{ \"column\": \"rsa\", \"measure\": \"rsa\" }]", "\"columns\": []", "/readings/1/columns" }, // reads nothing
        { "\"column\": \"rsa\", \"measure\": \"rsa\"", "\"column\": \"rsa\", \"measure\": \"rsaa\"", "/readings/1/columns/0/measure" },
        { "p(\\\\d\\\\d)_pop", "p(\\\\d\\\\d_pop", "/readings/0/columns/0/column" }, // a bracket is open
        { "\"period\": \"2020\"", "\"period\": \"2020-13\"", "/readings/0/columns/1/period" }, // no thirteenth month
        { "\"period\": \"[année précédente]\"", "\"period\": \"[an]\"", "/readings/1/columns/0/period" }, // no such word
        { "\"period\": \"[année précédente]\"", "\"period\": \"[année précédente]\", \"delivery\": \"rsa-caf\"", "/readings/1/delivery" }, // nobody delivers it
        { "\"domain\": \"habitants\", \"title\": \"Population\"", "\"domain\": \"habitant\", \"title\": \"Population\"", "/indicators/0/domain" },
        { "\"of\": [\"rsa\"]", "\"of\": [\"rsa\", \"rmi\"]", "/indicators/3/of/1" },
        { "\"per\": [\"population\"]", "\"per\": [\"habitants\"]", "/indicators/3/per/0" },
        { "\"per\": [\"population\"], ", "", "/indicators/3/per" }, // a rate without a denominator
        { "\"of\": [\"rsa\"], ", "\"of\": [], ", "/indicators/3/of" }, // of nothing
        { "\"of\": [\"mediane\"]", "\"of\": [\"mediane\", \"population\"]", "/indicators/2/of" }, // a value of two measures
        { "\"kind\": \"value\"", "\"kind\": \"count\"", "/indicators/2/of" }, // a sum of medians
        { "\"years\": 5", "\"years\": 0", "/indicators/1/years" },
        { "\"decimals\": 0", "\"decimals\": -1", "/indicators/0/decimals" },
        { "\"definition\": \"Au milieu.\"", "\"definition\": \"\"", "/indicators/2/definition" },
        { "\"period\": \"2018\"", "\"period\": \"18\"", "/indicators/0/breaks/0/period" },
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void One_mistake_gives_one_problem_at_its_place(string sound, string broken, string place)
    {
        var text = Sound.ReplaceLineEndings("\n");
        Assert.Contains(sound, text, StringComparison.Ordinal);
        var at = text.IndexOf(sound, StringComparison.Ordinal);

        var reading = Read(string.Concat(text.AsSpan(0, at), broken, text.AsSpan(at + sound.Length)));

        Assert.True(reading.Problems.Count == 1, reading.Shown());
        Assert.Equal((File, place, Severity.Error), (reading.Problems[0].File, reading.Problems[0].Place, reading.Problems[0].Severity));
        Assert.Null(reading.Loaded);
    }

    [Fact]
    public void A_sound_file_is_read_whole()
    {
        var catalogue = Read(Sound).Loaded!.Indicators;

        Assert.Equal((2, 1, 4, 2, 4), (catalogue.Sources.Count, catalogue.Domains.Count, catalogue.Measures.Count, catalogue.Readings.Count, catalogue.Indicators.Count));
        Assert.Equal(SourceSecrecy.FamilyAllowances, catalogue.SourceOf("caf")!.Secrecy);
        Assert.Equal(["Insee", "CAF"], catalogue.SourcesOf(catalogue.Find("taux")!).Select(source => source.Producer).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void A_platform_without_the_file_has_no_indicator() => Assert.Empty(PlatformFolder.Read(Folders.Exemple()).Loaded!.Indicators.Indicators);

    [Fact]
    public void More_indicators_than_a_dashboard_shows_are_refused()
    {
        var many = string.Join(',', Enumerable.Range(0, IndicatorCatalogue.MostIndicators).Select(i => $$"""{ "id": "i-{{i}}", "domain": "habitants", "title": "P", "unit": "u", "kind": "count", "of": ["population"], "definition": "D." }"""));

        var reading = Read(Sound.Replace("\"indicators\": [", $"\"indicators\": [{many},", StringComparison.Ordinal));

        Assert.Equal("/indicators", Assert.Single(reading.Problems).Place);
    }

    [Fact]
    public void The_remedy_says_what_to_write()
    {
        var reading = Read(Sound.Replace("\"measure\": \"rsa\"", "\"measure\": \"rssa\"", StringComparison.Ordinal));

        Assert.Contains("rsa", Assert.Single(reading.Problems).Remedy, StringComparison.Ordinal);
    }

    private static PlatformReading Read(string text)
    {
        var files = Folders.Exemple();
        files.Write(File, text);
        return PlatformFolder.Read(files);
    }
}
