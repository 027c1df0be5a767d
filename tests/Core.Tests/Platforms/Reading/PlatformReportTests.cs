using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Tests.Platforms.Reading;

public class PlatformReportTests
{
    [Fact]
    public void A_report_groups_problems_by_file_and_puts_errors_first()
    {
        var text = PlatformReport.Text(
        [
            new("contacts.csv", "ligne 3", "Un point.", "Regarder.", Severity.Warning),
            new("platform.json", "", "Le fichier manque.", "L’ajouter."),
            new("contacts.csv", "ligne 9", "Une faute.", "La corriger."),
        ]);

        Assert.Equal(
            """
            contacts.csv
              Erreur, ligne 9
                Une faute.
                La corriger.
              À regarder, ligne 3
                Un point.
                Regarder.

            platform.json
              Erreur
                Le fichier manque.
                L’ajouter.

            2 erreurs à corriger, un point à regarder.

            """.ReplaceLineEndings("\n"), text);
    }

    [Fact]
    public void A_sound_folder_is_told_so()
    {
        Assert.Equal("Le dossier est bon.\n", PlatformReport.Text([]));
    }
}
