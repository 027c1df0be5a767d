using Almanach.Core.Consultations;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Privacy;

/// <summary>Puts together what is held on one person. Reads only.</summary>
public static class PersonalFiles
{
    /// <summary>Messages looked through, newest first: some years of a platform.</summary>
    public const int MostMessages = 1_500;

    /// <summary>Messages looked up at one time.</summary>
    private const int AtOnce = 16;

    public static async Task<PersonalFile> Of(Office office, Contact person, CancellationToken stop = default)
    {
        var roster = await office.Network.Load(stop);
        var years = await office.Opening.Years(stop);
        List<Board> boards = [];
        foreach (var year in years is [.., var latest] ? years.Append(latest + 1) : [])
            boards.Add(await office.Themes.Load(year, stop));
        var address = (await office.Suppressions.Load(stop)).Of(person.Address);
        var (messages, more) = await Messages(office, person, stop);
        var (answers, rolls) = await Answers(office, person, years, boards, stop);
        return new PersonalFile(
            person, roster.Organisations[person.Organisation], office.Now, messages, more, answers, rolls,
            [.. boards.SelectMany(board => board.Proposals.Values).Where(proposal => proposal.Contact == person.Id).OrderByDescending(proposal => proposal.At).Select(Of)],
            await Seats(office, person, years, stop),
            [.. (await office.Groups.All(stop)).Where(group => group.Referent == person.Id).Select(group => new HeldGroup(group.Id, group.Title))],
            await Registrations(office, person, years, stop),
            [.. (await office.Inbox.All(stop)).Where(mail => person.Address.Length > 0 && mail.From.Equals(person.Address, StringComparison.OrdinalIgnoreCase))
                .Select(mail => new HeldMail(mail.At, mail.Subject, mail.Text, mail.Files))],
            await Requests(office, person, years, stop),
            await Lists(office, person, stop))
        {
            Refused = address.FirstOrDefault(one => one.Reason == SuppressionReason.Bounce)?.Since,
            Complained = address.FirstOrDefault(one => one.Reason == SuppressionReason.Complaint)?.Since,
        };
    }

    private static async Task<(IReadOnlyList<HeldMessage> Messages, bool More)> Messages(Office office, Contact person, CancellationToken stop)
    {
        List<MailingLine> lines = [];
        await foreach (var line in office.MailRoom.Lines(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, stop))
            lines.Add(line);
        var newest = lines.AsEnumerable().Reverse().Take(MostMessages).ToList();
        var sent = new HeldMessage?[newest.Count];
        // Each message is a partition of its own: looked through one after the other, some years would keep her waiting.
        await Parallel.ForAsync(0, newest.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (index, token) =>
        {
            if ((await office.MailRoom.Outcomes(newest[index].Key, token)).TryGetValue(person.Id, out var outcome))
                sent[index] = new HeldMessage(newest[index].Due, newest[index].Text, outcome);
        });
        return ([.. sent.OfType<HeldMessage>()], lines.Count > MostMessages);
    }

    private static async Task<(IReadOnlyList<HeldAnswer> Answers, IReadOnlyList<HeldRoll> Rolls)> Answers(
        Office office, Contact person, IReadOnlyList<int> years, IReadOnlyList<Board> boards, CancellationToken stop)
    {
        List<string> ids = [];
        foreach (var year in years)
            ids.AddRange(await office.Questions.Ids(year, stop));
        List<HeldAnswer> answers = [];
        List<HeldRoll> rolls = [];
        foreach (var id in ids.Distinct())
        {
            if (await office.Consultations.Find(id, stop) is not { } consultation)
                continue;
            var unit = consultation.Template.Unit == AnswerUnit.Organisation ? person.Organisation : person.Id;
            var asked = (await office.Consultations.Asked(consultation, stop)).Any(member => member.Contact == person.Id);
            if (consultation.Template.IsSecret())
            {
                if (asked)
                    rolls.Add(new HeldRoll(id, consultation.Template.Title, (await office.Secrets.Find(id, stop)).Roll.Units.Contains(unit)));
                continue;
            }
            var current = await office.Consultations.AnswerOf(id, unit, stop);
            var board = boards.FirstOrDefault(board => board.Year == consultation.Year) ?? await office.Themes.Load(consultation.Year, stop);
            if (current is not null && (asked || current.By == person.Id))
                answers.Add(Of(office, consultation, current, person, board, true));
            // What a colleague had answered before is not hers.
            answers.AddRange((await office.Consultations.History(id, unit, stop)).Where(past => IsHers(past, person)).Select(past => Of(office, consultation, past, person, board, false)));
        }
        return ([.. answers.OrderByDescending(answer => answer.At)], rolls);
    }

    private static bool IsHers(Answer answer, Contact person) => answer.By == person.Id || answer.Unit == person.Id;

    private static HeldAnswer Of(Office office, Consultation consultation, Answer answer, Contact person, Board board, bool current) => new(
        consultation.Id, consultation.Template.Title, answer.At, IsHers(answer, person), answer.Channel, answer.Late, current,
        IsHers(answer, person) ? [.. AnswerWords.Lines(consultation, Alone(answer, person), office.Setting.Platform, board, id => null), .. Pictures(answer, person), .. Agreed(answer, person)]
            : Held(answer, person));

    /// <summary>Of an answer a colleague gave last: what she contributes to a newsletter in it, the data files she deposited.</summary>
    public static IReadOnlyList<string> Held(Answer answer, Contact person) =>
        [.. Contributed(answer, person).Select(ContributionWords.Whole), .. Pictures(answer, person), .. Deposited(ReceivingRules.Before(answer), person).ByDelivery.Values.Select(DeliveryWords.Line), .. Agreed(answer, person)];

    /// <summary>Without the name of whoever comes in her place, nor what colleagues contribute to a newsletter or deposit in the same answer.</summary>
    private static Answer Alone(Answer answer, Contact person) => answer with
    {
        Values = answer.Values.ToDictionary(pair => pair.Key, pair => pair.Value switch
        {
            AnswerValue.Attendance attendance => attendance with { Representative = "" },
            AnswerValue.Contributions => new AnswerValue.Contributions([.. Contributed(answer, person)]),
            AnswerValue.Deliveries deliveries => Deposited(deliveries, person),
            var other => other,
        }),
    };

    private static AnswerValue.Deliveries Deposited(AnswerValue.Deliveries all, Contact person) =>
        new(all.ByDelivery.Where(pair => pair.Value.By == person.Id).ToDictionary(pair => pair.Key, pair => pair.Value));

    /// <summary>Corrections of data files that she agreed to, of a colleague’s file too.</summary>
    private static IEnumerable<string> Agreed(Answer answer, Contact person) =>
        ReceivingRules.Before(answer).ByDelivery.Values.Where(said => said.Repairs?.By == person.Id).Select(said => $"Corrections acceptées pour «\u00A0{said.Name}\u00A0»\u00A0: {said.Repairs!.Words}");

    private static IEnumerable<Contribution> Contributed(Answer answer, Contact person) => answer.Contributed.Where(item => item.By == person.Id);

    /// <summary>Where the pictures she sent are found.</summary>
    private static IEnumerable<string> Pictures(Answer answer, Contact person) =>
        Contributed(answer, person).Select(item => item.Picture?.File).OfType<string>().Distinct().Select(file => $"Image envoyée\u00A0: /{file}");

    private static HeldProposal Of(Proposal proposal) => new(
        proposal.Id, proposal.Year, proposal.Title, proposal.Rationale, proposal.Format, proposal.CanSpeak, proposal.OutsideSpeaker, proposal.At, proposal.Withdrawn);

    private static async Task<IReadOnlyList<HeldSeat>> Seats(Office office, Contact person, IReadOnlyList<int> years, CancellationToken stop)
    {
        List<HeldSeat> seats = [];
        foreach (var year in years)
            foreach (var step in (await office.Cycle.Find(year, stop))!.Steps.Where(step => step.Work is StepWork.Meet))
                if (await office.Meetings.Find($"{year}-{step.Id}", stop) is { } meeting && meeting.Attendance.TryGetValue(person.Id, out var mode))
                    seats.Add(new HeldSeat(meeting.Id, meeting.Title, meeting.Starts, mode));
        return [.. seats.OrderByDescending(seat => seat.Starts)];
    }

    private static async Task<IReadOnlyList<HeldRegistration>> Registrations(Office office, Contact person, IReadOnlyList<int> years, CancellationToken stop)
    {
        List<HeldRegistration> registered = [];
        foreach (var (meeting, id) in await office.Traces.Registered(years, new Mention(person), stop))
            if (await office.Registrations.Find(meeting, stop) is { } matter && matter.People.FirstOrDefault(one => one.Id == id) is { } typed)
                registered.Add(new HeldRegistration(meeting, matter.Scene.Meeting.Title, matter.Scene.Meeting.Starts, typed.Name, typed.Organisation, typed.Needs, matter.Book?.Find(id)?.State));
        return registered;
    }

    private static async Task<IReadOnlyList<HeldList>> Lists(Office office, Contact person, CancellationToken stop)
    {
        var choice = await office.Subscriptions.ChoiceOf(person.Id, stop);
        var outside = await office.Subscribers.IdOf(person.Address, stop) is { } id ? await office.Subscribers.Of(id, stop) : [];
        return [.. office.Setting.Platform.Newsletters.Select(letter => new HeldList(letter.Id, letter.Title, person.Receives(letter.Id), choice.Left.GetValueOrDefault(letter.Id)?.On,
            outside.FirstOrDefault(one => one.Newsletter.Id == letter.Id)?.Subscriber.Confirmed))];
    }

    private static async Task<IReadOnlyList<HeldRequest>> Requests(Office office, Contact person, IReadOnlyList<int> years, CancellationToken stop)
    {
        List<HeldRequest> requests = [.. (await office.DataRequests.Of(person.Id, stop)).Select(request => new HeldRequest(
            request.Kind == DataRequestKind.Erasure ? HeldRequestKind.Erasure : HeldRequestKind.Address, request.At, request.Settled))];
        await foreach (var held in office.Ledger.List<SuccessionRequest>(SuccessionRequest.Partition, SuccessionRequest.Prefix, stop))
            if (held.Value.Contact == person.Id)
                requests.Add(new HeldRequest(HeldRequestKind.Succession, held.Value.At, held.Value.Settled));
        foreach (var year in years is [.., var latest] ? years.Append(latest + 1) : [])
            requests.AddRange((await office.Outside.Authors(year, stop)).Where(author => author.Address.Equals(person.Address, StringComparison.OrdinalIgnoreCase))
                .Select(author => new HeldRequest(HeldRequestKind.Subject, author.At, null)));
        if (await office.SignUps.OfAddress(person.Address, stop) is { Value: var asked })
            requests.Add(new HeldRequest(HeldRequestKind.Subscription, asked.At, null));
        return [.. requests.OrderByDescending(request => request.At)];
    }
}
