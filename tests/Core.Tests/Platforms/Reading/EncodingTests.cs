using System.Text;
using Almanach.Core.Platforms;

namespace Almanach.Core.Tests.Platforms.Reading;

public class EncodingTests
{
    private const string Organisations = "organisations.csv";

    [Fact]
    public void A_file_saved_in_Windows_1252_says_so_once_and_how_to_save_it()
    {
        var files = Folders.Exemple();
        files[Organisations] = Encoding.Latin1.GetBytes(files.Text(Organisations).Replace('’', '\u0092'));

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal((Organisations, "ligne 2"), (problem.File, problem.Place));
        Assert.Contains("Windows-1252", problem.Message);
        Assert.Contains("UTF-8", problem.Remedy);
    }

    [Fact]
    public void Accents_encoded_twice_are_told_with_their_line()
    {
        var files = Folders.Exemple();
        files.Write(Organisations, files.Text(Organisations).Replace("Épicerie", "Ã‰picerie"));

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal((Organisations, "ligne 7"), (problem.File, problem.Place));
    }

    [Fact]
    public void A_lost_character_is_told_with_its_line()
    {
        var files = Folders.Exemple();
        files.Write("textes/relance.md", files.Text("textes/relance.md").Replace("Répondre", "R\uFFFDpondre"));

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Equal(("textes/relance.md", "ligne 11"), (problem.File, problem.Place));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_in_every_file()
    {
        var files = Folders.Exemple().ToDictionary(file => file.Key, file => (byte[])[0xEF, 0xBB, 0xBF, .. file.Value]);

        var reading = PlatformFolder.Read(files);

        Assert.True(reading.Problems.Count == 0, reading.Shown());
    }

    [Fact]
    public void Utf_16_is_read_and_refused()
    {
        var files = Folders.Exemple();
        files[Organisations] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(files.Text(Organisations))];

        var problem = Assert.Single(PlatformFolder.Read(files).Problems);

        Assert.Contains("UTF-16", problem.Message);
    }
}
