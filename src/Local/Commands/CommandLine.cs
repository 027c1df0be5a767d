using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;

namespace Almanach.Local.Commands;

/// <summary>The command line <c>almanach</c>; without a command it serves the demonstration.</summary>
public static class CommandLine
{
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "Montre la trace complète d’une erreur interne.",
        Recursive = true,
    };

    public static RootCommand Build()
    {
        var root = ServeCommand.On(new RootCommand("Almanach fait vivre l’année d’une plate-forme d’observation : collecte, vote, comité, programme.")
        {
            ServeCommand.Build(),
            RehearseCommand.Build(),
            PlatformCommand.Build(),
            BackupCommands.Backup(),
            BackupCommands.Restore(),
            ExportCommand.Build(),
            ImportCommand.Build(),
            TallyCommand.Build(),
            ReadMailCommand.Build(),
            CheckCommand.Build(),
            TerritoriesCommand.Build(),
            SeriesCommand.Build(),
            Verbose,
        });
        var help = root.Options.OfType<HelpOption>().Single();
        help.Description = "Affiche cette aide.";
        help.Action = new FrenchHelp((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Runs a command and answers its <see cref="ExitCode"/>.</summary>
    public static async Task<int> Run(string[] args)
    {
        // Help and usage errors in French; nothing else depends on it, the culture stays invariant.
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = new CultureInfo("fr");
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is not FrenchHelp)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("Voir almanach --help.");
            return ExitCode.Usage;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(25) });
        }
        catch (Exception problem)
        {
            var (code, text) = Failure.Of(problem, parsed.GetValue(Verbose));
            await Console.Error.WriteLineAsync(text);
            return code;
        }
    }
}
