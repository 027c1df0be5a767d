using Almanach.Core.Consultations;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Data.Series;

/// <summary>
/// Tells a producer, and nobody else, that figures its file hides can be worked out. The message says which file and how many:
/// the figures stand on its page, behind the personal link.
/// </summary>
public sealed class LeakNotice(ConsultationDesk consultations, Receipts receipts)
{
    /// <summary>Null where the file gives away nothing of its own, or nobody is left to read it.</summary>
    public async Task<Effect?> Of(SeriesRelease release, DataDeposit deposit, CancellationToken stop = default) =>
        release is { State: ReleaseState.Held, Audit.OwnCount: > 0 and var count } && await consultations.Find(deposit.Consultation, stop) is { } consultation
            ? await receipts.Of(
                new FileNews(consultation, deposit.Delivery, deposit.Organisation, deposit.By, deposit.Name, "",
                    [$"«\u00A0{deposit.Name}\u00A0»\u00A0: {Numbers.Count(count, "chiffre que vous cachez pourrait être retrouvé", "chiffres que vous cachez pourraient être retrouvés")}"]),
                TextCatalogue.LeakFound, "Vous recevez ce message parce que vous avez transmis ce fichier pour [organisme].", $"leaks-{release.Id}", release.At, stop)
            : null;
}
