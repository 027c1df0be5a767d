using System.ComponentModel;

namespace Almanach.Core.Data.Indicators;

/// <summary>What the dashboard shows under one address.</summary>
/// <param name="Id">In the address: lower-case letters, digits, dashes.</param>
/// <param name="Title">« Demandeurs d’emploi de catégorie A pour 100 habitants ».</param>
/// <param name="Unit">« % », « habitants », « euros par an ».</param>
/// <param name="Of">Measures that are added (several producers may each give one), and divided where it is a rate.</param>
/// <param name="Per">Of a rate: measures of the denominator, added.</param>
/// <param name="Times">Of a rate: 100 for per cent, 1000 for per thousand.</param>
/// <param name="Years">Of a change: years between both ends.</param>
/// <param name="Definition">What it measures, in one to three sentences.</param>
/// <param name="Guide">How to read it: « Lecture : … », one example.</param>
/// <param name="Field">Whom it covers.</param>
/// <param name="Vintage">Of which version the figures are, where that matters: « géographie au 1er janvier 2022 ».</param>
/// <param name="Said">In a sentence, with its article: « le taux de pauvreté », « les demandeurs d’emploi »; empty: the title in guillemets.</param>
/// <param name="Feminine">Said so where its article does not tell (« l’évolution », « les femmes »).</param>
/// <param name="Better">Which way is good news; alerts speak of the other.</param>
public sealed record Indicator(
    string Id, string Domain, string Title, string Unit, IndicatorKind Kind, IReadOnlyList<string> Of, string Definition,
    IReadOnlyList<string>? Per = null, [DefaultValue(1)] decimal Times = 1, [DefaultValue(5)] int Years = 5, [DefaultValue(0)] int Decimals = 0,
    [DefaultValue("")] string Guide = "", [DefaultValue("")] string Field = "", [DefaultValue("")] string Vintage = "",
    [DefaultValue(Direction.Neither)] Direction Better = Direction.Neither, IReadOnlyList<SeriesBreak>? Breaks = null, [DefaultValue(null)] AlertRule? Alert = null,
    [DefaultValue("")] string Said = "", [DefaultValue(false)] bool Feminine = false)
{
    /// <summary>« Population (habitants) »; the unit is not said twice: « Demandeurs d’emploi pour 100 habitants ».</summary>
    public string TitleWithUnit => Title.EndsWith(Unit, StringComparison.OrdinalIgnoreCase) ? Title : $"{Title} ({Unit})";

    /// <summary>Every measure it needs.</summary>
    public IEnumerable<string> Measures => [.. Of, .. Per ?? []];

    /// <summary>Things are counted: a map draws them by size, never as surfaces.</summary>
    public bool IsCount => Kind == IndicatorKind.Count;

    /// <summary>Two figures differ by points, or by so many of the unit; those of counts and amounts by per cent.</summary>
    public bool IsInPoints => Kind is IndicatorKind.Rate or IndicatorKind.Change || Unit.StartsWith('%');

    public SeriesBreak? BreakBetween(string before, string after) =>
        Breaks?.FirstOrDefault(one => string.CompareOrdinal(one.Period, before) > 0 && string.CompareOrdinal(one.Period, after) <= 0);
}

public enum IndicatorKind
{
    /// <summary>A sum of counts or amounts.</summary>
    Count,

    /// <summary>As the producer gives it, and at the levels it gives: a median, a rate.</summary>
    Value,

    /// <summary>A sum over a sum.</summary>
    Rate,

    /// <summary>Average yearly change of a sum: (end / start)^(1 / years) − 1, in per cent.</summary>
    Change,
}

public enum Direction
{
    Neither,
    Up,
    Down,
}

/// <summary>From this period on, figures do not compare with those before.</summary>
/// <param name="Period">The first that is counted otherwise.</param>
public sealed record SeriesBreak(string Period, string Why);

/// <summary>When a figure deserves to be told of. Any that is given suffices.</summary>
/// <param name="Change">Against the period before, in per cent of a count or value, in points of a rate; the way that is not good news.</param>
/// <param name="Above">In the unit of the indicator; null for none.</param>
/// <param name="Gap">Above the region by so many per cent (points for a rate).</param>
public sealed record AlertRule([DefaultValue(0)] decimal Change = 0, [DefaultValue(0)] decimal Above = 0, [DefaultValue(0)] decimal Below = 0, [DefaultValue(0)] decimal Gap = 0);
