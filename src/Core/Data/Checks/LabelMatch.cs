using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;
using Almanach.Core.French;

namespace Almanach.Core.Data.Checks;

/// <summary>Which column holds which field, by its label.</summary>
internal static class LabelMatch
{
    /// <summary>For each field the place of its column, null where none bears its name; what differs is noted.</summary>
    public static IReadOnlyList<int?> Of(TableHead head, TableSchema schema, Findings findings)
    {
        var places = new int?[schema.Fields.Count];
        var free = head.Columns.Where(column => !column.IsBlank).ToList();
        void Take(Func<HeadColumn, SchemaField, bool> fits, Action<HeadColumn, SchemaField>? say)
        {
            for (var i = 0; i < places.Length; i++)
                if (places[i] is null && free.Find(column => fits(column, schema.Fields[i])) is { } column)
                {
                    places[i] = column.Place;
                    free.Remove(column);
                    say?.Invoke(column, schema.Fields[i]);
                }
        }
        Take((column, field) => column.Name == field.Name || column.Label == field.Name, null);
        Take((column, field) => Plain(column.Name) == Plain(field.Name) || Plain(column.Label) == Plain(field.Name) || (field.Title.Length > 0 && Plain(column.Label) == Plain(field.Title)), null);
        Take((column, field) => IsNear(Plain(column.Name), Plain(field.Name)), (column, field) =>
            findings.Errors.Add(Label(FindingTypes.IncorrectLabel, head, column, $"la colonne {Place.Quoted(column.Label)} devrait s’appeler {Place.Quoted(field.Name)}. Corrigez son en-tête si c’est bien elle.")));
        for (var i = 0; i < places.Length; i++)
            if (places[i] is null)
                findings.Errors.Add(new Finding(FindingTypes.MissingLabel, Row(head), null, schema.Fields[i].Name, null, $"La colonne {Place.Quoted(schema.Fields[i].Name)} manque. Ajoutez-la, ou vérifiez la ligne d’en-têtes."));
        foreach (var column in free)
            findings.Errors.Add(Label(FindingTypes.ExtraLabel, head, column, $"la colonne {Place.Quoted(column.Label)} n’est pas attendue. Retirez-la, ou signalez-la à la coordination si elle doit entrer."));
        return places;
    }

    /// <summary>What the labels alone tell, whatever the schema.</summary>
    public static void Check(TableHead head, Findings findings)
    {
        if (head.IsMissing)
            findings.Errors.Add(new Finding(FindingTypes.MissingLabel, head.FirstRow, null, null, null, "Le tableau n’a pas de ligne d’en-têtes\u00A0: sa première ligne contient déjà des données. Ajoutez au-dessus une ligne avec le nom de chaque colonne."));
        foreach (var column in head.Columns.Where(column => column.IsRepeated))
            findings.Errors.Add(Label(FindingTypes.DuplicateLabel, head, column, $"plusieurs colonnes s’appellent {Place.Quoted(column.Label)}. Donnez à chacune son propre nom."));
    }

    private static Finding Label(string type, TableHead head, HeadColumn column, string words) =>
        new(type, Row(head), column.Place + 1, column.Name, column.Label, $"Colonne {Letters.Of(column.Place)}\u00A0: {words}");

    private static int? Row(TableHead head) => head.IsMissing ? null : head.LastRow;

    /// <summary>Letters and digits, without accents or capitals.</summary>
    internal static string Plain(string text) => string.Concat(Typography.Fold(text).Where(char.IsLetterOrDigit));

    /// <summary>One slip of the hand in a long word, or the same but for its year.</summary>
    internal static bool IsNear(string one, string other) =>
        one.Length > 3 && other.Length > 3 && (Distance(one, other) <= (Math.Min(one.Length, other.Length) >= 8 ? 2 : 1) || (WithoutDigits(one) == WithoutDigits(other) && WithoutDigits(one).Length > 3));

    private static string WithoutDigits(string text) => text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= other.Length; j++)
            {
                var up = row[j];
                row[j] = left = Math.Min(Math.Min(up, left) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = up;
            }
        }
        return row[^1];
    }
}
