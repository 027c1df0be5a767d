using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations;

/// <summary>
/// Tells the author of a proposal, or of a contribution, that somebody else took it out of the organisation's answer, with her
/// own words and how to put it back. Who takes out her own reads it in the receipt.
/// </summary>
public sealed class Withdrawals(Setting setting, NetworkDesk network, AudienceShelf audiences)
{
    /// <param name="before">The answer it replaces, if any.</param>
    public async Task<IReadOnlyList<Effect>> Of(AnswerTaken taken, Answer? before, CancellationToken stop = default)
    {
        List<Effect> effects = [];
        foreach (var matter in Matters)
            if (Gone(matter.Items(before), matter.Items(taken.Answer), taken.Answer.By) is { Count: > 0 } gone && await Of(taken, matter, gone, stop) is { } effect)
                effects.Add(effect);
        return effects;
    }

    private async Task<Effect?> Of(AnswerTaken taken, Matter matter, IReadOnlyList<Item> gone, CancellationToken stop)
    {
        var (consultation, answer) = taken;
        var roster = await network.Load(stop);
        List<AudienceMember> authors = [.. gone.GroupBy(item => item.By).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Where(group => roster.Contacts.GetValueOrDefault(group.Key) is { Active: true })
            .Select(group => new AudienceMember(group.Key, roster.Contacts[group.Key].Organisation, new Dictionary<string, IReadOnlyList<string>>
            {
                [matter.Slot] = [.. group.Select(item => item.Words)],
            }))];
        if (authors.Count == 0)
            return null;

        var key = $"{matter.Key}-{consultation.Id}-{answer.Unit}-{answer.Revision}";
        var values = ConsultationDesk.Values(consultation, setting.Zone);
        values["par"] = roster.Contacts.GetValueOrDefault(answer.By)?.Name is { Length: > 0 } name ? name : "La coordination";
        values["suite"] = Back(matter.Again, answer, values["clôture"]);
        var mailing = new Mailing(
            key, matter.Text, values, await audiences.Freeze(authors, stop),
            $"Vous recevez ce message parce qu’une {matter.Name} que vous aviez faite pour [organisme] vient d’être retirée.",
            ConsultationDesk.Link(consultation), Replay.SendAgain);
        return new Effect.SendMailing(mailing, key, answer.At, consultation.Step);
    }

    /// <summary>What others gave and this answer no longer holds.</summary>
    private static List<Item> Gone(IEnumerable<Item> before, IEnumerable<Item> after, string by)
    {
        var kept = after.Select(item => item.Id).ToHashSet();
        return [.. before.Where(item => item.By != by && !kept.Contains(item.Id))];
    }

    private IEnumerable<Item> Proposed(Answer? answer) =>
        answer?.Values.Values.OfType<AnswerValue.Proposals>().SelectMany(value => value.Items).Select(item => new Item(item.Id, item.By, AnswerWords.Whole(item, setting.Platform))) ?? [];

    private static IEnumerable<Item> Contributed(Answer? answer) =>
        answer?.Contributed.Select(item => new Item(item.Id, item.By, ContributionWords.Whole(item))) ?? [];

    private IReadOnlyList<Matter> Matters =>
    [
        new(Proposed, "withdrawn", "proposition-retiree", "propositions", "proposition", "la page garde vos mots\u00A0: vous pouvez les proposer de nouveau"),
        new(Contributed, "uncontributed", TextCatalogue.ContributionGone, "contributions", "contribution", "ce message garde vos mots\u00A0: vous pouvez les envoyer de nouveau"),
    ];

    /// <summary>One thing somebody gave, with all her words.</summary>
    private sealed record Item(string Id, string By, string Words);

    /// <summary>What may be taken out, and in which words that is told.</summary>
    /// <param name="Again">Where the words are kept, and what to do with them.</param>
    private sealed record Matter(Func<Answer?, IEnumerable<Item>> Items, string Key, string Text, string Slot, string Name, string Again);

    /// <summary>An answer was just taken, so another one can be: on time, or late.</summary>
    private static string Back(string again, Answer answer, string until) => (answer.Late, until.Length > 0) switch
    {
        (true, _) => $"La consultation est close, mais une réponse est encore prise, notée comme tardive\u00A0: {again.Replace("\u00A0: ", ", et ", StringComparison.Ordinal)}.",
        (false, true) => $"{Capitals.First(again)} jusqu’au {until}.",
        (false, false) => $"{Capitals.First(again)}.",
    };
}
