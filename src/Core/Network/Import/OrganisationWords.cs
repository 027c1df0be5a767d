using System.Text.RegularExpressions;
using Almanach.Core.French;

namespace Almanach.Core.Network.Import;

/// <summary>How a new organisation is named in a sentence, and its id.</summary>
public static partial class OrganisationWords
{
    private static readonly (string[] Words, string Article)[] Articles =
    [
        (["departement", "conseil", "centre", "comite", "groupement", "groupe", "syndicat", "pole", "service", "rectorat", "ministere", "secretariat", "collectif", "reseau", "ccas", "cias", "cnfpt", "crous"], "le "),
        (["region", "caisse", "communaute", "metropole", "direction", "federation", "mutualite", "mutuelle", "ville", "commune", "maison", "prefecture", "mission", "chambre", "fondation", "delegation", "societe", "dreets", "dreal", "caf", "msa", "cpam", "carsat"], "la "),
        (["union", "universite", "agence", "association", "observatoire", "institut", "insee", "ars", "office", "ecole", "academie", "udaf", "uriopss", "urssaf", "ors", "hopital", "etablissement", "espace"], "l’"),
    ];

    /// <summary>« le Département de la Drôme »; null when its first word does not tell the article.</summary>
    public static string? For(string name)
    {
        var first = ColumnReader.Plain(name).Split(' ')[0];
        var article = Articles.FirstOrDefault(row => row.Words.Contains(first)).Article;
        return article is null ? null : article + name;
    }

    /// <summary>Its acronym, else the words of its name; unlike all ids given.</summary>
    public static string Id(string name, IReadOnlyCollection<string> taken)
    {
        var acronym = Acronym().Match(name).Groups[1].Value;
        var slug = Typography.Slug(acronym.Length > 0 ? acronym : name, 40) is { Length: > 0 } words ? words.TrimStart('-') : "organisme";
        var free = slug;
        for (var copy = 2; taken.Contains(free); copy++)
            free = $"{slug}-{copy}";
        return free;
    }

    [GeneratedRegex(@"\(([A-Z0-9-]{3,12})\)")]
    private static partial Regex Acronym();
}
