using Almanach.Core.Access;
using Almanach.Core.Consultations;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Data.Deliveries.Repairs;

/// <summary>Takes the consent to repairs: the exact list is kept first, then said in the answer of the organisation, then the file is checked again by it.</summary>
public sealed class RepairDesk(Setting setting, DeliveryShelf shelf, ConsultationDesk consultations, DeliveryDesk deliveries)
{
    private const int Attempts = 10;

    /// <inheritdoc cref="RepairRules.Agree"/>
    public async Task<Refusal?> Agree(RepairAgreement given, CancellationToken stop = default)
    {
        if (await consultations.Find(given.Consultation, stop) is not { } consultation || !consultation.Template.AsksDeliveries()
            || setting.Platform.DataOrEmpty().Find(given.Delivery) is not { } template || template.Organisation != given.Organisation)
            return Refusal.Because(Why.Unknown, "Ce fichier n’est pas attendu de cet organisme.");
        if (!consultation.TakesAnswersAt(given.At))
            return ConsultationRules.Window(consultation, given.At);
        Refusal? refusal = null;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var before = await consultations.AnswerOf(given.Consultation, given.Organisation, stop);
            var known = ReceivingRules.Before(before).ByDelivery;
            var said = known.GetValueOrDefault(given.Delivery);
            switch (await Decide(said, given, stop))
            {
                case Decision<AgreedRepairs>.Refused refused:
                    return refused.Refusal;
                case Decision<AgreedRepairs>.AlreadyDone:
                    await deliveries.CheckAtOnce(given.Consultation, given.Organisation, stop);
                    return null;
                case Decision<AgreedRepairs>.Accepted { State: var agreed }:
                    await shelf.Keep(agreed.Said.File, agreed.List, stop);
                    refusal = await consultations.Take(given.Consultation, Command(consultation, given, new Dictionary<string, DeliverySaid>(known) { [given.Delivery] = agreed.Said }), before?.Revision ?? 0, stop);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
            if (refusal?.Why != Why.Changed)
                break;
        }
        if (refusal is null)
            await deliveries.CheckAtOnce(given.Consultation, given.Organisation, stop);
        return refusal;
    }

    /// <summary>Of the coordinator, who recorded the file herself.</summary>
    public Task<Refusal?> Agree(string consultation, string delivery, string seen, IReadOnlySet<int>? chosen, DateTimeOffset now, CancellationToken stop = default) =>
        Agree(new RepairAgreement(consultation, delivery, setting.Platform.DataOrEmpty().Find(delivery)?.Organisation ?? "", Coordination.Id, seen, chosen, now), stop);

    private async Task<Decision<AgreedRepairs>> Decide(DeliverySaid? said, RepairAgreement given, CancellationToken stop)
    {
        var held = said is null ? null : await shelf.Find(given.Consultation, given.Delivery, said.File, stop);
        var report = held is null || await shelf.Report(given.Consultation, given.Delivery, held.File, stop) is not { } json ? null : DeliveryReport.Read(json);
        return RepairRules.Agree(said, held, report?.Offers ?? [], held?.Checked is { } check ? await shelf.Mends(held.File, check.Mends, stop) : MendList.None, given);
    }

    private static AnswerCommand Command(Consultation consultation, RepairAgreement given, Dictionary<string, DeliverySaid> all) => new(
        given.Organisation, given.Organisation, given.By, given.By == Coordination.Id ? Channel.Mail : Channel.Page, false,
        new Dictionary<string, AnswerValue> { [consultation.Template.Questions.First(question => question.Kind == QuestionKind.Deliveries).Id] = new AnswerValue.Deliveries(all) }, given.At);
}
