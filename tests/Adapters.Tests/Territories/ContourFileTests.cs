using System.IO.Compression;
using System.Text;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Shelf;

namespace Almanach.Adapters.Tests.Territories;

public class ContourFileTests
{
    [Fact]
    public void Contours_of_municipalities_are_recognised_with_their_year()
    {
        var source = Recognised(Squares.GeoJson(Squares.Before2019));

        Assert.Equal((SourceKind.Contours, TerritoryLevel.Municipality, 2018, 4), (source.Kind, source.Level, source.Year, source.Count));
    }

    [Fact]
    public void A_gzip_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
            gzip.Write(Squares.GeoJson(Squares.Before2019));

        Assert.Equal(4, Recognised(packed.ToArray()).Count);
    }

    [Theory]
    [InlineData("""{"INSEE_COM":"01004","NOM":"Ambérieu-en-Bugey"}""", TerritoryLevel.Municipality)] // IGN Admin Express
    [InlineData("""{"com_code":["01004"],"com_name":["Ambérieu-en-Bugey"]}""", TerritoryLevel.Municipality)] // OpenDataSoft
    [InlineData("""{"CODE_SIREN":"200069193","NOM":"CC de la Dombes"}""", TerritoryLevel.Intercommunality)]
    [InlineData("""{"code":"01","nom":"Ain"}""", TerritoryLevel.Department)] // not Guadeloupe, whose region is 01 too
    [InlineData("""{"code":"84","nom":"Auvergne-Rhône-Alpes"}""", TerritoryLevel.Region)] // not Vaucluse
    [InlineData("""{"code":"01001","nom":"Belley"}""", TerritoryLevel.Arrondissement)] // numbered like L’Abergement-Clémenciat
    public void Whoever_published_them_their_level_is_told_by_code_and_name(string properties, TerritoryLevel level)
    {
        var feature = $"{{\"type\":\"Feature\",\"properties\":{properties},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{Squares.Square(5, 46)}]]}}}}";

        Assert.Equal(level, Recognised(Squares.Collection([feature])).Level);
    }

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "nothing", [], "est vide" },
        { "a PDF", Encoding.ASCII.GetBytes("%PDF-1.7 …"), "un document PDF" },
        { "truncated", Squares.GeoJson(Squares.Before2019)[..200], "tronqué ou abîmé" },
        { "nested without end", Encoding.ASCII.GetBytes(new string('[', 100_000)), "tronqué ou abîmé" },
        { "nested in coordinates", Squares.Collection([Squares.Feature("01004", "Ambérieu-en-Bugey", new string('[', 500) + new string(']', 500))]), "tronqué ou abîmé" },
        { "no contours", "{\"type\":\"FeatureCollection\",\"features\":[]}"u8.ToArray(), "aucun contour" },
        { "another JSON", "[{\"code\":\"01\"}]"u8.ToArray(), "n’est pas un GeoJSON" },
        { "Lambert 93", Squares.Collection([Squares.Feature("01004", "Ambérieu-en-Bugey", "[850000,6500000],[851000,6500000],[851000,6501000],[850000,6500000]")]), "Lambert 93" },
        { "absurd coordinates", Squares.Collection([Squares.Feature("01004", "Ambérieu-en-Bugey", "[1e300,0],[1e301,5],[2,2],[1e300,0]")]), "ne sont pas des degrés" },
        { "latitude first", Squares.Collection([Squares.Feature("01004", "Ambérieu-en-Bugey", "[46,5],[46.1,5],[46.1,5.1],[46,5]")]), "ne sont pas en France" },
        { "text for numbers", Squares.Collection([Squares.Feature("01004", "Ambérieu-en-Bugey", "[\"a\",5],[46.1,5],[46.1,5.1],[46,5]")]), "est incomplet" },
        { "two points", Squares.Collection([Squares.Feature("01004", "Ambérieu-en-Bugey", "[5,46],[5.1,46]")]), "est incomplet" },
        { "crossing itself", Squares.Collection([Squares.Feature("01004", "Ambérieu-en-Bugey", "[5,46],[5.1,46.1],[5.1,46],[5,46.1],[5,46]")]), "se croise lui-même" },
        { "twice", Squares.GeoJson(("01004", "Ambérieu-en-Bugey"), ("01004", "Ambérieu-en-Bugey")), "deux fois" },
        { "unknown codes", Squares.GeoJson(("99901", "Nulle part"), ("99902", "Ailleurs")), "d’aucun niveau connu" },
        { "names of others", Squares.GeoJson(("01004", "Canton d’Attignat"), ("01033", "Canton de Gex")), "d’aucun niveau connu" },
        { "a broken gzip", [0x1F, 0x8B, 8, 0, 1, 2, 3], "abîmé" },
        { "a table of something else", "Organisme;Ville\nCaf;Lyon\n"u8.ToArray(), "CODGEO" },
        { "a table without memberships", "CODGEO;POP\n01004;5000\n"u8.ToArray(), "ne dit pas à quoi" },
        { "a table that lost its zeros", "CODGEO;CANOV\n1004;0101\n1001;0108\n"u8.ToArray(), "zéros" },
        { "a table with a municipality twice", "CODGEO;CANOV\n01004;0101\n01004;0101\n"u8.ToArray(), "deux fois" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_file_is_refused_in_French_with_what_to_do(string what, byte[] content, string words)
    {
        var refusal = Assert.Throws<TerritoryFileException>(() => Recognised(content, what));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(". ", refusal.Message + " ", StringComparison.Ordinal);
    }

    [Fact]
    public void A_slight_fault_is_mended()
    {
        // A spike of no width along the upper side.
        var shape = "[5,46],[5.1,46],[5.1,46.1],[5.05,46.1],[5.05,46.1001],[5.05,46.1],[5,46.1],[5,46]";

        Assert.Equal(1, Recognised(Squares.Collection([Squares.Feature("01004", "Ambérieu-en-Bugey", shape)])).Count);
    }

    private static TerritorySource Recognised(byte[] content, string name = "fichier") => TerritoryImport.Recognise(new TerritoryUpload(name, content), ShippedTerritories.Atlas);
}
