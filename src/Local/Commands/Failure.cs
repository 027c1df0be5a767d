using System.Text.Json;
using Almanach.Adapters.Sqlite;
using Almanach.Local.Hosting;

namespace Almanach.Local.Commands;

/// <summary>Turns an exception that reached the command line into a sentence and an exit code.</summary>
public static class Failure
{
    /// <param name="verbose">Adds the trace, for whoever reports the failure.</param>
    public static (int Code, string Text) Of(Exception problem, bool verbose) => problem switch
    {
        StartRefusedException or StoreFormatException => (ExitCode.Refused, problem.Message),
        JsonException json => (ExitCode.Refused, $"Un fichier JSON n’est pas compris{Place(json)}. Corrigez-le, puis recommencez."),
        UnauthorizedAccessException => (ExitCode.Refused, $"L’accès est refusé\u00A0: {problem.Message}"),
        OperationCanceledException => (ExitCode.Refused, "Arrêté avant la fin."),
        _ when verbose => (ExitCode.Internal, $"Quelque chose n’a pas fonctionné\u00A0:\n{problem}"),
        _ => (ExitCode.Internal, $"Quelque chose n’a pas fonctionné ({problem.GetType().Name}). Rien de ce qui était enregistré n’est perdu. Relancez avec --verbose pour en savoir plus."),
    };

    private static string Place(JsonException json) => json.LineNumber is { } line ? $", ligne {line + 1}" : "";
}
