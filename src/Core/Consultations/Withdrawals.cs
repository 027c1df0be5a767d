using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;

namespace Almanach.Core.Consultations;

/// <summary>
/// Tells the author of a proposal that somebody else took it out of the organisation's answer, with her own words and how to
/// put it back. Who takes out her own proposal reads it in the receipt.
/// </summary>
public sealed class Withdrawals(Setting setting, NetworkDesk network, AudienceShelf audiences)
{
    /// <param name="before">The answer it replaces, if any.</param>
    public async Task<IReadOnlyList<Effect>> Of(AnswerTaken taken, Answer? before, CancellationToken stop = default)
    {
        var (consultation, answer) = taken;
        var gone = Gone(before, answer);
        if (gone.Count == 0)
            return [];

        var roster = await network.Load(stop);
        List<AudienceMember> authors = [.. gone.GroupBy(item => item.By).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Where(group => roster.Contacts.GetValueOrDefault(group.Key) is { Active: true })
            .Select(group => new AudienceMember(group.Key, roster.Contacts[group.Key].Organisation, new Dictionary<string, IReadOnlyList<string>>
            {
                ["propositions"] = [.. group.Select(item => AnswerWords.Whole(item, setting.Platform))],
            }))];
        if (authors.Count == 0)
            return [];

        var key = $"withdrawn-{consultation.Id}-{answer.Unit}-{answer.Revision}";
        var values = ConsultationDesk.Values(consultation, setting.Zone);
        values["par"] = roster.Contacts.GetValueOrDefault(answer.By)?.Name is { Length: > 0 } name ? name : "La coordination";
        values["suite"] = Back(consultation, answer, values["clôture"]);
        var mailing = new Mailing(
            key, "proposition-retiree", values, await audiences.Freeze(authors, stop),
            "Vous recevez ce message parce qu’une proposition que vous aviez faite pour [organisme] vient d’être retirée.",
            ConsultationDesk.Link(consultation), Replay.SendAgain);
        return [new Effect.SendMailing(mailing, key, answer.At, consultation.Step)];
    }

    /// <summary>What others proposed and this answer no longer holds.</summary>
    private static List<ProposalDraft> Gone(Answer? before, Answer after)
    {
        var kept = Items(after).Select(item => item.Id).ToHashSet();
        return [.. Items(before).Where(item => item.By != after.By && !kept.Contains(item.Id))];
    }

    private static IEnumerable<ProposalDraft> Items(Answer? answer) =>
        answer?.Values.Values.OfType<AnswerValue.Proposals>().SelectMany(value => value.Items) ?? [];

    /// <summary>An answer was just taken, so another one can be: on time, or late.</summary>
    private static string Back(Consultation consultation, Answer answer, string until) => (answer.Late, until.Length > 0) switch
    {
        (true, _) => "La consultation est close, mais une réponse est encore prise, notée comme tardive\u00A0: la page garde vos mots, et vous pouvez les proposer de nouveau.",
        (false, true) => $"La page garde vos mots\u00A0: vous pouvez les proposer de nouveau jusqu’au {until}.",
        (false, false) => "La page garde vos mots\u00A0: vous pouvez les proposer de nouveau.",
    };
}
