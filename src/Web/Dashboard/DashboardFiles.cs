using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Almanach.Core;
using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.Ports;
using Almanach.Core.Tables;
using Almanach.Web.Api;
using Almanach.Web.Dashboard.Drawing;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Dashboard;

/// <summary>Views of the dashboard as files, open to everybody at addresses that stay.</summary>
internal static class DashboardFiles
{
    /// <summary>Every indicator with its definition, levels and periods.</summary>
    public static async Task<IResult> Index(Office office, HttpContext context) =>
        await Board(office, context) is { } board ? Json(OpenCatalogue.Of(office, board)) : Unknown;

    public static Task<IResult> Csv(Office office, HttpContext context, string indicator) => WithView(office, context, indicator, (view, _) =>
        Results.File(CsvText.Of(Table(view, LevelNames.Slug)), "text/csv; charset=utf-8", $"{Name(view)}.csv"));

    public static Task<IResult> Xlsx(Office office, ITables tables, HttpContext context, string indicator) => WithView(office, context, indicator, (view, _) =>
        Results.File(tables.Workbook(Table(view, LevelNames.One)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{Name(view)}.xlsx"));

    public static Task<IResult> Json(Office office, HttpContext context, string indicator) => WithView(office, context, indicator, (view, board) => Json(OpenView.Of(office, board, view)));

    public static Task<IResult> Map(Office office, HttpContext context, string indicator) => WithView(office, context, indicator, (view, board) =>
        view.Map is null ? Unknown : Svg(MapSvg.Of(MapViews.Of(view, board), Paint.File, null)));

    public static Task<IResult> Chart(Office office, HttpContext context, string indicator) => WithView(office, context, indicator, (view, _) =>
        ChartSvg.Of("evolution", view.Indicator.Title, view.Indicator, view.Lines, Paint.File) is { } drawn ? Svg(drawn) : Unknown);

    /// <summary>All levels and periods of an indicator, as a Frictionless Data Package.</summary>
    public static async Task<IResult> Package(Office office, HttpContext context, string indicator)
    {
        if (await Board(office, context) is not { } board || board.Catalogue.Find(indicator) is not { } found || board.LevelsOf(found).Count == 0)
            return Unknown;
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Entry(zip, "donnees.csv", Long(board, found));
            Entry(zip, "datapackage.json", SeriesPackage.Bytes(Described(office, board, found)));
        }
        return Results.File(bytes.ToArray(), "application/zip", $"{found.Id}.zip");
    }

    /// <summary>Programs of any site may read what everybody may.</summary>
    private static Task<Board?> Board(Office office, HttpContext context)
    {
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return office.Dashboard.Board(context.RequestAborted);
    }

    private static async Task<IResult> WithView(Office office, HttpContext context, string indicator, Func<IndicatorView, Board, IResult> answer)
    {
        if (await Board(office, context) is not { } board || board.Catalogue.Find(indicator) is not { } found || IndicatorView.Of(board, found, DashboardAddress.Read(context.Request.Query)) is not { } view)
            return Unknown;
        return DashboardAddress.Problem(context.Request.Query, view) is { } problem ? Json(new ErrorView(new ErrorText(problem, [])), StatusCodes.Status400BadRequest) : answer(view, board);
    }

    private static IResult Unknown => Json(new ErrorView(new ErrorText($"Il n’y a pas de chiffres à cette adresse. Les indicateurs et leurs niveaux sont dans {DashboardAddress.Path}/donnees.json.", [])), StatusCodes.Status404NotFound);

    private static void Entry(ZipArchive zip, string name, byte[] content)
    {
        // The same figures give the same bytes.
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Long(Board board, Indicator indicator)
    {
        var text = new StringBuilder("niveau,territoire,nom,periode,valeur,minimum\n");
        foreach (var level in board.LevelsOf(indicator))
            foreach (var period in board.Periods(indicator, level))
                if (board.Column(indicator, level, period) is { } column)
                    for (var place = 0; place < column.Figures.Length; place++)
                        if (column.Figures[place] is { State: not FigureState.Absent } figure)
                            text.Append(CultureInfo.InvariantCulture, $"{LevelNames.Slug(level)},{column.Scope.Codes[place]},{Quoted(column.Scope.Names[place])},{period},")
                                .Append(figure.IsGiven ? OpenFigure.Rounded(figure.Value, indicator).ToString(CultureInfo.InvariantCulture) : FigureMarks.Of(figure.State)).Append(',')
                                .Append(figure is { State: FigureState.Incomplete, Value: > 0 } ? figure.Value.ToString(CultureInfo.InvariantCulture) : "").Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Quoted(string name) => name.Contains(',', StringComparison.Ordinal) || name.Contains('"', StringComparison.Ordinal) ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    /// <summary>As a Frictionless Data Package says it.</summary>
    private static JsonObject Described(Office office, Board board, Indicator indicator)
    {
        var json = JsonSerializer.SerializeToNode(OpenIndicator.Of(office, board, indicator), ApiJson.Of<OpenIndicator>())!.AsObject();
        json.Insert(0, "name", json["id"]!.DeepClone());
        json.Remove("id");
        if (SeriesPackage.Licences(board.Catalogue.SourcesOf(indicator)) is { } licences)
            json["licenses"] = licences;
        json["resources"] = new JsonArray(SeriesPackage.Resource("donnees", "donnees.csv", null,
        [
            SeriesPackage.Field("niveau", "string", "Niveau du territoire"), SeriesPackage.Field("territoire", "string", $"Code du territoire, liste au 1er\u00A0janvier {board.Geography.Year}"),
            SeriesPackage.Field("nom", "string", "Nom du territoire"), SeriesPackage.Field("periode", "string", "Période"),
            SeriesPackage.Field("valeur", "number", indicator.TitleWithUnit), SeriesPackage.Field("minimum", "number", "Ce que font les parties connues d’une somme incomplète"),
        ], "niveau", "territoire", "periode"));
        return json;
    }

    /// <param name="levelName">Programs get the word of addresses, as in the package; people their own.</param>
    private static ExportTable Table(IndicatorView view, Func<TerritoryLevel, string> levelName) => new(
        Name(view), ["Niveau", "Code", "Territoire", $"{view.Indicator.TitleWithUnit}, {Period.Label(view.Period)}", "Mention", "Au moins", view.Before is null || view.Break is not null ? "Évolution" : $"Évolution depuis {Period.Label(view.Before)} ({(view.Indicator.IsInPoints ? view.Indicator.Unit.StartsWith('%') ? "points" : view.Indicator.Unit : "%")})"],
        [.. view.Rows.Concat(view.Beside).Select(row => (IReadOnlyList<string>)
        [
            levelName(row.Level), row.Code.ToString(), row.Name, row.Figure.Known is { } value ? Text(OpenFigure.Rounded(value, view.Indicator)) : "",
            row.Figure.IsGiven ? "" : FigureMarks.Label(row.Figure.State), row.Figure is { State: FigureState.Incomplete, Value: > 0 } ? Text(row.Figure.Value) : "",
            row.Change is { } change ? Text(Math.Round(change, 2)) : "",
        ])])
    { Figures = [3, 5, 6] };

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace('.', ',');

    /// <summary>It says where municipalities under 2,000 inhabitants are left out.</summary>
    private static string Name(IndicatorView view) => $"{view.Indicator.Id}-{LevelNames.Slug(view.Level)}-{view.Period.ToLowerInvariant()}{(view.Left > 0 ? "-2000-habitants-et-plus" : "")}";

    private static IResult Svg(string drawn) => Results.Bytes(Encoding.UTF8.GetBytes(drawn), "image/svg+xml");

    private static IResult Json<T>(T value, int status = StatusCodes.Status200OK) =>
        Results.Text(JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Of<T>()), "application/json; charset=utf-8", status);
}
