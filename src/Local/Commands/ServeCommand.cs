using System.CommandLine;
using Almanach.Adapters.Platforms;
using Almanach.Local.Hosting;

namespace Almanach.Local.Commands;

/// <summary><c>almanach serve</c>, and <c>almanach</c> alone: the demonstration of the platform shipped with the program.</summary>
public static class ServeCommand
{
    internal static readonly Option<string> Platform = new("--platform")
    {
        Description = "Le dossier de la plate-forme.",
        DefaultValueFactory = _ => Said("PLATFORM") ?? PlatformOnDisk.Demonstration,
    };

    internal static readonly Option<string> Data = new("--data")
    {
        Description = "Le dossier des données, créé s’il manque.",
        DefaultValueFactory = _ => Said("DATA") ?? DataFolder.Default,
    };

    private static readonly Option<string?> Urls = new("--urls") { Description = $"L’adresse à écouter (par défaut {HostSettings.DefaultUrls})." };

    public static Command Build() =>
        On(new Command("serve", "Fait vivre une plate-forme sur cette machine ; sans réglage, une démonstration dont on avance l’horloge."));

    /// <summary>Gives a command the options and the action of <c>serve</c>.</summary>
    public static T On<T>(T command)
        where T : Command
    {
        command.Add(Platform);
        command.Add(Data);
        command.Add(Urls);
        command.SetAction((parsed, stop) => ServeRun.Run(
            new ServeRequest(parsed.GetRequiredValue(Platform), parsed.GetRequiredValue(Data), parsed.GetValue(Urls)), stop));
        return command;
    }

    private static string? Said(string name) => Environment.GetEnvironmentVariable($"ALMANACH_{name}") is { Length: > 0 } value ? value : null;
}
