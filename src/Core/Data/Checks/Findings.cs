using Almanach.Core.Data.Reading;

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
