using Almanach.Core.Network.Import;
using Almanach.Core.Tables;

namespace Almanach.Core.Library.Catalogue.Import;

/// <summary>What a column of an inventory holds.</summary>
public enum CardField
{
    Title,
    Kind,
    Producers,
    From,
    Until,

    /// <summary>Both years in one cell, or one: « 2006-2013 ».</summary>
    Period,
    Published,
    Territories,
    Area,
    Themes,
    Summary,
    Address,
    Access,
    Conditions,
    Rhythm,
    Service,
    Mailbox,
    Method,
    Licence,
    Diffusion,

    /// <summary>The address or the id of the entry, as an export of ours gives it.</summary>
    Entry,
}

/// <summary>Recognises the columns of an inventory as people name them.</summary>
public static class CardColumns
{
    /// <summary>Rows among which the head is looked for.</summary>
    private const int HeadWithin = 15;

    private static readonly (CardField Field, string Name, string[] Names)[] Known =
    [
        (CardField.Title, "titre", ["titre", "intitule", "titre de l etude", "nom de l etude", "nom de la source", "nom", "etude", "denomination", "libelle"]),
        (CardField.Kind, "sorte", ["sorte", "type", "nature", "type de document", "type d etude", "categorie"]),
        (CardField.Producers, "producteur", ["producteurs", "producteur", "auteur", "auteurs", "organisme", "organismes", "organisme producteur", "structure", "maitre d ouvrage", "maitrise d ouvrage"]),
        (CardField.From, "première année", ["premiere annee", "debut", "annee de debut", "depuis", "de"]),
        (CardField.Until, "dernière année", ["derniere annee", "fin", "annee de fin", "jusqu en", "a"]),
        (CardField.Period, "année ou période", ["annee", "annees", "periode", "periode couverte", "millesime", "serie"]),
        (CardField.Published, "parution", ["parution", "date de parution", "date de publication", "publication", "publie le", "date"]),
        (CardField.Territories, "territoires", ["territoires", "territoire", "zone geographique", "perimetre", "couverture", "couverture geographique", "departement", "departements"]),
        (CardField.Area, "précision du territoire", ["precision", "echelon", "echelons", "maille", "echelle", "niveau geographique"]),
        (CardField.Themes, "thèmes", ["themes", "theme", "thematique", "thematiques", "domaine", "domaines", "mots cles"]),
        (CardField.Summary, "résumé", ["resume", "description", "contenu", "presentation", "objet", "objectifs"]),
        (CardField.Address, "adresse", ["adresse", "lien", "url", "lien internet", "adresse web", "adresse internet", "site", "site internet"]),
        (CardField.Access, "accès", ["acces", "conditions d acces", "disponibilite", "accessibilite"]),
        (CardField.Conditions, "conditions", ["conditions", "modalites", "modalites d acces"]),
        (CardField.Rhythm, "périodicité", ["periodicite", "frequence", "mise a jour", "actualisation"]),
        (CardField.Service, "service", ["service", "contact", "interlocuteur", "service contact"]),
        (CardField.Mailbox, "boîte du service", ["boite", "courriel", "mail", "email", "e mail", "adresse mail", "boite du service"]),
        (CardField.Method, "méthode", ["methode", "methodologie", "note methodologique", "note de methode"]),
        (CardField.Licence, "licence", ["licence", "droits"]),
        (CardField.Diffusion, "diffusion", ["diffusion", "visibilite"]),
        (CardField.Entry, "fiche", ["fiche", "id", "identifiant"]),
    ];

    public static string Name(CardField field) => Known.First(known => known.Field == field).Name;

    /// <summary>The columns that are known, in a sentence's words.</summary>
    public static IEnumerable<string> Names => Known.Select(known => known.Name);

    /// <summary>Of the head of a column; null for one that is left aside.</summary>
    public static CardField? Of(string head) => ColumnReader.Plain(head) is { Length: > 0 } plain && Known.FirstOrDefault(known => known.Names.Contains(plain)) is { Name: not null } found ? found.Field : null;

    /// <summary>Where the head stands and which column holds what; null where no row names a title.</summary>
    public static (int Row, IReadOnlyDictionary<CardField, int> Columns)? Head(ImportedTable table)
    {
        var best = table.Rows.Take(HeadWithin).Select((row, index) => (Row: index, Columns: Columns(row.Cells)))
            .Where(head => head.Columns.Count >= 2 && head.Columns.ContainsKey(CardField.Title)).OrderByDescending(head => head.Columns.Count).ThenBy(head => head.Row).FirstOrDefault();
        return best.Columns is null ? null : best;
    }

    /// <summary>A field is taken once, from the first column that has it.</summary>
    private static IReadOnlyDictionary<CardField, int> Columns(IReadOnlyList<string> head)
    {
        Dictionary<CardField, int> columns = [];
        foreach (var (index, name) in head.Index())
            if (Of(name) is { } field)
                columns.TryAdd(field, index);
        return columns;
    }
}
