using System.Text;
using Almanach.Adapters.DataFiles;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Checks;
using Almanach.Core.Data.Schemas;
using Almanach.Local.Commands;

namespace Almanach.Local.Check;

/// <summary>Checks a file and says what was found: 0 when it is valid, 1 when it is not.</summary>
public static class CheckRun
{
    /// <summary>Bytes of a schema.</summary>
    private const int MostSchema = 5_000_000;

    public static int Run(CheckRequest request)
    {
        if (!File.Exists(request.File))
            return Refuse($"Le fichier {request.File} n’existe pas. Vérifiez le chemin donné.");
        if (Schema(request.Schema) is not { } reading)
            return Refuse($"Le schéma {request.Schema} n’existe pas, ou dépasse {MostSchema / 1_000_000} mégaoctets. Vérifiez le chemin donné.");
        if (reading.Problems.Count > 0)
            return Refuse([.. reading.Problems, "Rien n’a été vérifié. Corrigez le schéma, puis recommencez."]);
        using var content = new FileStream(request.File, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var opening = new DataFileReader().Open(content, request.Sheet);
        using var file = opening.File;
        var report = TableCheck.Run(opening, new CheckOptions(request.Infer ? null : reading.Schema, request.Sheet, request.Year, NeedsTerritories(request, reading.Schema) ? ShippedTerritories.Atlas : null));
        if (request.Infer && report.Profiles.Count > 0)
            Write(SchemaInference.Of(report));
        else if (request.Json)
            Write(CheckJson.Of(report));
        else
            Console.Out.Write(CheckText.Of(report));
        return (request.Infer ? report.Profiles.Count > 0 : report.IsValid) ? ExitCode.Fine : ExitCode.Refused;
    }

    /// <summary>Reading the lists takes a fifth of a second: only where something is held against them.</summary>
    private static bool NeedsTerritories(CheckRequest request, TableSchema? schema) =>
        !request.Infer && (schema is null ? request.Year is not null : schema.Fields.Any(field => field.Territory is not null));

    private static SchemaReading? Schema(string? path) =>
        path is null ? new SchemaReading(null, [])
        : File.Exists(path) && new FileInfo(path).Length <= MostSchema ? SchemaReader.Read(File.ReadAllBytes(path))
        : null;

    private static void Write(byte[] json) => Console.Out.WriteLine(Encoding.UTF8.GetString(json));

    private static int Refuse(params IReadOnlyList<string> why)
    {
        foreach (var line in why)
            Console.Error.WriteLine(line);
        return ExitCode.Refused;
    }
}
