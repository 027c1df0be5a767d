using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;
using Almanach.Core.Tests.Platforms;

namespace Almanach.Core.Tests.Network;

/// <summary>A small network, and tables as people bring them.</summary>
internal static class Sheets
{
    public static readonly DateOnly Today = new(2022, 3, 1);

    public static Platform Platform { get; } = PlatformFolder.Read(Folders.Pfoss()).Loaded!.Platform;

    public static Roster Roster { get; } = new(
        [
            new("dreets", "Direction régionale de l’économie, de l’emploi, du travail et des solidarités (DREETS)", "la DREETS Auvergne-Rhône-Alpes", "etat", "Service de l’État", null, ""),
            new("dep-drome", "Département de la Drôme", "le Département de la Drôme", "collectivites", "Département", null, ""),
            new("dep-isere", "Département de l’Isère", "le Département de l’Isère", "collectivites", "Département", null, "Participe"),
            new("parti", "Union des anciens", "l’Union des anciens", "associations", "Association", null, "", Active: false),
        ],
        [
            new("c0001", "dep-drome", "Claire", "Martin", "claire.martin@drome.example.org", "chargée d’études", [new Role(RoleKind.Referent)], "Annuaire", Today),
            new("c0002", "dep-drome", "Paul", "Roux", "paul.roux@drome.example.org", "", [new Role(RoleKind.Reader)], "Annuaire", Today, Active: false, Generation: 2),
            new("c0003", "dep-isere", "Zoé", "Blanc", "zoe.blanc@isere.example.org", "", [new Role(RoleKind.Reader)], "Annuaire", Today, Suppressed: true),
            new("c0007", "dreets", "", "", "observation@dreets.example.org", "Service observation", [new Role(RoleKind.Reader)], "Annuaire", Today),
        ]);

    /// <summary>Rows of cells apart by « | »; the first is the head.</summary>
    public static ImportPlan Plan(params string[] rows) => Planning(rows).Plan ?? throw new InvalidOperationException(Planning(rows).Problem);

    public static ImportPlanning Planning(params string[] rows) => ImportPlanner.Plan([Table(rows)], Roster, Platform, "Annuaire de la plate-forme", Today);

    public static ImportedTable Table(params string[] rows) =>
        new("", [.. rows.Select((row, index) => new ImportedRow(index + 1, row.Split('|')))]);
}
