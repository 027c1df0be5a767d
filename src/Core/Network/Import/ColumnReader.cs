using System.Text.RegularExpressions;
using Almanach.Core.French;
using Almanach.Core.Platforms;
using Almanach.Core.Tables;

namespace Almanach.Core.Network.Import;

/// <summary>Recognises columns as people name them.</summary>
public static partial class ColumnReader
{
    /// <summary>Rows among which the head is looked for: titles and dates often stand above it.</summary>
    private const int HeadWithin = 15;

    private static readonly (Meaning Meaning, string[] Names)[] Known =
    [
        (Meaning.OrganisationFor, ["pour", "article"]),
        (Meaning.Organisation, ["organisme", "organismes", "organisation", "structure", "institution", "etablissement", "entite", "employeur", "raison sociale", "membre",
            "nom de l organisme", "nom organisme", "nom de la structure", "nom structure", "nom de l organisation", "nom de l institution", "organisme membre"]),
        (Meaning.College, ["college", "college d appartenance"]),
        (Meaning.OrganisationKind, ["type", "type d organisme", "type organisme", "type de structure", "categorie", "nature"]),
        (Meaning.Charter, ["charte", "signature de la charte", "date de signature", "date de signature de la charte", "charte signee le"]),
        (Meaning.Commitment, ["engagement", "niveau d engagement"]),
        (Meaning.SurnameFirst, ["nom prenom", "nom et prenom", "nom prenoms", "noms prenoms", "nom et prenoms", "contact", "nom du contact", "personne", "interlocuteur",
            "interlocutrice", "representant", "representante", "nom complet", "correspondant"]),
        (Meaning.FirstNameFirst, ["prenom nom", "prenom et nom", "prenoms nom"]),
        (Meaning.FirstName, ["prenom", "prenoms"]),
        (Meaning.LastName, ["nom", "nom de famille", "nom d usage", "noms", "patronyme"]),
        (Meaning.Address, ["mail", "mails", "email", "emails", "e mail", "e mails", "courriel", "courriels", "mel", "adresse mail", "adresse email", "adresse e mail", "adresses mail",
            "adresse electronique", "adresse courriel", "mail professionnel", "email professionnel", "courrier electronique", "adresse de messagerie", "messagerie"]),
        (Meaning.Function, ["fonction", "fonctions", "poste", "qualite", "titre", "emploi", "service", "fonction ou service"]),
        (Meaning.Roles, ["role", "roles", "role s", "role dans la plate forme", "roles dans la plate forme", "role dans le reseau", "roles dans le reseau"]),
        (Meaning.Source, ["source", "origine", "provenance"]),
    ];

    /// <summary>The head of a table and what its columns mean; null where no row looks like a head.</summary>
    public static (int Row, IReadOnlyList<MeantColumn> Columns)? Head(ImportedTable table, Platform platform)
    {
        var best = table.Rows.Take(HeadWithin).Select((row, index) => (Row: index, Columns: Of(row.Cells, platform)))
            .Where(head => head.Columns.Count >= 2 && head.Columns.Any(column => column.Meaning is Meaning.Address or Meaning.Organisation))
            .OrderByDescending(head => head.Columns.Count).ThenBy(head => head.Row).FirstOrDefault();
        return best.Columns is null ? null : (best.Row, Named(best.Columns, [.. table.Rows.Skip(best.Row + 1).Take(200)]));
    }

    /// <summary>A meaning is taken once, by the first column that has it; several may hold addresses or bodies.</summary>
    public static IReadOnlyList<MeantColumn> Of(IReadOnlyList<string> head, Platform platform)
    {
        List<MeantColumn> columns = [];
        foreach (var (index, name) in head.Index())
            if (Of(name, platform) is { } meant && (meant.Meaning is Meaning.Address or Meaning.Body || columns.All(column => column.Meaning != meant.Meaning)))
                columns.Add(new MeantColumn(index, meant.Meaning, meant.Body));
        return columns;
    }

    private static (Meaning Meaning, string? Body)? Of(string name, Platform platform)
    {
        var plain = Plain(name);
        if (plain.Length == 0)
            return null;
        foreach (var (meaning, names) in Known)
            if (names.Contains(plain))
                return (meaning, null);
        if (plain.StartsWith("referent", StringComparison.Ordinal))
            return (Meaning.Referent, null);
        if (plain.StartsWith("suppleant", StringComparison.Ordinal))
            return (Meaning.Suppleant, null);
        var body = platform.Bodies.FirstOrDefault(body => new[] { body.Id, body.Short, body.Name }.Any(known => Plain(known) is { Length: > 0 } word
            && (plain == word || plain == $"membre {word}" || plain == $"membre du {word}" || plain.StartsWith(word + " o n", StringComparison.Ordinal))));
        return body is null ? null : (Meaning.Body, body.Id);
    }

    /// <summary>« Référent » over names, « Nom » over whole names: the cells say what the head leaves open.</summary>
    private static IReadOnlyList<MeantColumn> Named(IReadOnlyList<MeantColumn> columns, IReadOnlyList<ImportedRow> rows)
    {
        var whole = columns.Any(column => column.Meaning is Meaning.SurnameFirst or Meaning.FirstNameFirst or Meaning.FirstName);
        return [.. columns.Select(column => column.Meaning switch
        {
            Meaning.LastName when !whole && Mostly(rows, column.Index, cell => cell.Trim().Contains(' ')) => column with { Meaning = Meaning.SurnameFirst },
            Meaning.Referent when !whole && columns.All(other => other.Meaning != Meaning.LastName) && Mostly(rows, column.Index, cell => YesNo(cell) is null) =>
                column with { Meaning = Meaning.SurnameFirst },
            _ => column,
        })];
    }

    private static bool Mostly(IReadOnlyList<ImportedRow> rows, int column, Func<string, bool> holds)
    {
        var filled = rows.Select(row => row[column]).Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
        return filled.Count > 0 && filled.Count(holds) * 2 > filled.Count;
    }

    /// <summary>Yes, no, or null for another word; a blank cell says nothing.</summary>
    public static bool? YesNo(string cell) => Plain(cell) switch
    {
        "o" or "oui" or "x" or "1" or "vrai" or "true" or "yes" or "ok" => true,
        "n" or "non" or "0" or "faux" or "false" or "no" => false,
        _ => cell.Trim() is "✓" or "✔" or "☑" ? true : null,
    };

    /// <summary>Lower case, no accent, words apart by one space: « Référent O/N » gives « referent o n ».</summary>
    public static string Plain(string text) => Signs().Replace(Typography.Fold(text), " ").Trim();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Signs();
}
