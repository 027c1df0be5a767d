using Almanach.Core.Calendar;
using Almanach.Core.Consultations.Secret;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Library.Catalogue;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Mail;
using Almanach.Core.Meetings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Consultations;

/// <summary>Opens, answers and closes consultations: loads, decides, commits.</summary>
public sealed class ConsultationDesk(
    Ledger ledger, Setting setting, CycleDesk cycle, NetworkDesk network, AudienceShelf audiences, OptionDesk options, Receipts receipts, Withdrawals withdrawals, SecretDesk secrets, CatalogueDesk catalogue, DeliveryShelf deliveries)
{
    /// <summary>A personal link goes on showing what was answered for so long after the close.</summary>
    private static readonly TimeSpan LinkOutlives = TimeSpan.FromDays(60);

    public async Task<Consultation?> Find(string id, CancellationToken stop = default) =>
        (await ledger.Find<Consultation>(Consultation.Partition(id), Consultation.Key, stop))?.Value;

    public async Task<Answer?> AnswerOf(string id, string unit, CancellationToken stop = default) =>
        (await ledger.Find<Answer>(Consultation.Partition(id), Consultation.AnswerPrefix + unit, stop))?.Value;

    public async Task<IReadOnlyList<Answer>> Answers(string id, CancellationToken stop = default)
    {
        List<Answer> answers = [];
        await foreach (var held in ledger.List<Answer>(Consultation.Partition(id), Consultation.AnswerPrefix, stop))
            answers.Add(held.Value);
        return answers;
    }

    /// <summary>Units that have answered, as far as it may be told: of a secret vote, nobody before three have.</summary>
    public async Task<IReadOnlySet<string>> Answered(Consultation consultation, CancellationToken stop = default) => consultation.Template.IsSecret()
        ? (await secrets.Find(consultation.Id, stop)).Voted
        : consultation.Template.AsksDeliveries() ? await Delivered(consultation, stop)
        : (await Answers(consultation.Id, stop)).Select(answer => answer.Unit).ToHashSet();

    /// <summary>Organisations of which nothing more is awaited: every file has come, and nothing is to be corrected.</summary>
    private async Task<IReadOnlySet<string>> Delivered(Consultation consultation, CancellationToken stop)
    {
        var known = (await deliveries.All(consultation.Id, stop)).ToDictionary(deposit => (deposit.Delivery, deposit.File));
        return (await Answers(consultation.Id, stop)).Where(answer => ReceivingRules.IsComplete(
            setting.Platform.DataOrEmpty().Of(answer.Unit), answer, (delivery, file) => known.GetValueOrDefault((delivery, file)))).Select(answer => answer.Unit).ToHashSet();
    }

    /// <summary>What a vote gave so far; null where nothing is voted on, and for a secret vote that may not be told (yet).</summary>
    public async Task<VoteOutcome?> Outcome(Consultation consultation, CancellationToken stop = default)
    {
        if (consultation.Template.BallotQuestion() is null)
            return null;
        if (consultation.Template.IsSecret())
            return await secrets.Find(consultation.Id, stop) is var vote && vote.TellsResult(consultation)
                ? VoteCount.Of(consultation, [.. vote.Box.Ballots.Select(ballot => ballot.Marks)]) : null;
        var roster = consultation.Template.VoteOrDefault().EqualColleges ? await network.Load(stop) : null;
        return VoteCount.Of(consultation, await Answers(consultation.Id, stop), unit => CollegeOf(roster!, unit));
    }

    private static string CollegeOf(Roster roster, string unit) =>
        (roster.Organisations.GetValueOrDefault(unit) ?? roster.OrganisationOf(unit))?.College ?? "";

    /// <summary>Former answers of a unit, oldest first.</summary>
    public async Task<IReadOnlyList<Answer>> History(string id, string unit, CancellationToken stop = default)
    {
        List<Answer> answers = [];
        await foreach (var held in ledger.List<Answer>(Consultation.Partition(id), $"{Consultation.PastPrefix}{unit}|", stop))
            answers.Add(held.Value);
        return answers;
    }

    /// <summary>The people asked: frozen when it opened, joined by those who entered the network since (<see cref="NewcomerDesk"/>).</summary>
    public Task<IReadOnlyList<AudienceMember>> Asked(Consultation consultation, CancellationToken stop = default) =>
        audiences.Read(consultation.Audience, stop);

    /// <summary>
    /// Opens it and mails the invitation; opened already, it only takes the new end. Refused when there is nobody or nothing
    /// to ask.
    /// </summary>
    public Task<Refusal?> Open(Effect.OpenConsultation effect, CancellationToken stop = default)
    {
        var template = setting.Consultation(effect.Template, effect.Year);
        var id = $"{effect.Year}-{template.Id}";
        var partition = Consultation.Partition(id);
        return ledger.Carry(async () =>
        {
            if (await ledger.Find<Consultation>(partition, Consultation.Key, stop) is { } known)
                return ConsultationRules.Extend(known.Value, effect.Closes) is Decision<Consultation>.Accepted extended
                    ? new Draft.Write(partition, [new Change.Replace(known.Key, Stored.Write(extended.State), known.Version)], extended.Effects)
                    : new Draft.Nothing();

            var roster = await network.Load(stop);
            var members = await Members(template, effect.Year, effect.Closes, roster, stop);
            var choices = await options.Of(template, effect.Year, stop);
            if (ConsultationRules.MayOpen(template, members.Count, choices) is { } reason)
                return new Draft.Refuse(reason);
            var consultation = New(effect, template, roster, members) with { Audience = await audiences.Freeze(members, stop), Options = choices };
            return new Draft.Write(partition, [new Change.Insert(Consultation.Key, Stored.Write(consultation))],
                [new Effect.SendMailing(Invitation(consultation, await MeetingOf(consultation, stop)), $"invite-{id}", effect.MailsAt ?? effect.Due, effect.Step), .. ConsultationEffects.OnOpen(consultation)]);
        }, stop);
    }

    /// <summary>The invitation that opening would mail, and to whom, as things stand; null when it was mailed already. Writes nothing.</summary>
    public async Task<Mailing?> Foresee(Effect.OpenConsultation effect, CancellationToken stop = default)
    {
        return await Sketch(effect, stop) is { } consultation ? Invitation(consultation, await MeetingOf(consultation, stop)) : null;
    }

    /// <summary>The consultation that opening would begin, with whom it would ask, as things stand; null when it was opened already.</summary>
    public async Task<Consultation?> Sketch(Effect.OpenConsultation effect, CancellationToken stop = default)
    {
        var template = setting.Consultation(effect.Template, effect.Year);
        if (await Find($"{effect.Year}-{template.Id}", stop) is not null)
            return null;
        var roster = await network.Load(stop);
        return New(effect, template, roster, await Members(template, effect.Year, effect.Closes, roster, stop));
    }

    /// <summary>
    /// Opens a consultation that is not in the platform's calendar (the date of a meeting): mails its invitation and closes
    /// by itself.
    /// </summary>
    /// <param name="seen">Hash of the people the coordinator was shown: nobody is added in between.</param>
    public Task<Refusal?> OpenAdHoc(AdHoc asked, string seen, string actor, DateTimeOffset now, CancellationToken stop = default)
    {
        var partition = Consultation.Partition(asked.Id);
        return ledger.Carry(async () =>
        {
            if (await ledger.Find<Consultation>(partition, Consultation.Key, stop) is not null)
                return new Draft.Refuse(Refusal.Because(Why.NotNow, "La date de cette réunion a déjà été mise au choix. Fixez l’une des dates proposées, ou déplacez la réunion\u00A0: ceux qui ont été interrogés l’apprennent."));
            var roster = await network.Load(stop);
            var members = await Members(asked.Template, asked.Year, asked.Closes, roster, stop);
            if (ConsultationRules.OpenAdHoc(asked, members, seen, now) is { } refusal)
                return new Draft.Refuse(refusal);
            var consultation = New(asked, roster, members, now) with { Audience = await audiences.Freeze(members, stop) };
            return new Draft.Write(partition, [new Change.Insert(Consultation.Key, Stored.Write(consultation))],
            [
                new Effect.Note(actor, $"consultation {asked.Id} ouverte", $"note-open-{asked.Id}", now, asked.Step),
                new Effect.SendMailing(Invitation(consultation, null), $"invite-{asked.Id}", now.AddSeconds(setting.Platform.Mail.GraceSeconds), asked.Step),
                new Effect.CloseConsultation(asked.Id, $"close-{asked.Id}", asked.Closes, asked.Step),
            ]);
        }, stop);
    }

    /// <summary>Opens one that follows from an effect, with what is to be done at its end; opened already, does nothing.</summary>
    public Task<Refusal?> Open(AdHoc asked, IReadOnlyList<Effect> also, DateTimeOffset mailsAt, DateTimeOffset now, CancellationToken stop = default)
    {
        var partition = Consultation.Partition(asked.Id);
        return ledger.Carry(async () =>
        {
            if (await ledger.Find<Consultation>(partition, Consultation.Key, stop) is not null)
                return new Draft.Nothing();
            var roster = await network.Load(stop);
            var members = await Members(asked.Template, asked.Year, asked.Closes, roster, stop);
            var consultation = New(asked, roster, members, now) with { Audience = await audiences.Freeze(members, stop) };
            return new Draft.Write(partition, [new Change.Insert(Consultation.Key, Stored.Write(consultation))],
            [
                new Effect.SendMailing(Invitation(consultation, null), $"invite-{asked.Id}", mailsAt, asked.Step),
                new Effect.CloseConsultation(asked.Id, $"close-{asked.Id}", asked.Closes, asked.Step), .. also,
            ]);
        }, stop);
    }

    /// <summary>Gives one outside the calendar a new end; one that had closed is open again.</summary>
    public Task<Refusal?> Extend(string id, DateTimeOffset closes, CancellationToken stop = default)
    {
        var partition = Consultation.Partition(id);
        return ledger.Carry(async () => await ledger.Find<Consultation>(partition, Consultation.Key, stop) is { } held
            && ConsultationRules.Extend(held.Value, closes) is Decision<Consultation>.Accepted extended
                ? new Draft.Write(partition, [new Change.Replace(held.Key, Stored.Write(extended.State), held.Version)],
                    [.. extended.Effects, new Effect.CloseConsultation(id, $"close-{id}-{Todo.Stamp(closes)}", closes, held.Value.Step)])
                : new Draft.Nothing(), stop);
    }

    /// <summary>The invitation that opening it would mail, and to whom. Writes nothing.</summary>
    public async Task<Mailing> Foresee(AdHoc asked, DateTimeOffset now, CancellationToken stop = default) => Invitation(await Sketch(asked, now, stop), null);

    /// <summary>One outside the calendar as opening it would begin it. Writes nothing.</summary>
    public async Task<Consultation> Sketch(AdHoc asked, DateTimeOffset now, CancellationToken stop = default)
    {
        var roster = await network.Load(stop);
        return New(asked, roster, await Members(asked.Template, asked.Year, asked.Closes, roster, stop), now);
    }

    public Task<Refusal?> Close(Effect.CloseConsultation effect, CancellationToken stop = default) =>
        Amend(effect.Consultation, consultation => ConsultationRules.IsOvertaken(consultation, effect) ? Decision.Done<Consultation>() : ConsultationRules.Close(consultation, effect.Due), stop);

    /// <summary>From now on no late answer is taken. Nothing happens where the consultation was never opened.</summary>
    public Task<Refusal?> Settle(Effect.SettleConsultation effect, CancellationToken stop = default) =>
        Amend(effect.Consultation, consultation => ConsultationRules.Settle(consultation, effect.Due), stop);

    private Task<Refusal?> Amend(string id, Func<Consultation, Decision<Consultation>> decide, CancellationToken stop)
    {
        var partition = Consultation.Partition(id);
        return ledger.Carry(async () =>
        {
            var held = await ledger.Find<Consultation>(partition, Consultation.Key, stop);
            return held is null || decide(held.Value) is not Decision<Consultation>.Accepted next
                ? new Draft.Nothing()
                : new Draft.Write(partition, [new Change.Replace(held.Key, Stored.Write(next.State), held.Version)], next.Effects);
        }, stop);
    }

    /// <summary>Takes an answer: stored, with its history and receipt, in one commit.</summary>
    /// <param name="expected">Revision the person saw, 0 for none; null when it does not matter.</param>
    public async Task<Refusal?> Take(string id, AnswerCommand command, int? expected, CancellationToken stop = default)
    {
        var partition = Consultation.Partition(id);
        Consultation? recorded = null;
        var refusal = await ledger.Carry(async () =>
        {
            recorded = null;
            if (await ledger.Find<Consultation>(partition, Consultation.Key, stop) is not { } consultation)
                return new Draft.Refuse(Refusal.Because(Why.NotYetOpen, "Cette consultation n’est pas encore ouverte. Vous recevrez un message à l’ouverture."));
            if (consultation.Value.Template.IsSecret())
                return new Draft.Refuse(Refusal.Because(Why.NotNow, "Ce vote est secret\u00A0: un bulletin ne se donne que par le lien personnel, et personne d’autre ne peut le noter."));
            var before = await ledger.Find<Answer>(partition, Consultation.AnswerPrefix + command.Unit, stop);
            var named = ContributionNames.Give(consultation.Value.Id, ProposalNames.Give(consultation.Value.Id, command, before?.Value), before?.Value);
            IReadOnlyList<FieldError> wrong = [];
            if (consultation.Value.Template.AsksProducers())
            {
                var shelf = await catalogue.Load(stop);
                named = EntryAnswers.Give(consultation.Value.Id, named, before?.Value, shelf);
                wrong = EntryAnswers.Check(named, before?.Value, shelf, setting.Platform.CatalogueOrEmpty());
            }
            if (consultation.Value.Template.AsksDeliveries())
                wrong = [.. ReceivingRules.Check(command, before?.Value, setting.Platform.DataOrEmpty(), await Kept(command, stop))];
            var meeting = IsAboutMeeting(consultation.Value) ? await MeetingOf(consultation.Value, stop) : null;
            var decision = ConsultationRules.Take(consultation.Value, before?.Value, named, expected, meeting, wrong);
            if (decision is Decision<AnswerTaken>.Accepted)
                recorded = consultation.Value;
            return decision switch
            {
                Decision<AnswerTaken>.Refused refused => new Draft.Refuse(refused.Refusal),
                Decision<AnswerTaken>.AlreadyDone => new Draft.Nothing(),
                Decision<AnswerTaken>.Accepted taken => new Draft.Write(partition, Rows(consultation, before, taken.State),
                    [.. taken.Effects, .. await receipts.Of(taken.State, stop), .. await withdrawals.Of(taken.State, before?.Value, stop)]),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }, stop);
        if (refusal is null && recorded is not null)
            Telemetry.Answers.Add(1, new("consultation", recorded.Template.Id), new("channel", command.Channel));
        return refusal;
    }

    /// <summary>Which raw files of an answer are kept, and which lists of repairs.</summary>
    private async Task<Func<string, bool>> Kept(AnswerCommand command, CancellationToken stop)
    {
        HashSet<string> kept = [];
        foreach (var said in command.Values.Values.OfType<AnswerValue.Deliveries>().SelectMany(value => value.ByDelivery?.Values ?? []))
            if (said is not null && ReceivingRules.IsHash(said.File) && await deliveries.IsKept(said.File, stop))
            {
                kept.Add(said.File);
                if (said.Repairs is { IsAhead: false } consent && ReceivingRules.IsHash(consent.List) && await deliveries.IsKept(said.File, consent.List, stop))
                    kept.Add($"{said.File}/{consent.List}");
            }
        return kept.Contains;
    }

    /// <summary>The receipt of an answer that has come to rest; null where it has gone on since, and a later one is due.</summary>
    public async Task<Effect.SendMailing?> Receipt(Effect.Acknowledge effect, CancellationToken stop = default) =>
        await Find(effect.Consultation, stop) is { } consultation && await AnswerOf(effect.Consultation, effect.Unit, stop) is { } answer && answer.Revision == effect.Revision
            ? await receipts.Of(consultation, answer, effect.Due, stop) : null;

    private static bool IsAboutMeeting(Consultation consultation) => consultation.Template.Questions.Any(question => question.Kind is QuestionKind.Attendance or QuestionKind.Dates);

    /// <summary>The link that a mail about this consultation carries.</summary>
    public static LinkTo Link(Consultation consultation) => new(
        LinkPurpose.Answer, consultation.Id, (consultation.Closes ?? consultation.Opened.AddDays(120)) + LinkOutlives);

    private static List<Change> Rows(Held<Consultation> consultation, Held<Answer>? before, AnswerTaken taken)
    {
        List<Change> rows = [new Change.Replace(consultation.Key, Stored.Write(taken.Consultation), consultation.Version)];
        var key = Consultation.AnswerPrefix + taken.Answer.Unit;
        rows.Add(before is null ? new Change.Insert(key, Stored.Write(taken.Answer)) : new Change.Replace(key, Stored.Write(taken.Answer), before.Version));
        if (before is not null)
            rows.Add(new Change.Put($"{Consultation.PastPrefix}{before.Value.Unit}|{before.Value.Revision:D5}", Stored.Write(before.Value)));
        return rows;
    }

    /// <summary>Those of a network whose roles it asks; of producers, those whose organisation has entries, or owes files, with their titles.</summary>
    /// <param name="closes">Of the consultation; null for no end.</param>
    internal async Task<IReadOnlyList<AudienceMember>> Members(ConsultationTemplate template, int year, DateTimeOffset? closes, Roster roster, CancellationToken stop = default)
    {
        var having = roster.Having(template.Roles, template.Body);
        if (template.AsksDeliveries())
            return [.. having.Select(contact => (contact, Owed: setting.Platform.DataOrEmpty().Of(contact.Organisation))).Where(pair => pair.Owed.Count > 0)
                .Select(pair => new AudienceMember(pair.contact.Id, pair.contact.Organisation, InvitedWords.Of(pair.Owed, year, closes, setting.Zone)))];
        if (!template.AsksProducers())
            return [.. having.Select(contact => new AudienceMember(contact.Id, contact.Organisation, new Dictionary<string, IReadOnlyList<string>>()))];
        var shelf = await catalogue.Load(stop);
        return [.. having.Where(contact => shelf.Of(contact.Organisation).Count > 0).Select(contact => new AudienceMember(contact.Id, contact.Organisation,
            new Dictionary<string, IReadOnlyList<string>> { ["fiches"] = EntryList.Of(shelf.Of(contact.Organisation)) }))];
    }

    private static Consultation New(Effect.OpenConsultation effect, ConsultationTemplate template, Roster roster, IReadOnlyList<AudienceMember> members) => new(
        $"{effect.Year}-{template.Id}", effect.Year, effect.Step, template, new Dictionary<string, IReadOnlyList<OptionTemplate>>(),
        ConsultationState.Open, effect.Due, effect.Closes, null, AudienceShelf.Sketch(members), Units(template, roster, members), 0, 1);

    private static Consultation New(AdHoc asked, Roster roster, IReadOnlyList<AudienceMember> members, DateTimeOffset now) => new(
        asked.Id, asked.Year, asked.Step, asked.Template, new Dictionary<string, IReadOnlyList<OptionTemplate>>(),
        ConsultationState.Open, now, asked.Closes, null, AudienceShelf.Sketch(members), Units(asked.Template, roster, members), 0, 1);

    private static Dictionary<string, int> Units(ConsultationTemplate template, Roster roster, IReadOnlyList<AudienceMember> members) =>
        (template.Unit == AnswerUnit.Organisation ? members.DistinctBy(member => member.Organisation) : members)
            .GroupBy(member => roster.Organisations[member.Organisation].College)
            .ToDictionary(group => group.Key, group => group.Count());

    internal Mailing Invitation(Consultation consultation, Step? meeting) => new(
        $"invite-{consultation.Id}", consultation.Template.Invitation, Values(consultation, setting.Zone, meeting), consultation.Audience,
        $"Vous recevez ce message parce que vous représentez [organisme] auprès de la plate-forme. Le lien est personnel\u00A0; si vous le transférez, la réponse sera faite {(consultation.Template.Unit == AnswerUnit.Organisation ? "au nom de votre organisme" : "en votre nom")}.",
        Link(consultation), Replay.SendAgain, Expires: consultation.Closes);

    /// <summary>The meeting it asks about, as its date stands now; null for a question about anything else.</summary>
    public async Task<Step?> MeetingOf(Consultation consultation, CancellationToken stop = default) =>
        Presence.MeetingOf(await cycle.Find(consultation.Year, stop), consultation.Step.Split('/')[^1]);

    /// <summary>What fills the texts about a consultation.</summary>
    /// <param name="meeting">The meeting it asks about, if any.</param>
    public static Dictionary<string, string> Values(Consultation consultation, PlatformZone zone, Step? meeting = null) => new()
    {
        ["année"] = consultation.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["titre"] = consultation.Template.Title,
        ["clôture"] = consultation.Closes is { } closes ? FrenchDates.End(zone.LocalOf(closes)) : "",
        ["réunion"] = Presence.When(meeting, zone),
    };

    /// <summary>The last day on which an answer is taken: the day before a close at midnight.</summary>
    public static DateOnly LastDay(DateTimeOffset closes, PlatformZone zone) => zone.DayOf(closes.AddTicks(-1));
}
