using System.Text;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Territories;
using Almanach.Core.Data.Territories.Names;
using Almanach.Core.Data.Territories.Repair;
using Almanach.Core.French;

namespace Almanach.Core.Data.Checks;

/// <summary>The territories of one column, held against the list of their year.</summary>
/// <param name="label">Name of the column in the head of the table; a schema may call it otherwise.</param>
/// <param name="exempt">Rows that sum others up bear words in place of a territory.</param>
internal sealed class TerritoryCheck(int place, string column, string label, TerritoryLevel level, TerritoryYear year, bool byName, Atlas atlas, IReadOnlySet<string> exempt, Findings findings)
{
    /// <summary>Values whose remedy is remembered: the same wrong code comes on many rows.</summary>
    private const int MostRemembered = 5_000;

    /// <summary>Values without a remedy after which, all errors that are shown being known, no further one is sought: it takes long.</summary>
    private const int MostVain = 500;

    private readonly Dictionary<string, (string Words, CodeProposal? Offer)> _known = [];

    private int _vain;

    /// <summary>Codes from which the year is told.</summary>
    private const int MostCodes = 60_000;

    private readonly HashSet<TerritoryCode> _codes = [];

    private readonly Lazy<NameIndex> _names = new(() => new NameIndex(level, year, atlas));

    public int Place => place;

    /// <summary>Cells that name no territory of the year.</summary>
    public int Unknown { get; private set; }

    public int Seen { get; private set; }

    /// <summary>At the end: which year the codes are of, where it is another.</summary>
    public void Finish()
    {
        if (Unknown < 3 || byName || _codes.Count == 0 || YearFit.Of(level, _codes, atlas) is not [{ Unknown.Count: var left, Year: var other }, ..] || other == year)
            return;
        // What is no code at all is a fault in every year.
        var odd = _codes.Count(code => !atlas.Knows(level, code, year));
        if (odd < 3 || left >= odd)
            return;
        findings.Warnings.Add(new Finding(FindingTypes.Territory, null, place + 1, column, null, $"{Checks.Place.Column(column)}\u00A0: {Numbers.Count(odd, "code n’est pas", "codes ne sont pas")} de {year}. Le fichier suit plutôt la liste au 1er\u00A0janvier {other}{(left == 0 ? "" : $", à {Numbers.Count(left, "code près", "codes près")}")}\u00A0: vérifiez l’année."));
    }

    /// <param name="cell">As it stands.</param>
    public void Check(ReadOnlySpan<byte> cell, int row)
    {
        var text = CellText.Trimmed(cell);
        if (text.IsEmpty)
            return;
        Seen++;
        if (!byName && _codes.Count < MostCodes && TerritoryCode.TryParse(text, out var code))
            _codes.Add(code);
        if (!byName && (atlas.Knows(level, text, year) || (level == TerritoryLevel.Municipality && atlas.Knows(TerritoryLevel.Ward, text, year))))
            return;
        var value = Encoding.UTF8.GetString(text);
        if (exempt.Contains(value))
            return;
        if (byName && _names.Value.Find(value).Kind == NameMatchKind.Unique)
        {
            findings.Offer(new RepairOffer(row, place + 1, column, value, _names.Value.Find(value).Code!.Value.ToString(), "Le code est celui du seul territoire qui porte ce nom."));
            return;
        }
        Unknown++;
        if (findings.Errors.IsFull && !_known.ContainsKey(value) && (_known.Count >= MostRemembered || _vain >= MostVain))
        {
            findings.Errors.Add(FindingTypes.ForeignKey);
            return;
        }
        var (words, offer) = Remedy(value);
        if (findings.Errors.IsFull)
            findings.Errors.Add(FindingTypes.ForeignKey);
        else
            findings.Errors.Add(new Finding(FindingTypes.ForeignKey, row, place + 1, column, CellText.Shown(text), $"{Checks.Place.Of(row, column)}\u00A0: {Checks.Place.Quoted(value)} {words}"));
        if (offer is null)
        {
            _vain++;
            return;
        }
        var proposed = byName ? offer.Name : offer.Code.ToString();
        findings.Offer(new RepairOffer(row, place + 1, column, value, proposed, offer.Reason));
        findings.OfferMend(row, label, value, offer, proposed);
    }

    private (string Words, CodeProposal? Offer) Remedy(string value)
    {
        if (_known.TryGetValue(value, out var known))
            return known;
        var proposals = CodeRepair.Propose(value, level, year, atlas, byName || value.Count(char.IsLetter) >= 3 ? _names.Value : null);
        var remedy = (Words(value, proposals), proposals is [{ Flaw: not (CodeFlaw.OtherYear or CodeFlaw.Part) } only] ? only : null);
        if (_known.Count < MostRemembered)
            _known[value] = remedy;
        return remedy;
    }

    /// <summary>The territory of another level that bears the code.</summary>
    private ListedTerritory? Elsewhere(string value) => byName || !TerritoryCode.TryParse(value, out var code) ? null
        : Enum.GetValues<TerritoryLevel>().Where(other => other != level).Select(other => atlas.Find(other, code, year)).FirstOrDefault(found => found is not null);

    private string Words(string value, IReadOnlyList<CodeProposal> proposals)
    {
        var what = byName ? "n’est le nom d’aucun territoire" : "n’est pas un code";
        var list = $"{what} de la liste des {LevelNames.Many(level)} au 1er\u00A0janvier {year}.";
        return proposals switch
        {
            [] when TotalWords.IsTotal(value) => "est une ligne de total, non un territoire. Retirez-la\u00A0: les totaux se calculent.",
            [] when Elsewhere(value) is { } other => $"{list} C’est celui d’un autre niveau\u00A0: {LevelNames.One(other.Level)} ({other.Name}). Retirez la ligne, ou donnez chaque niveau dans son fichier.",
            [] => $"{list} Vérifiez-le, ou l’année de la liste.",
            [{ Flaw: CodeFlaw.OtherYear or CodeFlaw.Part } one] => $"{list} {one.Reason.TrimEnd('.')}\u00A0: {one.Code} ({one.Name}). Donnez les valeurs dans la géographie de {year}, ou indiquez l’année du fichier.",
            [var one] => $"{list} {one.Reason} Écrivez {(byName ? Checks.Place.Quoted(one.Name) : $"{one.Code} ({one.Name})")}.",
            _ => $"{list} {proposals[0].Reason} Choisissez parmi\u00A0: {string.Join(", ", proposals.Take(4).Select(one => $"{one.Code} ({one.Name})"))}{(proposals.Count > 4 ? "…" : ".")}",
        };
    }
}
