using Almanach.Core.Data.Secrecy;

namespace Almanach.Core.Tests.Data.Secrecy;

/// <summary>Small tables for tests: rows and columns with their totals in the last ones.</summary>
internal static class Tables
{
    public static CellKnowledge Secret(decimal? value = null) => new CellKnowledge.Hidden(value, new Protection(Width: 1));

    public static CellKnowledge Shown(decimal value, decimal rounding = 0) => new CellKnowledge.Published(value, rounding);

    /// <summary>Null is hidden.</summary>
    public static AuditTable Of(params decimal?[][] rows) => Of([.. rows.Select(row => row.Select(value => value is { } shown ? Shown(shown) : Secret()).ToArray())]);

    public static AuditTable Of(CellKnowledge[][] rows)
    {
        var width = rows[0].Length;
        var cells = rows.SelectMany((row, i) => row.Select((known, j) => new AuditCell($"{i},{j}", $"ligne {i + 1}, colonne {j + 1}", known))).ToArray();
        var relations = new List<Relation>();
        for (var i = 0; i < rows.Length; i++)
            relations.Add(Relation.Sum($"total de la ligne {i + 1}", i * width + width - 1, Enumerable.Range(i * width, width - 1)));
        for (var j = 0; j < width; j++)
            relations.Add(Relation.Sum($"total de la colonne {j + 1}", (rows.Length - 1) * width + j, Enumerable.Range(0, rows.Length - 1).Select(i => i * width + j)));
        return new AuditTable(cells, relations);
    }

    public static (decimal? Low, decimal? High) Ends(this AuditReport report, int cell) =>
        report.Cells.Single(interval => interval.Cell == cell) is var found ? (found.Low, found.High) : default;
}
