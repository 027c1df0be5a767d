using Almanach.Core.Data.Dashboard;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;
using Almanach.Core.French;
using static Almanach.Core.Data.Portraits.FrenchPhrase;

namespace Almanach.Core.Data.Portraits;

/// <summary>A figure somewhere else, to be held against: « dans la région », « en France métropolitaine ».</summary>
/// <param name="In">With the preposition.</param>
/// <param name="Then">At the start of the change; null where it does not compare.</param>
public sealed record Beside(string In, Figure Now, Figure? Then);

/// <summary>A part of the territory: an EPCI, a municipality, a department.</summary>
/// <param name="The">With its article, where it has one.</param>
public sealed record Part(string Name, Figure Figure, string The);

/// <summary>What a portrait says of one indicator, in facts alone: sentences are made of it, and of nothing else.</summary>
/// <param name="Period">Null where the indicator has no figure up to that year.</param>
/// <param name="Since">Where the change begins; null for none that compares.</param>
/// <param name="Break">Why figures before do not compare; null where they do.</param>
/// <param name="Parts">In any order.</param>
/// <param name="PartLevel">Of <paramref name="Parts"/>.</param>
/// <param name="LargeOnly">Parts are municipalities of 2,000 inhabitants or more.</param>
/// <param name="Whole">« région » or « France métropolitaine », of which a count is a share; empty for none.</param>
public sealed record IndicatorFacts(
    Indicator Indicator, PlaceWords Place, string? Period, Figure Now, string? Since, Figure Then, SeriesBreak? Break, IReadOnlyList<Beside> Wider,
    TerritoryLevel PartLevel, IReadOnlyList<Part> Parts, bool LargeOnly, string Whole, IReadOnlyList<string> Producers, string OwnLevel);

/// <summary>Sentences in French out of facts. What is hidden or missing is said, never passed over.</summary>
public static class PortraitSentences
{
    /// <summary>The paragraphs of an indicator, each with a key that stays.</summary>
    public static IReadOnlyList<Paragraph> Of(IndicatorFacts facts)
    {
        List<Paragraph> all = [];
        void Add(string part, string? text)
        {
            if (text is not null)
                all.Add(Paragraph.Of($"{facts.Indicator.Id}-{part}", text));
        }
        Add("valeur", Value(facts));
        Add("evolution", Change(facts));
        Add("territoires", Parts(facts));
        return all;
    }

    /// <summary>The figure and how it compares; or why there is none.</summary>
    public static string Value(IndicatorFacts facts)
    {
        var said = new SaidIndicator(facts.Indicator);
        if (facts.Period is not { } period)
            return $"{Capitals.First(said.The)}\u00A0: pas encore de chiffres.{(facts.Producers.Count == 0 ? "" : $" Fichiers attendus\u00A0: {string.Join(", ", facts.Producers)}.")}";
        var when = Capitals.First(Period.In(period));
        if (facts.Indicator.IsCount && facts.Now is { State: FigureState.Given or FigureState.Incomplete, Value: > 0 })
            return Count(facts, said, when);
        if (!facts.Now.IsGiven)
            return Lacking(facts, said, when);
        return $"{when}, {said.The} {said.Is} de {said.Amount(facts.Now.Value)} {facts.Place.In}{Comparison(facts, said)}.";
    }

    /// <summary>Against an earlier period, never across a break of the series; null where nothing can be said.</summary>
    public static string? Change(IndicatorFacts facts)
    {
        if (facts.Period is null || !facts.Now.IsGiven)
            return null;
        var said = new SaidIndicator(facts.Indicator);
        var rupture = facts.Break is { } broken ? $"Les chiffres d’avant {Series.Period.Label(broken.Period)} ne se comparent pas à ceux d’après\u00A0: {Ended(broken.Why)}" : null;
        if (facts.Since is not { } since || !facts.Then.IsGiven)
            return rupture;
        var change = facts.Indicator.IsCount ? Gained(facts, said, since) : Moved(facts, said, since);
        return rupture is null ? change : $"{change} {rupture}";
    }

    /// <summary>The highest and the lowest part, and those without a figure; null without parts.</summary>
    public static string? Parts(IndicatorFacts facts)
    {
        if (facts.Period is null || facts.Parts.Count < 2)
            return null;
        var said = new SaidIndicator(facts.Indicator);
        var given = facts.Parts.Where(part => part.Figure.IsGiven).OrderBy(part => part.Figure.Value).ThenBy(part => part.Name, StringComparer.Ordinal).ToList();
        var none = Without(facts);
        if (given.Count == 0)
            return none;
        var sentence = given.Count == 1
            ? $"Un seul chiffre est connu parmi les {PartsSaid(facts)}\u00A0: {said.Amount(given[0].Figure.Value)} ({given[0].Name})."
            : facts.Indicator.IsCount ? CountSpan(facts, said, given) : Span(facts, said, given);
        return none is null ? sentence : $"{sentence} {none}";
    }

    private static string Count(IndicatorFacts facts, SaidIndicator said, string when)
    {
        var verb = facts.Place.IsPlural ? "comptent" : "compte";
        if (facts.Now.State == FigureState.Incomplete)
            return $"{when}, {facts.Place.The} {verb} au moins {Numbers.Decimal(facts.Now.Value, 0)}\u00A0{said.Things}\u00A0: {Numbers.Count(facts.Now.Lacking, "commune n’a", "communes n’ont")} pas de chiffre.";
        var whole = facts.Wider.FirstOrDefault();
        var share = facts.Whole.Length > 0 && whole is { Now: { IsGiven: true, Value: > 0 } } ? $", soit {Numbers.Decimal(facts.Now.Value / whole.Now.Value * 100, 1)}\u00A0% du total {facts.Whole}" : "";
        return $"{when}, {facts.Place.The} {verb} {Numbers.Decimal(facts.Now.Value, 0)}\u00A0{said.Things}{share}.";
    }

    private static string Lacking(IndicatorFacts facts, SaidIndicator said, string when)
    {
        var why = facts.Now.State switch
        {
            FigureState.Given or FigureState.Incomplete or FigureState.NotAdditive or FigureState.OtherBounds or FigureState.Blank or FigureState.Absent => null,
            _ => FigureWords.Why(facts.Now),
        };
        var first = why is not null ? $"{when}, le chiffre {facts.OwnLevel} est {why}" : facts.Now.State switch
        {
            FigureState.Incomplete => $"{when}, le chiffre {facts.OwnLevel} ne peut être établi\u00A0: {Numbers.Count(facts.Now.Lacking, "commune n’a", "communes n’ont")} pas de chiffre",
            FigureState.NotAdditive or FigureState.OtherBounds => $"{when}, le chiffre {facts.OwnLevel} n’est pas donné\u00A0: {FigureWords.Why(facts.Now)}",
            _ => $"Pour {said.The}, le chiffre {facts.OwnLevel} n’est pas dans les données reçues",
        };
        var given = facts.Parts.Where(part => part.Figure.IsGiven).Select(part => part.Figure.Value).Order().ToList();
        if (facts.Indicator.Kind != IndicatorKind.Value || given.Count < 3)
            return $"{first}.";
        // What stands for parts is no figure of the whole, and is not said to be.
        return $"{first}, et il ne se déduit pas de ceux des {LevelNames.Many(facts.PartLevel)}. {Capitals.First(Series.Period.In(facts.Period!))}, {said.The} {(said.IsPlural ? "atteignent ou dépassent" : "atteint ou dépasse")} {said.Amount(given[given.Count / 2])} dans la moitié des {PartsSaid(facts)}.";
    }

    private static string Comparison(IndicatorFacts facts, SaidIndicator said)
    {
        var known = facts.Wider.Where(wider => wider.Now.IsGiven).Select(wider => (wider.In, Amount: said.Amount(wider.Now.Value), Sign: Math.Sign(said.Shown(facts.Now.Value) - said.Shown(wider.Now.Value)))).ToList();
        string One((string In, string Amount, int Sign) wider) => wider.Sign == 0 ? $"{said.Compared(0)} {Than(wider.In)}" : $"{said.Compared(wider.Sign)} {Than(wider.In)} ({wider.Amount})";
        return known switch
        {
            [] => "",
            [var one] => $"\u00A0: {said.It} {said.Is} {One(one)}",
            [var one, var two, ..] when one.Sign == two.Sign => $"\u00A0: {said.It} {said.Is} {One(one)} et {Than(two.In)}{(two.Sign == 0 ? "" : $" ({two.Amount})")}",
            [var one, var two, ..] when one.Sign == 0 || two.Sign == 0 => $"\u00A0: {said.It} {said.Is} {One(one)} et {One(two)}",
            [var one, var two, ..] => $"\u00A0: {said.It} {said.Is} {One(one)}, mais {One(two)}",
        };
    }

    /// <summary>« que dans la région », « qu’en France métropolitaine ».</summary>
    private static string Than(string place) => "aeiouà".Contains(Typography.Fold(place)[0], StringComparison.Ordinal) ? $"qu’{place}" : $"que {place}";

    private static string Gained(IndicatorFacts facts, SaidIndicator said, string since)
    {
        var years = Series.Period.Year(facts.Period!)!.Value - Series.Period.Year(since)!.Value;
        var moved = facts.Now.Value - facts.Then.Value;
        if (moved == 0)
            return $"Ce nombre est le même qu’{Series.Period.In(since)}.";
        var yearly = IndicatorFigures.Yearly(facts.Then.Value, facts.Now.Value, Math.Max(1, years));
        var region = facts.Wider.FirstOrDefault() is { Now.IsGiven: true, Then.IsGiven: true } wider && IndicatorFigures.Yearly(wider.Then!.Value.Value, wider.Now.Value, Math.Max(1, years)) is { } theirs
            ? yearly is { } ours && Numbers.Signed(ours, 1) == Numbers.Signed(theirs, 1) ? $", comme {wider.In}" : $", contre {Numbers.Signed(theirs, 1)}\u00A0% {wider.In}" : "";
        var rate = yearly is not { } rise ? "" : years <= 1 ? $", soit {Numbers.Signed((facts.Now.Value / facts.Then.Value - 1) * 100, 1)}\u00A0%" : $", soit {Numbers.Signed(rise, 1)}\u00A0% par an en moyenne{region}";
        var size = Numbers.Decimal(Math.Abs(moved), 0);
        var one = Math.Abs(moved) == 1;
        if (facts.Indicator.Unit != "habitants")
            return $"C’est {size} de {(moved > 0 ? "plus" : "moins")} qu’{Series.Period.In(since)}{rate}.";
        var has = facts.Place.IsPlural ? "ont" : "a";
        var span = years <= 1 ? "en un an" : $"en {Numbers.Words(years)} ans";
        return $"{Capitals.First(facts.Place.The)} {has} {(moved > 0 ? "gagné" : "perdu")} {size}\u00A0{(one ? "habitant" : "habitants")} {span}{rate}.";
    }

    private static string Moved(IndicatorFacts facts, SaidIndicator said, string since)
    {
        var points = facts.Indicator.IsInPoints;
        decimal? Of(Figure then, Figure now) => RowMaker.Change(facts.Indicator, then, now);
        if (Of(facts.Then, facts.Now) is not { } moved)
            return "";
        var decimals = points ? Math.Max(1, facts.Indicator.Decimals) : 1;
        string Size(decimal value) => points
            ? facts.Indicator.Unit.StartsWith('%') ? $"{Numbers.Decimal(Math.Abs(value), decimals)}\u00A0{(Math.Abs(value) < 2 ? "point" : "points")}" : Numbers.Decimal(Math.Abs(value), decimals)
            : $"{Numbers.Decimal(Math.Abs(value), 1)}\u00A0%";
        if (Math.Round(moved, decimals, MidpointRounding.AwayFromZero) == 0)
            return $"{Capitals.First(said.It)} n’{said.Has} guère changé depuis {Series.Period.Label(since)}.";
        var current = facts.Indicator.Unit.StartsWith("euro", StringComparison.Ordinal) ? ", en euros courants" : "";
        var wide = facts.Wider.FirstOrDefault() is { Now.IsGiven: true, Then.IsGiven: true } wider && Of(wider.Then!.Value, wider.Now) is { } theirs && Math.Round(theirs, decimals, MidpointRounding.AwayFromZero) != 0
            ? $" ({(Math.Sign(theirs) == Math.Sign(moved) ? "" : theirs > 0 ? "hausse de " : "baisse de ")}{Size(theirs)} {wider.In})" : "";
        return $"Depuis {Series.Period.Label(since)}, {said.It} {said.Has} {(moved > 0 ? "augmenté" : "baissé")} de {Size(moved)}{wide}{current}.";
    }

    private static string Span(IndicatorFacts facts, SaidIndicator said, List<Part> given)
    {
        var (least, most) = (said.Shown(given[0].Figure.Value), said.Shown(given[^1].Figure.Value));
        var among = given.Count == facts.Parts.Count ? $"parmi les {Numbers.Digits(given.Count)}\u00A0{PartsSaid(facts)}" : $"parmi les {Numbers.Digits(given.Count)}\u00A0{PartsSaid(facts)} dont le chiffre est connu";
        if (least == most)
            return $"{Capitals.First(said.It)} {said.Is} {said.Compared(0)} {among}\u00A0: {said.Amount(least)}.";
        string Where(decimal value) => Several([.. given.Where(part => said.Shown(part.Figure.Value) == value).Select(part => part.Name)], LevelNames.Many(facts.PartLevel));
        return $"{Capitals.First(among)}, {said.The} {said.Goes} de {said.Amount(least)} ({Where(least)}) à {said.Amount(most)} ({Where(most)}).";
    }

    private static string CountSpan(IndicatorFacts facts, SaidIndicator said, List<Part> given)
    {
        var feminine = facts.PartLevel is TerritoryLevel.Municipality or TerritoryLevel.EmploymentZone;
        var one = facts.PartLevel == TerritoryLevel.Municipality ? "La commune" : facts.PartLevel == TerritoryLevel.EmploymentZone ? "La zone d’emploi" : facts.PartLevel == TerritoryLevel.Intercommunality ? "L’EPCI" : Capitals.First($"le {LevelNames.One(facts.PartLevel)}");
        return $"{one} qui compte le plus {Elision.De(said.Things)} est {given[^1].The} ({Numbers.Decimal(given[^1].Figure.Value, 0)})\u00A0; {(feminine ? "celle" : "celui")} qui en compte le moins, {given[0].The} ({Numbers.Decimal(given[0].Figure.Value, 0)}).";
    }

    /// <summary>Secret and missing figures of the parts, said plainly; null where none is.</summary>
    private static string? Without(IndicatorFacts facts)
    {
        var hidden = facts.Parts.Where(part => part.Figure.IsHidden).Select(part => part.The).Order(StringComparer.Ordinal).ToList();
        var missing = facts.Parts.Where(part => !part.Figure.IsGiven && !part.Figure.IsHidden).ToList();
        List<string> said = [];
        if (hidden.Count > 0)
            said.Add($"Le chiffre est couvert par le secret statistique pour {Several(hidden, LevelNames.Many(facts.PartLevel))}.");
        if (missing.Count > 0)
            said.Add($"{(hidden.Count > 0 ? "Il" : "Le chiffre")} manque pour {Several([.. missing.Select(part => part.The).Order(StringComparer.Ordinal)], LevelNames.Many(facts.PartLevel))} ({string.Join(", ", missing.Select(part => Reason(part.Figure)).Distinct())}).");
        return said.Count == 0 ? null : string.Join(' ', said);
    }

    private static string Reason(Figure figure) => figure.State switch
    {
        FigureState.Incomplete => "des communes n’ont pas de chiffre",
        FigureState.OtherBounds => "périmètre modifié depuis",
        FigureState.NotAdditive => "communes fusionnées depuis",
        FigureState.Blank or FigureState.Absent => "absent des fichiers reçus",
        _ => FigureWords.Why(figure) ?? "",
    };

    private static string PartsSaid(IndicatorFacts facts) => facts.LargeOnly ? "communes de 2\u202F000\u00A0habitants ou plus" : LevelNames.Many(facts.PartLevel);

    private static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : $"{sentence}.";
}
