using System.Text.RegularExpressions;
using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Series;
using Almanach.Core.Platforms.Reading;
using Level = Almanach.Core.Data.Territories.TerritoryLevel;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What <c>indicateurs.json</c> must mean: what is named exists, only additive measures are summed, no rate is a sum.</summary>
internal static class IndicatorChecks
{
    /// <summary>Null where the file is absent: the platform has no dashboard.</summary>
    public static IndicatorCatalogue? Read(string? text, Platform? platform, Findings found)
    {
        if (text is null || JsonFit.Read<IndicatorCatalogue>(text, found) is not { } catalogue)
            return null;
        var sources = new Known("une source", "/sources", catalogue.Sources.Select(source => source.Id), found);
        var domains = new Known("un domaine", "/domains", catalogue.Domains.Select(domain => domain.Id), found);
        var measures = new Known("une mesure", "/measures", catalogue.Measures.Select(measure => measure.Id), found);
        _ = new Known("une lecture", "/readings", catalogue.Readings.Select(reading => reading.Id), found);
        var indicators = new Known("un indicateur", "/indicators", catalogue.Indicators.Select(indicator => indicator.Id), found);
        if (catalogue.Indicators.Count > IndicatorCatalogue.MostIndicators)
            found.Error("/indicators", $"Il y a {catalogue.Indicators.Count} indicateurs.", $"En garder {IndicatorCatalogue.MostIndicators} au plus.");
        foreach (var (index, measure) in catalogue.Measures.Index())
        {
            sources.Check(measure.Source, $"/measures/{index}/source", found);
            foreach (var (at, part) in (measure.Parts ?? []).Index())
                measures.Check(part, $"/measures/{index}/parts/{at}", found);
            Decimals(measure.Decimals, $"/measures/{index}/decimals", found);
            if (measure.Rounding < 0)
                found.Error($"/measures/{index}/rounding", $"{measure.Rounding} est négatif.", "Donner le nombre dont les chiffres sont des multiples (5), ou 0 s’ils ne sont pas arrondis.");
        }
        foreach (var (index, reading) in catalogue.Readings.Index())
            Reading(reading, $"/readings/{index}", sources, measures, platform, found);
        foreach (var (index, indicator) in catalogue.Indicators.Index())
            Indicator(indicator, $"/indicators/{index}", catalogue, domains, measures, found);
        if (catalogue.Portraits is { } portraits)
            Portraits(portraits, indicators, found);
        return catalogue;
    }

    private static void Reading(SeriesReading reading, string place, Known sources, Known measures, Platform? platform, Findings found)
    {
        sources.Check(reading.Source, $"{place}/source", found);
        PlatformChecks.Given(reading.Title, $"{place}/title", found);
        PlatformChecks.Given(reading.Territory, $"{place}/territory", found);
        if (reading.TerritoryYear is < 1999 or > 2100)
            found.Error($"{place}/territoryYear", $"{reading.TerritoryYear} est hors des limites.", "Donner l’année de la liste des codes que suit le fichier, de 1999 à 2100.");
        if (reading.Columns.Count == 0)
            found.Error($"{place}/columns", "Cette lecture ne lit aucune colonne.", "Nommer au moins une colonne de chiffres et sa mesure.");
        if (reading.Delivery.Length > 0 && platform is not null && platform.DataOrEmpty().Find(reading.Delivery) is null)
            found.Error($"{place}/delivery", $"La livraison « {reading.Delivery} » n’est pas dans « data » de platform.json.", "Écrire l’identifiant d’une livraison attendue, ou rien.");
        foreach (var (at, column) in reading.Columns.Index())
        {
            measures.Check(column.Measure, $"{place}/columns/{at}/measure", found);
            if (column.TerritoryYear is not 0 and (< 1999 or > 2100))
                found.Error($"{place}/columns/{at}/territoryYear", $"{column.TerritoryYear} est hors des limites.", "Donner l’année de la liste dont ces chiffres ont les limites, de 1999 à 2100, ou rien.");
            if (column.IsPattern && !IsPattern(column.Column))
                found.Error($"{place}/columns/{at}/column", $"« {column.Column} » n’est pas un motif.", "Fermer les parenthèses, par exemple « p(\\d\\d)_pop ».");
            if (column.Period.Length > 0 && !column.IsPattern && !Period.IsValid(column.Period))
                found.Error($"{place}/columns/{at}/period", $"« {column.Period} » n’est pas une période.", "Écrire 2020, 2020-12 (un mois) ou 2020-T4 (un trimestre).");
            if (column.Period.Length == 0 && reading.PeriodColumn.Length == 0 && !Period.IsValid(reading.PeriodIn(2022)))
                found.Error($"{place}/columns/{at}/period", "Aucune période n’est donnée.", "Donner une période à la colonne ou à la lecture, ou la colonne qui la contient.");
        }
    }

    private static void Indicator(Indicator indicator, string place, IndicatorCatalogue catalogue, Known domains, Known measures, Findings found)
    {
        domains.Check(indicator.Domain, $"{place}/domain", found);
        foreach (var (name, text) in new[] { ("title", indicator.Title), ("unit", indicator.Unit), ("definition", indicator.Definition) })
            PlatformChecks.Given(text, $"{place}/{name}", found);
        foreach (var (at, measure) in indicator.Of.Index())
            measures.Check(measure, $"{place}/of/{at}", found);
        foreach (var (at, measure) in (indicator.Per ?? []).Index())
            measures.Check(measure, $"{place}/per/{at}", found);
        Decimals(indicator.Decimals, $"{place}/decimals", found);
        if (indicator.Of.Count == 0)
            found.Error($"{place}/of", "Cet indicateur n’a pas de mesure.", "En nommer une au moins.");
        if (indicator.Kind == IndicatorKind.Rate && indicator.Per is not { Count: > 0 })
            found.Error($"{place}/per", "Un taux a un dénominateur.", "Nommer la mesure par laquelle on divise.");
        if (indicator.Kind == IndicatorKind.Value && indicator.Of.Count > 1)
            found.Error($"{place}/of", "Une valeur est d’une seule mesure.", "N’en garder qu’une, ou écrire « count » si les mesures s’additionnent.");
        if (indicator.Kind == IndicatorKind.Change && indicator.Years is < 1 or > 50)
            found.Error($"{place}/years", $"{indicator.Years} est hors des limites.", "Donner de 1 à 50 années.");
        if (indicator.Kind != IndicatorKind.Value)
            foreach (var measure in indicator.Measures.Select(catalogue.MeasureOf).OfType<Measure>().Where(measure => !measure.Additive).Take(1))
                found.Error($"{place}/of", $"« {measure.Name} » ne s’additionne pas.", "Écrire « value », ou déclarer la mesure additive si c’est un effectif ou un montant.");
        foreach (var (at, one) in (indicator.Breaks ?? []).Index())
            if (!Period.IsValid(one.Period))
                found.Error($"{place}/breaks/{at}/period", $"« {one.Period} » n’est pas une période.", "Écrire 2020, 2020-12 (un mois) ou 2020-T4 (un trimestre).");
    }

    private static void Portraits(PortraitSetting portraits, Known indicators, Findings found)
    {
        const string place = "/portraits";
        if (portraits.FirstDepartmentalYear is < 2000 or > 2100)
            found.Error($"{place}/firstDepartmentalYear", $"{portraits.FirstDepartmentalYear} est hors des limites.", "Donner une année de portraits départementaux, de 2000 à 2100.");
        Named(portraits.KeyFigures, $"{place}/keyFigures", PortraitSetting.MostKeyFigures, indicators, found);
        Named(portraits.Table, $"{place}/table", PortraitSetting.MostColumns, indicators, found);
        if (portraits.Pages.Count != PortraitSetting.ThemedPages)
            found.Error($"{place}/pages", $"Un portrait a quatre pages\u00A0: la première, et {PortraitSetting.ThemedPages} autres. Il y en a ici {portraits.Pages.Count}.", $"Décrire {PortraitSetting.ThemedPages} pages.");
        foreach (var (index, page) in portraits.Pages.Index())
        {
            PlatformChecks.Given(page.Title, $"{place}/pages/{index}/title", found);
            Named(page.Indicators, $"{place}/pages/{index}/indicators", PortraitTheme.MostIndicators, indicators, found);
            indicators.Check(page.Map, $"{place}/pages/{index}/map", found);
            if (page.Level is not (Level.Intercommunality or Level.Municipality or Level.Canton or Level.LivingArea or Level.EmploymentZone or Level.Arrondissement))
                found.Error($"{place}/pages/{index}/level", "Un département ne se divise pas ainsi.", "Écrire « intercommunality », « municipality », « canton », « livingArea », « employmentZone » ou « arrondissement ».");
        }
    }

    private static void Named(IReadOnlyList<string> named, string place, int most, Known indicators, Findings found)
    {
        if (named.Count == 0 || named.Count > most)
            found.Error(place, named.Count == 0 ? "Aucun indicateur n’est nommé." : $"Il y a {named.Count} indicateurs.", $"En nommer de 1 à {most}.");
        foreach (var (at, id) in named.Index())
            indicators.Check(id, $"{place}/{at}", found);
    }

    private static bool IsPattern(string text)
    {
        try
        {
            _ = new Regex(text);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Decimals(int decimals, string place, Findings found)
    {
        if (decimals is < 0 or > 6)
            found.Error(place, $"{decimals} est hors des limites.", "Donner de 0 à 6 décimales.");
    }
}
