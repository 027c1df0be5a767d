using System.Globalization;
using System.Text.RegularExpressions;
using Almanach.Core.Network;
using Almanach.Core.Network.Import;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue.Import;

/// <summary>A card as read from words.</summary>
/// <param name="Doubts">What cannot be understood: a person must look.</param>
/// <param name="Remarks">What was understood in its own way, and how.</param>
public sealed record ReadCard(EntryCard Card, IReadOnlyList<CardDoubt> Doubts, IReadOnlyList<string> Remarks);

public sealed record CardDoubt(CardField Field, string Message);

/// <summary>
/// Reads a card from the cells of a row, over what is known of it already: a blank cell erases nothing. A place or a theme that
/// the platform does not list is kept in words.
/// </summary>
public sealed partial class CardReader(CatalogueSetting setting, Roster roster)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];

    private static readonly Dictionary<string, EntryKind> Kinds = Words<EntryKind>(EntryWords.Name,
        ("source", EntryKind.DataSource), ("donnees", EntryKind.DataSource), ("base de donnees", EntryKind.DataSource), ("jeu de donnees", EntryKind.DataSource), ("fichier", EntryKind.DataSource),
        ("tableau de bord", EntryKind.Dashboard), ("atlas", EntryKind.Dashboard), ("observatoire", EntryKind.Dashboard), ("portrait", EntryKind.Report), ("diagnostic", EntryKind.Study),
        ("publication", EntryKind.Publication), ("article", EntryKind.Publication), ("note", EntryKind.Publication), ("sondage", EntryKind.Survey));

    private static readonly Dictionary<string, EntryAccess> Accesses = Words<EntryAccess>(EntryWords.Name,
        ("libre", EntryAccess.Open), ("public", EntryAccess.Open), ("ouvert", EntryAccess.Open), ("en ligne", EntryAccess.Open), ("demande", EntryAccess.OnRequest), ("restreint", EntryAccess.OnRequest),
        ("convention", EntryAccess.OnRequest), ("reserve", EntryAccess.MembersOnly), ("membres", EntryAccess.MembersOnly), ("reserve aux membres", EntryAccess.MembersOnly));

    private static readonly Dictionary<string, Rhythm> Rhythms = Words<Rhythm>(EntryWords.Name,
        ("annuel", Rhythm.Yearly), ("annuelle", Rhythm.Yearly), ("mensuel", Rhythm.Monthly), ("mensuelle", Rhythm.Monthly), ("trimestriel", Rhythm.Quarterly), ("trimestrielle", Rhythm.Quarterly),
        ("biennal", Rhythm.EveryOtherYear), ("biennale", Rhythm.EveryOtherYear), ("ponctuel", Rhythm.Once), ("ponctuelle", Rhythm.Once), ("unique", Rhythm.Once), ("irregulier", Rhythm.Irregular), ("irreguliere", Rhythm.Irregular), ("variable", Rhythm.Irregular));

    private static readonly Dictionary<string, EntryDiffusion> Diffusions = Words<EntryDiffusion>(EntryWords.Name,
        ("public", EntryDiffusion.Public), ("oui", EntryDiffusion.Public), ("reseau", EntryDiffusion.Internal), ("membres", EntryDiffusion.Internal), ("non", EntryDiffusion.Internal));

    /// <param name="cell">What the row says of a field; blank for nothing.</param>
    /// <param name="before">The card as it stands; a blank one for a new entry.</param>
    public ReadCard Read(Func<CardField, string> cell, EntryCard before)
    {
        List<CardDoubt> doubts = [];
        List<string> remarks = [];
        string Line(CardField field, string known) => cell(field).Trim() is { Length: > 0 } text ? string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : known;
        string Text(CardField field, string known) => cell(field).Trim() is { Length: > 0 } text ? text : known;
        T One<T>(CardField field, Dictionary<string, T> words, T known) where T : struct
        {
            var text = cell(field).Trim();
            if (text.Length == 0)
                return known;
            if (words.TryGetValue(ColumnReader.Plain(text), out var meant))
                return meant;
            doubts.Add(new CardDoubt(field, $"«\u00A0{text}\u00A0» ne se comprend pas comme {CardColumns.Name(field)}."));
            return known;
        }
        int? Year(CardField field, int? known)
        {
            var text = cell(field).Trim();
            if (text.Length == 0)
                return known;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
                return year;
            doubts.Add(new CardDoubt(field, $"«\u00A0{text}\u00A0» n’est pas une année."));
            return known;
        }

        var card = before with
        {
            Title = Line(CardField.Title, before.Title),
            Kind = One(CardField.Kind, Kinds, before.Kind),
            From = Year(CardField.From, before.From),
            Until = Year(CardField.Until, before.Until),
            Area = Line(CardField.Area, before.Area),
            Summary = Text(CardField.Summary, before.Summary),
            Address = Line(CardField.Address, before.Address),
            Access = One(CardField.Access, Accesses, before.Access),
            Conditions = Line(CardField.Conditions, before.Conditions),
            Rhythm = One(CardField.Rhythm, Rhythms, before.Rhythm),
            Service = Line(CardField.Service, before.Service),
            Mailbox = Line(CardField.Mailbox, before.Mailbox),
            Method = Text(CardField.Method, before.Method),
            Licence = Line(CardField.Licence, before.Licence),
            Diffusion = One(CardField.Diffusion, Diffusions, before.Diffusion),
        };
        if (ProducerNames.Read(cell(CardField.Producers), roster) is { Count: > 0 } producers)
            card = card with { Producers = producers };
        card = Places(Period(Published(card, cell, doubts, remarks), cell, doubts), cell, remarks);
        return new ReadCard(Themes(card, cell, remarks), doubts, remarks);
    }

    private static EntryCard Period(EntryCard card, Func<CardField, string> cell, List<CardDoubt> doubts)
    {
        var text = cell(CardField.Period).Trim();
        if (text.Length == 0)
            return card;
        var years = Years().Matches(text).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        switch (years)
        {
            case [var year]:
                return card with { From = year, Until = ColumnReader.Plain(text).StartsWith("depuis", StringComparison.Ordinal) || text.EndsWith('-') ? null : card.Kind.IsSource() ? card.Until : year };
            case [var from, var until]:
                return card with { From = from, Until = until };
            default:
                doubts.Add(new CardDoubt(CardField.Period, $"«\u00A0{text}\u00A0» n’est ni une année ni une période. Écrivez «\u00A02021\u00A0» ou «\u00A02006-2013\u00A0»."));
                return card;
        }
    }

    private static EntryCard Published(EntryCard card, Func<CardField, string> cell, List<CardDoubt> doubts, List<string> remarks)
    {
        var text = cell(CardField.Published).Trim();
        if (text.Length == 0)
            return card;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return card with { Published = day };
        if (Years().Matches(text) is [var only])
        {
            var year = int.Parse(only.ValueSpan, CultureInfo.InvariantCulture);
            if (text.Length > 4)
                remarks.Add($"De la date de parution «\u00A0{text}\u00A0», seule l’année est gardée.");
            return card with { From = card.From ?? year, Until = card.Until ?? (card.Kind.IsSource() ? null : card.From ?? year) };
        }
        doubts.Add(new CardDoubt(CardField.Published, $"«\u00A0{text}\u00A0» n’est pas une date. Écrivez par exemple 15/03/2021."));
        return card;
    }

    private EntryCard Places(EntryCard card, Func<CardField, string> cell, List<string> remarks)
    {
        var (known, other) = Sorted(cell(CardField.Territories), TerritoryNames.Of(setting));
        if (other.Count > 0)
            remarks.Add($"Hors de la liste des territoires, gardé en précision\u00A0: {French.Lists.Join(other)}.");
        return card with { Territories = known.Count > 0 ? known : card.Territories, Area = other.Count > 0 ? Joined(cell(CardField.Area).Trim(), other) : card.Area };
    }

    private EntryCard Themes(EntryCard card, Func<CardField, string> cell, List<string> remarks)
    {
        var (known, other) = Sorted(cell(CardField.Themes), setting.Themes.Select(theme => (theme.Id, theme.Name)));
        if (other.Count == 0)
            return known.Count > 0 ? card with { Themes = known } : card;
        remarks.Add($"Hors de la liste des thèmes, gardé en mots-clés à la fin du résumé\u00A0: {French.Lists.Join(other)}.");
        var line = $"Mots-clés\u00A0: {string.Join(", ", other)}.";
        return card with
        {
            Themes = known.Count > 0 ? known : card.Themes,
            Summary = card.Summary.Contains(line, StringComparison.Ordinal) ? card.Summary : card.Summary.Length > 0 ? $"{card.Summary}\n{line}" : line,
        };
    }

    private static string Joined(string area, IReadOnlyList<string> other) => string.Join(", ", new[] { area }.Concat(other).Where(word => word.Length > 0));

    private static (IReadOnlyList<string> Known, IReadOnlyList<string> Other) Sorted(string text, IEnumerable<(string Id, string Name)> list)
    {
        var ids = list.SelectMany(one => new[] { (Word: ColumnReader.Plain(one.Name), one.Id), (Word: ColumnReader.Plain(one.Id), one.Id) }).DistinctBy(one => one.Word).ToDictionary(one => one.Word, one => one.Id);
        // A name may hold a comma: first the whole, then its parts.
        var words = ProducerNames.Split(text).SelectMany(word => ids.ContainsKey(ColumnReader.Plain(word)) ? [word] : word.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
        return ([.. words.Select(word => ids.GetValueOrDefault(ColumnReader.Plain(word))).OfType<string>().Distinct()], [.. words.Where(word => !ids.ContainsKey(ColumnReader.Plain(word))).Distinct()]);
    }

    private static Dictionary<string, T> Words<T>(Func<T, string> name, params (string Word, T Value)[] more)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Where(value => name(value).Length > 0).ToDictionary(value => ColumnReader.Plain(name(value)));
        foreach (var (word, value) in more)
            words.TryAdd(word, value);
        return words;
    }

    [GeneratedRegex(@"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])")]
    private static partial Regex Years();
}
