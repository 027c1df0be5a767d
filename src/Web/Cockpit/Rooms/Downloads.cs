using Almanach.Core.Ports;
using Almanach.Core.Tables;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>Tables to keep.</summary>
internal static class Downloads
{
    public static IResult Csv(ExportTable table) => Results.File(CsvText.Of(table), "text/csv; charset=utf-8", $"{table.Name}.csv");

    public static IResult Workbook(ExportTable table, ITables tables) =>
        Results.File(tables.Workbook(table), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{table.Name}.xlsx");
}
