using Almanach.Adapters.Csv;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.French;
using Almanach.Local.Commands;

namespace Almanach.Local.Tally;

/// <summary>Reads a list of ballots, counts it, and says the result, or each line that is wrong.</summary>
public static class TallyRun
{
    /// <summary>Bytes of a file: some millions of ballots.</summary>
    public const int MostBytes = 200_000_000;

    /// <summary>Errors shown; the others are counted.</summary>
    private const int MostShown = 20;

    /// <param name="name">The method as it was given.</param>
    public static async Task<int> Run(string file, string name, TallyMethod method, bool json, CancellationToken stop)
    {
        if (!File.Exists(file))
            return Refuse($"Le fichier {file} n’existe pas. Vérifiez le chemin donné.");
        if (new FileInfo(file).Length > MostBytes)
            return Refuse($"Le fichier dépasse {MostBytes / 1_000_000} mégaoctets. Regroupez les bulletins identiques avec une colonne « count ».");

        var reading = BallotFile.Read(await File.ReadAllBytesAsync(file, stop), method);
        if (reading.List is not { } list)
            return Refuse([
                .. reading.Errors.Take(MostShown).Select(error => $"ligne {error.Line}\u00A0: {error.Message}"),
                .. More(reading.Errors.Count - MostShown),
                "Rien n’a été dépouillé. Corrigez le fichier, puis recommencez.",
            ]);
        var result = TallyResult.Of(list, method);
        Console.Out.Write(json ? TallyJson.Of(name, list, result) + "\n" : TallyText.Of(list, result));
        return ExitCode.Fine;
    }

    private static IEnumerable<string> More(int errors) => errors > 0 ? [$"… et {Numbers.Count(errors, "autre erreur", "autres erreurs")}."] : [];

    private static int Refuse(params IReadOnlyList<string> why)
    {
        foreach (var line in why)
            Console.Error.WriteLine(line);
        return ExitCode.Refused;
    }
}
