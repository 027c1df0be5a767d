using System.Globalization;
using Almanach.Core.Data.Territories.Names;

namespace Almanach.Core.Data.Territories.Repair;

/// <summary>
/// What a code that the list of its year does not hold may stand for. Each way of damaging is tried by itself and then upon
/// the one before; only codes of the list are proposed, and none is applied here.
/// </summary>
public static class CodeRepair
{
    private static readonly char[] Around = [' ', '\u00A0', '\u202F', '\t', '\'', '’', '"', '«', '»', '\uFEFF', '='];

    /// <returns>The likeliest first; none for a code that stands, nor for one that says nothing any more (<c>1E+03</c> lost its digits).</returns>
    public static IReadOnlyList<CodeProposal> Propose(string text, TerritoryLevel level, TerritoryYear year, Atlas atlas, NameIndex? names = null)
    {
        if (TerritoryCode.TryParse(text, out var whole) && atlas.Knows(level, whole, year))
            return [];
        List<CodeProposal> found = [];
        foreach (var (candidate, flaw, reason) in Candidates(text, level))
            if (TerritoryCode.TryParse(candidate, out var code))
            {
                if (atlas.Find(level, code, year) is { } territory)
                    found.Add(new CodeProposal(code, atlas.Name(level, code, year) ?? territory.Name, flaw, reason));
                else if (level == TerritoryLevel.Municipality)
                    found.AddRange(OtherCodes.Of(code, year, atlas));
            }
        if (found.Count == 0 && (names ?? Index(text, level, year, atlas)) is { } index)
            found.AddRange(NameProposals.Of(text, index));
        return [.. found.DistinctBy(proposal => proposal.Code)];
    }

    private static NameIndex? Index(string text, TerritoryLevel level, TerritoryYear year, Atlas atlas) =>
        text.Count(char.IsLetter) >= 3 ? new NameIndex(level, year, atlas) : null;

    private static IEnumerable<(string Code, CodeFlaw Flaw, string Reason)> Candidates(string text, TerritoryLevel level)
    {
        var trimmed = text.Trim(Around);
        yield return (trimmed, CodeFlaw.Surrounded, "Des espaces ou des guillemets entourent le code.");
        var upper = trimmed.ToUpperInvariant();
        yield return (upper, CodeFlaw.Case, "La lettre du code s’écrit en capitale.");
        if (Number(trimmed) is { } number)
            foreach (var width in Widths(level))
                if (number.Length <= width)
                    yield return (number.PadLeft(width, '0'), CodeFlaw.TakenForNumber, "Un tableur a pris le code pour un nombre\u00A0: le zéro initial est perdu, ou des décimales s’ajoutent.");
        var digits = upper.Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (digits != upper)
            yield return (digits, CodeFlaw.LetterForDigit, "Une lettre tient la place d’un chiffre\u00A0: O pour zéro, I ou L pour un.");
        foreach (var bare in Undecorated(upper, level))
            foreach (var width in Widths(level))
                yield return (bare.PadLeft(Math.Min(width, bare.Length + 1), '0'), CodeFlaw.Decorated, "D’autres signes accompagnent le code.");
    }

    /// <summary>A number that a spreadsheet made of a code, as whole digits; null for what is none, or lost digits.</summary>
    private static string? Number(string text)
    {
        var plain = text.Replace("\u00A0", "", StringComparison.Ordinal).Replace("\u202F", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && value > 0 && value < 1_000_000_000 && decimal.Truncate(value) == value
            ? decimal.Truncate(value).ToString("0", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>How long codes of a level are; a lost zero is put back up to there.</summary>
    private static int[] Widths(TerritoryLevel level) => level switch
    {
        TerritoryLevel.Metropolis => [],
        TerritoryLevel.Region => [2],
        TerritoryLevel.Department => [2, 3],
        TerritoryLevel.Arrondissement => [3, 4],
        TerritoryLevel.Canton => [4, 5],
        TerritoryLevel.EmploymentZone => [4],
        TerritoryLevel.Intercommunality or TerritoryLevel.Neighbourhood => [9],
        TerritoryLevel.LivingArea or TerritoryLevel.Municipality or TerritoryLevel.Ward or TerritoryLevel.FormerMunicipality => [5],
    };

    private static IEnumerable<string> Undecorated(string text, TerritoryLevel level)
    {
        foreach (var word in text.Split([' ', '-', '(', ')', ':', '/', '_', '\u00A0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (word.Any(char.IsAsciiDigit) && word != text)
                yield return word;
            if (level is TerritoryLevel.Department && word.Length == 3 && word[2] is 'D' or 'C' or 'R')
                yield return word[..2];
            if (word.Length > 1 && word[0] is 'R' or 'D' && word[1..].All(char.IsAsciiDigit))
                yield return word[1..];
        }
    }
}
