using System.Globalization;
using Almanach.Core.French;
using Almanach.Core.Tables;

namespace Almanach.Core.Consultations.Tallies;

/// <summary>
/// Reads a list of ballots from a table: the options in its first line, then a line a ballot; a column <c>count</c>, if there
/// is one, says how many ballots are marked so. A mark is a grade by its French name or by number, 0 the worst; a rank, 1 the
/// best; or 0 and 1. A blank mark is the worst grade, the last rank, or no voice.
/// </summary>
public sealed class BallotListReader
{
    /// <summary>A grade by number is at most this.</summary>
    public const int MostGrade = 100;

    /// <summary>A rank is at most this.</summary>
    public const int MostRank = 10_000;

    /// <summary>Options at most.</summary>
    public const int MostOptions = 200;

    /// <summary>Reading stops after so many errors.</summary>
    public const int MostErrors = 1_000;

    private const string CountColumn = "count";

    private readonly TallyMethod method;
    private readonly List<LineError> errors = [];
    private readonly List<Ballot> ballots = [];
    private readonly Dictionary<string, int> mentions = [];
    private long total;

    private BallotListReader(TallyMethod method) => this.method = method;

    /// <param name="rows">All lines of the table, blank ones too, each as it stands.</param>
    public static BallotReading Read(IEnumerable<ImportedRow> rows, TallyMethod method)
    {
        var reader = new BallotListReader(method);
        var options = reader.All(rows);
        return reader.errors.Count > 0 ? new BallotReading(null, reader.errors) : new BallotReading(new BallotList(options, reader.ballots), []);
    }

    private List<string> All(IEnumerable<ImportedRow> rows)
    {
        using var each = rows.GetEnumerator();
        if (!each.MoveNext() || each.Current.Cells.All(string.IsNullOrWhiteSpace))
        {
            errors.Add(new LineError(1, "La première ligne est vide : écrivez-y les options, une par colonne."));
            return [];
        }
        var head = each.Current;
        var columns = Columns(head);
        if (!OnOneLine(head) || errors.Count > 0)
            return [];

        // Blank lines after the last ballot are what a spreadsheet leaves; one between two ballots may be a ballot that was lost.
        ImportedRow? blank = null;
        while (errors.Count < MostErrors && each.MoveNext())
        {
            if (each.Current.Cells is [] or [""])
            {
                blank ??= each.Current;
                continue;
            }
            Lost(blank);
            blank = null;
            Take(each.Current, columns);
        }
        // With one option, a blank line is also how a blank ballot looks.
        if (columns.Width == 1)
            Lost(blank);
        if (errors.Count == 0 && ballots.Count == 0)
            errors.Add(new LineError(head.Line, "Il n’y a aucun bulletin : écrivez-en un par ligne, sous les options."));
        return [.. columns.Options];
    }

    private void Lost(ImportedRow? blank)
    {
        if (blank is not null)
            errors.Add(new LineError(blank.Line, "La ligne est vide. Un bulletin blanc s’écrit avec ses séparateurs ; sinon, supprimez la ligne."));
    }

    private Layout Columns(ImportedRow head)
    {
        var names = head.Cells.Select(cell => CsvText.Meant(cell.Trim())).ToList();
        var width = names.FindLastIndex(name => name.Length > 0) + 1;
        var count = names.FindIndex(name => name.Equals(CountColumn, StringComparison.OrdinalIgnoreCase));
        var options = names.Take(width).Where((_, column) => column != count).ToList();
        foreach (var (column, _) in names.Take(width).Index().Where(pair => pair.Item.Length == 0))
            errors.Add(new LineError(head.Line, $"La colonne {column + 1} n’a pas de titre : écrivez-y le nom de l’option."));
        foreach (var twice in names.Take(width).Where(name => name.Length > 0).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            errors.Add(new LineError(head.Line, $"« {twice.First()} » est le titre de {twice.Count()} colonnes : donnez à chaque option un nom différent."));
        if (options.Count == 0)
            errors.Add(new LineError(head.Line, "Aucune colonne ne porte le nom d’une option."));
        if (options.Count > MostOptions)
            errors.Add(new LineError(head.Line, $"Il y a {options.Count} options, et {MostOptions} au plus peuvent être dépouillées."));
        return new Layout(width, count, options);
    }

    private bool OnOneLine(ImportedRow row)
    {
        if (!row.Cells.Any(cell => cell.AsSpan().ContainsAny('\r', '\n')))
            return true;
        errors.Add(new LineError(row.Line, "Une case tient sur plusieurs lignes : elle peut cacher des bulletins. Vérifiez les guillemets."));
        return false;
    }

    private void Take(ImportedRow row, Layout layout)
    {
        if (!OnOneLine(row))
            return;
        var cells = row.Cells;
        var width = cells.Count;
        while (width > layout.Width && string.IsNullOrWhiteSpace(cells[width - 1]))
            width--;
        if (width != layout.Width)
        {
            errors.Add(new LineError(row.Line, $"{Numbers.Count(width, "valeur", "valeurs")} pour {Numbers.Count(layout.Width, "colonne", "colonnes")} : chaque bulletin a une valeur, ou un vide, par colonne."));
            return;
        }
        var found = errors.Count;
        var marks = new int?[layout.Options.Count];
        for (int column = 0, option = 0; column < width; column++)
            if (column != layout.Count)
                marks[option] = Mark(row.Line, layout.Options[option++], cells[column].Trim());
        var count = layout.Count < 0 ? 1 : Count(row.Line, cells[layout.Count].Trim());
        if (errors.Count > found || count == 0)
            return;
        total += count;
        if (total > BallotList.Most)
        {
            errors.Add(new LineError(row.Line, $"Plus de {BallotList.Most / 1_000_000_000} milliard de bulletins : vérifiez la colonne « {CountColumn} »."));
            total = 0;
        }
        ballots.Add(new Ballot(marks, count));
    }

    private int? Mark(int line, string option, string text)
    {
        if (text.Length == 0)
            return null;
        var (least, most, expected) = method switch
        {
            TallyMethod.MajorityJudgment => (0, MostGrade, $"une mention, de « {Mention.ARejeter.Name()} » à « {Mention.Excellent.Name()} », ou un nombre entier à partir de 0, la plus mauvaise"),
            TallyMethod.Schulze => (1, MostRank, "un rang, 1 pour la meilleure option, ou rien pour les dernières"),
            TallyMethod.Approval or TallyMethod.SingleChoice => (0, 1, "0 ou 1"),
            TallyMethod.Consent => (0, 2, "0 sans objection, 1 pour une réserve, 2 pour une objection"),
        };
        if (Whole(text) is { } number && number >= least && number <= most)
            return number;
        if (method == TallyMethod.MajorityJudgment && Grade(text) is { } grade)
            return grade;
        errors.Add(new LineError(line, $"« {Shown(text)} » pour l’option « {Shown(option)} » : il faut {expected}."));
        return null;
    }

    private int? Grade(string name)
    {
        if (mentions.TryGetValue(name, out var known))
            return known;
        return Mentions.Named(name) is { } mention ? mentions[name] = (int)mention : null;
    }

    private int Count(int line, string text)
    {
        if (Whole(text) is { } count && count <= BallotList.Most)
            return count;
        errors.Add(new LineError(line, $"« {Shown(text)} » dans la colonne « {CountColumn} » : il faut un nombre entier de bulletins."));
        return 0;
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Shown(string text) => text.Length <= 60 ? text : $"{text[..59]}…";

    /// <param name="Width">Columns that have a title.</param>
    /// <param name="Count">Place of the column of counts, or -1.</param>
    private sealed record Layout(int Width, int Count, IReadOnlyList<string> Options);
}

/// <param name="List">Null where there are errors.</param>
/// <param name="Errors">All that is wrong, in the order of the lines.</param>
public sealed record BallotReading(BallotList? List, IReadOnlyList<LineError> Errors);

/// <param name="Line">Line of the file, from 1.</param>
public sealed record LineError(int Line, string Message);
