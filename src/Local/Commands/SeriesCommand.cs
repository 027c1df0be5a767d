using System.CommandLine;
using Almanach.Local.Series;

namespace Almanach.Local.Commands;

/// <summary><c>almanach series add --reading ID FILE</c>: a data file into the series of the dashboard, by hand.</summary>
public static class SeriesCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("FICHIER") { Description = "Un fichier de données d’un producteur\u00A0: CSV, TSV, XLSX, XLS, ODS, ou l’un d’eux dans une archive ZIP." };
        var reading = new Option<string>("--reading") { Description = "L’identifiant de la lecture, dans indicateurs.json.", Required = true };
        var year = new Option<int?>("--year") { Description = "L’année de la plate-forme à laquelle le fichier se rapporte (par défaut l’année en cours)." };
        var add = new Command("add", "Prend un fichier en compte\u00A0: lu en entier ou refusé, comparé à tout ce qui est publié, puis publié ou retenu.")
        {
            file, reading, year, ServeCommand.Platform, ServeCommand.Data,
        };
        add.SetAction((parsed, stop) => SeriesRun.Add(
            new SeriesRequest(parsed.GetRequiredValue(file), parsed.GetRequiredValue(reading), parsed.GetValue(year), parsed.GetRequiredValue(ServeCommand.Platform), parsed.GetRequiredValue(ServeCommand.Data)), stop));
        return new Command("series", "Les séries du tableau de bord.") { add };
    }
}
