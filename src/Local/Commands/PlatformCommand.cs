using System.CommandLine;
using Almanach.Adapters.Platforms;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Local.Commands;

/// <summary><c>almanach platform check DIR</c>: every mistake of a folder, with its file, place and remedy.</summary>
public static class PlatformCommand
{
    public static Command Build()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "Le dossier de la plate-forme." };
        var check = new Command("check", "Vérifie le dossier d’une plate-forme et explique chaque erreur.") { folder };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(folder)));
        return new Command("platform", "Le dossier de configuration d’une plate-forme.") { check };
    }

    private static int Check(DirectoryInfo folder)
    {
        var reading = PlatformOnDisk.Read(folder.FullName);
        var sound = reading.Loaded is not null;
        (sound ? Console.Out : Console.Error).Write(PlatformReport.Text(reading.Problems));
        return sound ? ExitCode.Fine : ExitCode.Refused;
    }
}
