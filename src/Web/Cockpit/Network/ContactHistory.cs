using Almanach.Core.Consultations;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Platforms;
using Almanach.Web.Cockpit.Consultations;
using Almanach.Web.Cockpit.Rooms;

namespace Almanach.Web.Cockpit.Network;

/// <summary>What a person was sent and answered.</summary>
/// <param name="More">Messages older than those that were looked through.</param>
public sealed record ContactHistory(IReadOnlyList<(MailingLine Mailing, Delivery Delivery)> Sent, IReadOnlyList<(Consultation Consultation, Answer? Answer)> Asked, bool More)
{
    /// <summary>Messages looked through, newest first: some years of a platform.</summary>
    private const int Most = 1_500;

    public static async Task<ContactHistory> Of(Room room, string contact, string organisation, CancellationToken stop)
    {
        List<MailingLine> lines = [];
        await foreach (var held in room.Office.Ledger.List<MailingLine>(MailingLine.Partition, "", stop))
            lines.Add(held.Value);
        List<(MailingLine, Delivery)> sent = [];
        foreach (var line in lines.AsEnumerable().Reverse().Take(Most))
            if ((await room.Office.MailRoom.Outcomes(line.Key, stop)).TryGetValue(contact, out var delivery))
                sent.Add((line, delivery));
        return new ContactHistory(sent, await Answered(room, contact, organisation, stop), lines.Count > Most);
    }

    /// <summary>Consultations that ask this person, or answer by the person's organisation; newest first.</summary>
    private static async Task<IReadOnlyList<(Consultation, Answer?)>> Answered(Room room, string contact, string organisation, CancellationToken stop)
    {
        List<(Consultation Consultation, Answer?)> asked = [];
        foreach (var year in await room.Office.Opening.Years(stop))
            foreach (var (id, _) in ConsultationMatter.Ids((await room.Office.Cycle.Find(year, stop))!))
                if (await room.Office.Consultations.Find(id, stop) is { } consultation
                    && (await room.Office.Consultations.Asked(consultation, stop)).Any(member => member.Contact == contact))
                    asked.Add((consultation, await room.Office.Consultations.AnswerOf(id, consultation.Template.Unit == AnswerUnit.Organisation ? organisation : contact, stop)));
        return [.. asked.OrderByDescending(pair => pair.Consultation.Opened)];
    }
}
