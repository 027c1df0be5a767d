using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Maps;

namespace Almanach.Core.Data.Portraits;

/// <summary>A portrait, composed: four pages of figures, maps, charts and sentences.</summary>
/// <param name="Level">Department or region.</param>
/// <param name="Title">« L’Isère ».</param>
/// <param name="Intro">The paragraphs of the first page.</param>
/// <param name="Comparison">Every indicator beside region and France.</param>
/// <param name="Locator">The departments of the region; null for the region itself.</param>
/// <param name="Sources">What stands at the end of the last page, one line an indicator.</param>
public sealed record Portrait(
    int Year, TerritoryLevel Level, TerritoryCode Code, PlaceWords Place, string Title, IReadOnlyList<KeyFigure> KeyFigures, IReadOnlyList<Paragraph> Intro,
    PortraitTable Comparison, IReadOnlyList<PortraitSheet> Pages, PortraitTable Parts, IReadOnlyList<string> Sources, IReadOnlyList<string> Notes, TerritoryMap? Locator)
{
    public IEnumerable<Paragraph> Paragraphs => Intro.Concat(Pages.SelectMany(page => page.Paragraphs));

    /// <summary>With what the coordinator wrote instead of some paragraphs.</summary>
    public Portrait With(IReadOnlyDictionary<string, string> texts)
    {
        Paragraph Edited(Paragraph paragraph) => paragraph with { Text = texts.GetValueOrDefault(paragraph.Key) ?? paragraph.Automatic };
        return this with { Intro = [.. Intro.Select(Edited)], Pages = [.. Pages.Select(page => page with { Paragraphs = [.. page.Paragraphs.Select(Edited)] })] };
    }

    /// <summary>Of everything a reader sees: two that read alike have the same.</summary>
    public string Stamp
    {
        get
        {
            var all = new StringBuilder($"{Year} {Code} {Title}\n");
            foreach (var figure in KeyFigures)
                all.Append(figure.Value).Append(figure.Note).Append('\n');
            foreach (var paragraph in Paragraphs)
                all.Append(paragraph.Key).Append(paragraph.Text).Append('\n');
            foreach (var row in Comparison.Rows.Concat(Parts.Rows))
                all.Append(row.Name).AppendJoin(';', row.Cells).Append('\n');
            foreach (var page in Pages)
                if (page.Map is { } map)
                    all.Append(map.Indicator.Id).Append(map.Period).AppendJoin(';', map.Shown.Order().Select(code => map.Column.At(code).Value)).Append('\n');
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..16];
        }
    }
}

/// <param name="Value">In words: « 1 271 166 », « de 16 510 à 43 640 », « secret ».</param>
/// <param name="Unit">« habitants ».</param>
/// <param name="Note">Beside it: region and France, or why there is no figure.</param>
/// <param name="IsSpan">No figure of its own: from the least to the most of its parts.</param>
public sealed record KeyFigure(Indicator Indicator, string Period, string Value, string Unit, string Note, bool IsSpan);

/// <summary>One editable sentence or two, under a key that does not change with the figures.</summary>
/// <param name="Automatic">What the platform says by itself.</param>
/// <param name="Text">What is shown; empty for nothing.</param>
public sealed record Paragraph(string Key, string Automatic, string Text)
{
    public static Paragraph Of(string key, string text) => new(key, text, text);

    public bool IsEdited => Text != Automatic;
}

/// <param name="Map">Null where there is no contour, or no figure.</param>
/// <param name="Ranking">Stands where the map is missing: parts with the figure of the map’s indicator.</param>
public sealed record PortraitSheet(string Title, IReadOnlyList<Paragraph> Paragraphs, PortraitMap? Map, PortraitChart? Chart, PortraitTable? Ranking);

/// <param name="Shown">The territories drawn.</param>
public sealed record PortraitMap(Indicator Indicator, string Period, IndicatorColumn Column, Quantiles? Classes, TerritoryMap Map, IReadOnlySet<TerritoryCode> Shown);

public sealed record PortraitChart(Indicator Indicator, IReadOnlyList<TerritorySeries> Lines);

/// <param name="Heads">Of the columns of figures.</param>
/// <param name="Notes">What its marks mean.</param>
public sealed record PortraitTable(string Title, string First, IReadOnlyList<string> Heads, IReadOnlyList<PortraitRow> Rows, IReadOnlyList<string> Notes);

/// <param name="IsTotal">Department, region or France, below its parts.</param>
public sealed record PortraitRow(string Name, IReadOnlyList<string> Cells, bool IsTotal = false);
