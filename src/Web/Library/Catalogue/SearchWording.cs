using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Platforms;

namespace Almanach.Web.Library.Catalogue;

/// <summary>A search, and what it finds, in sentences.</summary>
internal static class SearchWording
{
    /// <summary>« 12 études et sources de données ».</summary>
    public static string Count(int count) => count switch
    {
        0 => "Aucune étude ni source de données",
        1 => "1 étude ou source de données",
        _ => Numbers.Count(count, "", "études et sources de données"),
    };

    /// <summary>Of the page of a search.</summary>
    public static string Title(SearchResult found) => found.Query.IsOpen ? "Catalogue" : $"{Count(found.Total)}, catalogue{(found.Query.Page > 1 ? $", page {found.Query.Page}" : "")}";

    /// <summary>« Rien sur ce thème en Ardèche », with what was asked for.</summary>
    public static string Nothing(CatalogueQuery query, CatalogueSetting setting)
    {
        var what = query.Kinds is [var kind] ? $"Aucun document de cette sorte ({EntryWords.Name(kind)})" : "Aucune étude ni source";
        var theme = query.Themes.Count switch { 0 => "", 1 => " sur ce thème", _ => " sur ces thèmes" };
        var where = setting.TerritoryOf(query.Territory) is { } territory ? $" {territory.In}" : "";
        var years = (query.From, query.Until) switch
        {
            (null, null) => "",
            ({ } from, null) => $" depuis {from}",
            (null, { } until) => $" jusqu’en {until}",
            ({ } from, { } until) => from == until ? $" en {from}" : $" de {from} à {until}",
        };
        var words = query.Words.Length > 0 ? $" avec les mots «\u00A0{query.Words}\u00A0»" : "";
        return $"{what}{theme}{where}{years}{words}.";
    }

    /// <summary>« Élargir : en Auvergne-Rhône-Alpes ».</summary>
    public static string Of(Widening widening) => widening.Kind switch
    {
        WideningKind.Territory => $"Élargir\u00A0: {widening.Territory!.In}",
        WideningKind.Anywhere => "Chercher sur tous les territoires",
        WideningKind.AnyYear => "Chercher sur toutes les années",
        WideningKind.AnyKind => "Chercher parmi toutes les sortes de documents",
        WideningKind.AnyProducer => "Chercher chez tous les producteurs",
        WideningKind.AnyTheme => "Chercher sur tous les thèmes",
        WideningKind.NoWords => "Chercher sans ces mots",
        WideningKind.Everything => "Voir tout le catalogue",
    };
}
