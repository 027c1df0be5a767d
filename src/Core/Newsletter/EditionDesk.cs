using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.Mail;
using Almanach.Core.Network;
using Almanach.Core.Newsletter.Automatic;
using Almanach.Core.Newsletter.Subscriptions;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Newsletter;

/// <summary>Does what has a date in the life of an edition: calls, puts to the editors, approves in silence, sends.</summary>
public sealed class EditionDesk(
    Setting setting, NewsletterDesk newsletters, FactsDesk facts, ConsultationDesk consultations, NetworkDesk network, SubscriptionDesk subscriptions, MailRoom mailRoom, AudienceShelf audiences,
    IFiles files)
{
    /// <summary>Asks for contributions; asked for already, the call only takes its new end.</summary>
    /// <param name="performed">When it really runs, UTC.</param>
    public async Task Call(Effect.CallContributions effect, DateTimeOffset performed, CancellationToken stop = default)
    {
        if (await newsletters.Find(effect.Edition, stop) is not { Step.IsAhead: true, Edition.State: EditionState.Planned } one || !IsThatDay(EditionTimes.Calls(one.Step, one.Work, setting.Zone), effect.Due)
            || one.Letter.Contributors.Count == 0)
            return;
        var asked = EditionCall.Asked(one.Edition, one.Step, one.Work, one.Letter, setting.Zone);
        if (await consultations.Find(asked.Id, stop) is not null)
        {
            await consultations.Extend(asked.Id, asked.Closes, stop);
            return;
        }
        var mailsAt = EditionTimes.Writes(effect.Due, performed, setting.Zone);
        if (!EditionTimes.LeavesTime(asked.Closes, mailsAt))
            return;
        await consultations.Open(asked, [], mailsAt, effect.Due, stop);
    }

    /// <summary>Whether a timer is still the one: an edition that moved has another day.</summary>
    private bool IsThatDay(DateTimeOffset? planned, DateTimeOffset due) => planned is { } at && setting.Zone.DayOf(at) == setting.Zone.DayOf(due);

    /// <summary>Gathers the articles and puts them to the editors.</summary>
    /// <inheritdoc cref="Call" path="/param"/>
    public async Task Prepare(Effect.PrepareEdition effect, DateTimeOffset performed, CancellationToken stop = default)
    {
        if (await newsletters.Find(effect.Edition, stop) is not { Step.IsAhead: true } found || !IsThatDay(EditionTimes.Reviews(found.Step, found.Work, setting.Zone), effect.Due))
            return;
        var asks = EditionTimes.Writes(effect.Due, performed, setting.Zone);
        var editors = found.Letter.Editors is { } body && (await network.Load(stop)).Having([RoleKind.Member, RoleKind.Chair], body).Count > 0 && asks < found.Step.Starts;
        var known = await facts.For(found, effect.Due, stop);
        await Written(await newsletters.Change(effect.Edition, (shelf, one) =>
        {
            var decision = EditionRules.Prepare(shelf, one.Letter, one.Edition, known, editors ? EditionTimes.SilenceApproves(asks, one.Step, one.Work, setting.Zone) : null, effect.Due);
            return decision is Decision<Shelf>.Accepted { State: var next } && next.Find(effect.Edition) is { State: EditionState.Reviewing }
                ? Decision.Accept(next, new Effect.AskEditors(effect.Edition, $"editors-{effect.Edition}", effect.Due, Name(one), asks))
                : decision;
        }, null, stop));
    }

    /// <summary>Asks the editors about what is with them, as it stands: they read it frozen.</summary>
    public async Task Ask(Effect.AskEditors effect, CancellationToken stop = default)
    {
        if (await newsletters.Find(effect.Edition, stop) is not { Edition: { State: EditionState.Reviewing, Until: { } until } edition, Letter.Editors: { } editors } one)
            return;
        await files.WriteNew(EditionReview.File(EditionReview.Id(effect.Edition)), Stored.Bytes(new SubmittedArticles([.. one.Articles.Where(article => article.State == ArticleState.InReview)])), stop);
        var asked = EditionReview.Asked(edition, await Submitted(effect.Edition, stop), editors); // written by an earlier try, the file stands
        await consultations.Open(asked, [new Effect.SettleEdition(effect.Edition, $"settle-{effect.Edition}", until, effect.Step)], effect.MailsAt, effect.Due, stop);
    }

    /// <summary>What the editors were shown; nothing before they were asked.</summary>
    public async Task<IReadOnlyList<Article>> Submitted(string edition, CancellationToken stop = default) =>
        await files.Read(EditionReview.File(EditionReview.Id(edition)), stop) is { } bytes ? Stored.Read<SubmittedArticles>(bytes).Articles : [];

    /// <summary>The editors have had their time; the coordinator gets the proof.</summary>
    public async Task Settle(Effect.SettleEdition effect, CancellationToken stop = default)
    {
        var review = EditionReview.Id(effect.Edition);
        var (submitted, answers, left) = (await Submitted(effect.Edition, stop), await consultations.Answers(review, stop), await mailRoom.Left($"invite-{review}", stop));
        await Written(await newsletters.Change(effect.Edition, (shelf, one) => EditionRules.Settle(shelf, one.Edition, submitted, answers,
            one.Edition.Until is { } until && EditionTimes.HadTheirTime(left, until, one.Work.SilenceDays, setting.Zone), effect.Due), null, stop));
        if (await newsletters.Find(effect.Edition, stop) is { Edition.State: EditionState.Ready } ready)
            await Prove(ready, $"epreuve-{effect.Edition}", effect.Due, Morning(effect.Due, ready.Step.Starts), stop);
    }

    /// <summary>Sends the coordinator the edition as it would leave now; refused with nothing approved.</summary>
    /// <param name="key">Of the message.</param>
    public async Task<Refusal?> Prove(EditionInPlan one, string key, DateTimeOffset now, DateTimeOffset mailsAt, CancellationToken stop = default)
    {
        var content = await Sketch(one, now, stop);
        if (content.Sections.Count == 0)
            return Refusal.Because(Why.NotNow, "Aucun article de ce numéro n’est approuvé\u00A0: l’épreuve serait vide. Approuvez-en un, puis demandez-la de nouveau.");
        var coordinator = await audiences.Freeze([Access.Coordination.Member], stop);
        await mailRoom.Order(EditionMails.Proof(key, one, content, coordinator, setting.Zone, now, mailsAt), mailsAt, Name(one), stop);
        return null;
    }

    /// <summary>Nobody is written to at midnight; and the proof comes before the edition leaves.</summary>
    private DateTimeOffset Morning(DateTimeOffset due, DateTimeOffset sends)
    {
        var morning = setting.Zone.At(Holidays.NextWorkingDay(setting.Zone.DayOf(due)), setting.Platform.Mail.RemindersAt);
        return morning > due && morning < sends ? morning : due;
    }

    /// <summary>The day has come, or the coordinator orders it: what is approved leaves, and the coordinator learns what stays.</summary>
    /// <inheritdoc cref="Call" path="/param"/>
    public async Task Send(Effect.SendEdition effect, DateTimeOffset performed, CancellationToken stop = default)
    {
        if (await newsletters.Find(effect.Edition, stop) is not { } found)
            return;
        if (found.Edition is { State: EditionState.Reviewing, Until: { } until } && until <= effect.Due)
            await Settle(new Effect.SettleEdition(effect.Edition, $"settle-{effect.Edition}", until, effect.Step), stop);
        var late = performed > found.Step.Starts.AddDays(EditionTimes.LatestDays) && !effect.Ordered;
        var (fresh, readers, names) = (await facts.For(found, effect.Due, stop), await subscriptions.Audience(found.Letter.Id, stop), await Names(stop));
        var audience = await audiences.Freeze(readers, stop);
        await Written(await newsletters.Change(effect.Edition, async (shelf, one) =>
        {
            var departure = late ? EditionRules.Hold(shelf, one.Letter, one.Edition) : EditionRules.Leave(shelf, one.Letter, one.Edition, fresh, audience.Count, effect.Due);
            if (!departure.IsNew)
                return Decision.Done<Shelf>();
            if (departure.Articles.Count == 0)
                return Decision.Accept(departure.Shelf, EditionMails.Told(one, TextCatalogue.EditionHeld, departure, effect, late));
            var content = EditionContent.Of(departure.Shelf.Find(effect.Edition)!, one.Letter, departure.Articles, names, effect.Due);
            await files.Write(one.Edition.File, Stored.Bytes(content), stop);
            return Decision.Accept(departure.Shelf,
                new Effect.SendMailing(EditionMails.Letter(one, content, audience, setting.Zone, effect.Due), Edition.MailOf(effect.Edition), effect.MailsAt ?? effect.Due, effect.Step),
                EditionMails.Told(one, TextCatalogue.EditionSent, departure, effect, false));
        }, null, stop));
    }

    /// <summary>The message that would leave, and to whom, as things stand; null where nothing is approved. Writes nothing.</summary>
    public async Task<Mailing?> Foresee(Effect.SendEdition effect, CancellationToken stop = default)
    {
        if (await newsletters.Find(effect.Edition, stop) is not { Edition.IsAhead: true } one)
            return null;
        var content = await Sketch(one, effect.Due, stop);
        return content.Sections.Count == 0 ? null : EditionMails.Letter(one, content, AudienceShelf.Sketch(await subscriptions.Audience(one.Letter.Id, stop)), setting.Zone, effect.Due);
    }

    /// <summary>The edition as it would leave now: what is approved, lists made anew. Writes nothing.</summary>
    public async Task<EditionContent> Sketch(EditionInPlan one, DateTimeOffset now, CancellationToken stop = default)
    {
        var departure = EditionRules.Leave(one.Shelf, one.Letter, one.Edition, await facts.For(one, now, stop), 0, now);
        return EditionContent.Of(one.Edition, one.Letter, departure.Articles, await Names(stop), now);
    }

    /// <summary>The coordinator sends it now, be its day past or to come.</summary>
    /// <param name="seen">What the preview showed (<see cref="SeenOf"/>); null when it does not matter.</param>
    public async Task<Refusal?> Order(string edition, string? seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await newsletters.Find(edition, stop) is not { } one)
            return Refusal.Because(Why.Unknown, "Ce numéro n’existe pas. Revenez à la liste des numéros.");
        if (one.Edition.State == EditionState.Sent)
            return null;
        if (one.Step.IsAhead)
            return Refusal.Because(Why.NotNow, "Ce numéro a une date\u00A0: ouvrez son étape pour l’envoyer plus tôt, ou déplacez-la.");
        if (!one.Edition.IsAhead || (await Sketch(one, now, stop)).Sections.Count == 0)
            return Refusal.Because(Why.NotNow, "Aucun article de ce numéro n’est approuvé\u00A0: approuvez-en un, puis envoyez.");
        var order = OrderOf(one, now);
        if (seen is not null && (await Foresee(order, stop) is not { } shown || SeenOf(shown) != seen))
            return Refusal.Because(Why.Changed, "Ce numéro ou ses destinataires ont changé depuis que l’aperçu est ouvert. Relisez l’aperçu, puis envoyez.");
        return await newsletters.Change(edition, (shelf, _) => Decision.Accept(shelf, order, new Effect.Note(actor, $"lettre: envoi {edition}", $"note-send-{edition}-{Todo.Stamp(now)}", now, Name(one))), null, stop);
    }

    /// <summary>Print of the people and the words of an edition, so that what is sent is what was shown.</summary>
    public static string SeenOf(Mailing mailing) => $"{mailing.Audience.Hash}-{Print.Of(mailing.Edition!)}";

    private Effect.SendEdition OrderOf(EditionInPlan one, DateTimeOffset now) =>
        new(one.Edition.Id, $"send-{one.Edition.Id}-{Todo.Stamp(now)}", now, Name(one), now.AddSeconds(setting.Platform.Mail.GraceSeconds), Ordered: true);

    /// <summary>An edition says what the plan says of its step: that it does not appear, or does after all.</summary>
    public async Task Follow(Effect.FollowEdition effect, CancellationToken stop = default) => await Written(await newsletters.Change(effect.Edition, (shelf, one) =>
        one.Step.State == StepState.Skipped ? EditionRules.GiveUp(shelf, one.Edition) : EditionRules.TakeUp(shelf, one.Letter, one.Edition, effect.Due), null, stop));

    private async Task<IReadOnlyDictionary<string, string>> Names(CancellationToken stop) =>
        (await network.Load(stop)).Organisations.Values.ToDictionary(organisation => organisation.Id, organisation => organisation.Name);

    private static string Name(EditionInPlan one) => $"{one.Edition.Year}/{one.Edition.Step}";

    /// <summary>A change that an effect makes is made, or the effect is performed again.</summary>
    private static Task Written(Refusal? refusal) => refusal is null ? Task.CompletedTask : throw new InvalidOperationException($"An edition was not changed: {refusal.Why}.");
}
