using Almanach.Adapters.Files;
using Almanach.Adapters.Territories;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Shelf;
using Almanach.Local.Commands;
using Almanach.Local.Hosting;

namespace Almanach.Local.Territories;

/// <summary>
/// Imports contours and tables into the data of a platform, whether it is being served or not. All are looked at before
/// anything is written: one that is refused, and nothing changes.
/// </summary>
public static class TerritoriesRun
{
    public static async Task<int> Import(TerritoriesRequest request, bool json, CancellationToken stop)
    {
        var atlas = ShippedTerritories.Atlas;
        if (Wrong(request, atlas) is { } wrong)
            return Refuse([wrong]);
        List<string> refusals = [];
        List<(TerritorySource Source, byte[] Content)> uploads = [];
        foreach (var from in request.Files)
            try
            {
                var upload = await TerritoryFetch.Get(from, request.Credit, stop);
                uploads.Add((TerritoryImport.Recognise(upload, atlas), upload.Content));
            }
            catch (TerritoryFileException refused)
            {
                refusals.Add($"{from}\u00A0: {refused.Message}");
            }
        if (refusals.Count > 0)
            return Refuse(refusals);

        var folder = new DataFolder(request.Data);
        folder.Make();
        TerritoryCode? region = request.Region is { } code ? TerritoryCode.Of(code) : null;
        var report = await TerritoryPreparation.Run(new FolderFiles(folder.Files), atlas, uploads, region, request.Year, stop);
        Console.Out.Write(json ? TerritoriesReport.Json(uploads, report) : TerritoriesReport.Text(uploads, report));
        return ExitCode.Fine;
    }

    private static string? Wrong(TerritoriesRequest request, Atlas atlas) => request switch
    {
        { Year: { } year } when year < atlas.First.Value || year > atlas.Last.Value => $"La liste des codes de {year} n’est pas connue. Choisissez une année de {atlas.First} à {atlas.Last}.",
        { Region: { } region } when !TerritoryCode.TryParse(region, out var code) || !atlas.Knows(TerritoryLevel.Region, code, atlas.Last) =>
            $"« {region} » n’est pas le code d’une région. Écrivez par exemple 84 pour Auvergne-Rhône-Alpes.",
        _ => null,
    };

    private static int Refuse(IReadOnlyList<string> why)
    {
        Console.Error.WriteLine(string.Join('\n', why));
        Console.Error.WriteLine("Rien n’a été enregistré.");
        return ExitCode.Refused;
    }
}

/// <param name="Files">Paths or addresses.</param>
/// <param name="Credit">Whose the data is, where the person says so.</param>
public sealed record TerritoriesRequest(IReadOnlyList<string> Files, string Data, string? Region, int? Year, string? Credit);
