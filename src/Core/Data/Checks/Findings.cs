using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Territories.Repair;

namespace Almanach.Core.Data.Checks;

/// <summary>Errors and warnings of a check. The words of a finding are made only while it will be shown.</summary>
internal sealed class Findings
{
    public FindingLog Errors { get; } = new();

    public FindingLog Warnings { get; } = new();

    /// <summary>Repairs kept; all are counted.</summary>
    private const int MostOffers = 20_000;

    private readonly List<RepairOffer> _offers = [];

    public IReadOnlyList<RepairOffer> Offers => _offers;

    public int OfferCount { get; private set; }

    public void Offer(RepairOffer offer)
    {
        OfferCount++;
        if (_offers.Count < MostOffers)
            _offers.Add(offer);
    }

    private readonly Dictionary<(string Column, string Value), (MendOffer Offer, List<int> First, int Rows)> _mendable = [];

    /// <summary>What the depositor can have mended: those that are not sure first, then in the order of the file.</summary>
    public IReadOnlyList<MendOffer> Mendable =>
        [.. _mendable.Values.Select(one => one.Offer with { Rows = one.Rows, First = one.First }).OrderBy(offer => offer.Sure).ThenBy(offer => offer.First[0])];

    /// <summary>A cell that is an error, and what would mend it: one value is one offer, however many cells hold it.</summary>
    /// <param name="column">Its name in the head of the table.</param>
    public void OfferMend(int row, string column, string value, CodeProposal proposal, string proposed)
    {
        if (value.Length > ReadAs.Longest / 4)
            return;
        if (!_mendable.TryGetValue((column, value), out var known))
        {
            if (_mendable.Count >= MendList.Most)
                return;
            known = (new MendOffer(column, value, proposed, proposal.Name, proposal.Reason, proposal.Flaw != CodeFlaw.NearName, 0, []), [], 0);
        }
        if (known.First.Count < MendOffer.MostFirst)
            known.First.Add(row);
        _mendable[(column, value)] = known with { Rows = known.Rows + 1 };
    }

    /// <param name="words">Of the place, and of the value in quotes.</param>
    public void Error(string type, int row, FieldCheck field, ReadOnlySpan<byte> cell, Func<string, string, string> words) => Add(Errors, type, row, field, cell, words);

    public void Warn(string type, int row, FieldCheck field, ReadOnlySpan<byte> cell, Func<string, string, string> words) => Add(Warnings, type, row, field, cell, words);

    private static void Add(FindingLog log, string type, int row, FieldCheck field, ReadOnlySpan<byte> cell, Func<string, string, string> words)
    {
        if (log.IsFull)
            log.Add(type);
        else
            log.Add(new Finding(type, row, field.Place + 1, field.Field.Name, CellText.Shown(cell), words(Place.Of(row, field.Field.Name), Place.Quoted(cell))));
    }
}
