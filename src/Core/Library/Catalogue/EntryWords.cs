using Almanach.Core.French;

namespace Almanach.Core.Library.Catalogue;

/// <summary>An entry in words.</summary>
public static class EntryWords
{
    public static string Name(EntryKind kind) => kind switch
    {
        EntryKind.Study => "étude",
        EntryKind.Report => "rapport",
        EntryKind.Survey => "enquête",
        EntryKind.DataSource => "source de données",
        EntryKind.Dashboard => "tableau de bord ou atlas",
        EntryKind.Publication => "autre publication",
    };

    /// <summary>A source goes on: it has a rhythm and a first year rather than an end.</summary>
    public static bool IsSource(this EntryKind kind) => kind is EntryKind.DataSource or EntryKind.Dashboard;

    public static string Name(EntryAccess access) => access switch
    {
        EntryAccess.Open => "accès libre",
        EntryAccess.OnRequest => "sur demande",
        EntryAccess.MembersOnly => "réservé aux membres de la plate-forme",
    };

    public static string Name(EntryDiffusion diffusion) => diffusion switch
    {
        EntryDiffusion.Public => "publique",
        EntryDiffusion.Internal => "interne",
    };

    public static string Name(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Unknown => "",
        Rhythm.Once => "une seule fois",
        Rhythm.Monthly => "tous les mois",
        Rhythm.Quarterly => "tous les trimestres",
        Rhythm.Yearly => "tous les ans",
        Rhythm.EveryOtherYear => "tous les deux ans",
        Rhythm.Irregular => "sans périodicité fixe",
    };

    /// <summary>« 2021 », « 2006-2013 », « depuis 2009 »; empty where nothing is known.</summary>
    public static string Period(EntryCard card) => (card.From, card.Until) switch
    {
        (null, null) => card.Published is { } day ? $"{day.Year}" : "",
        (null, { } until) => $"jusqu’en {until}",
        ({ } from, null) => card.Kind.IsSource() ? $"depuis {from}" : $"{from}",
        ({ } from, { } until) => from == until ? $"{from}" : $"{from}-{until}",
    };

    /// <summary>A reference to copy: who, title, when, where.</summary>
    /// <param name="address">The permanent address of the entry, for what has none of its own.</param>
    public static string Citation(EntryCard card, IReadOnlyList<string> producers, string platform, string address)
    {
        var when = Period(card);
        return $"{Lists.Join(producers)}, «\u00A0{card.Title}\u00A0»{(when.Length > 0 ? $", {when}" : "")}, {Name(card.Kind)}. "
            + $"Fiche du catalogue de la {platform}\u00A0: {address}";
    }
}
