using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Meetings.Sittings;
using Almanach.Core.Network;
using Almanach.Core.Platforms;
using Almanach.Core.Ports;

namespace Almanach.Core.Meetings.Registration;

/// <summary>Registration to the meetings that are open to all. The book of a meeting and its people are one partition: of two who want the last place, one gets it.</summary>
public sealed class RegistrationDesk(Ledger ledger, Setting setting, CycleDesk cycle, MeetingDesk meetings, ConsultationDesk consultations, NetworkDesk network, Guests guests, AudienceShelf audiences)
{
    /// <summary>Rows erased in one commit.</summary>
    private const int Chunk = 80;

    private readonly RegistrationLetters letters = new(setting);

    /// <summary>The public page of a meeting, under the platform's address.</summary>
    public static string PageOf(string meeting) => $"/rencontres/{meeting}";

    /// <summary>A meeting of the whole network and who registered; null for any other.</summary>
    public async Task<RegistrationMatter?> Find(string meeting, CancellationToken stop = default) =>
        await Load(meeting, stop) is { Matter: { Scene.Meeting.Body: null } matter } ? matter : null;

    /// <summary>Whether one can register now; cheap where nobody opened it.</summary>
    public async Task<bool> TakesMore(string meeting, DateTimeOffset now, CancellationToken stop = default) =>
        await ledger.Find<RegistrationBook>(RegistrationBook.Partition(meeting), RegistrationBook.Key, stop) is { Value: { Terms.Open: true, Erased: false } }
        && await Find(meeting, stop) is { } matter && matter.TakesMore(now);

    /// <summary>Takes a command; what it tells people leaves with it, in one commit.</summary>
    public Task<Refusal?> Take(string meeting, RegistrationCommand command, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await Load(meeting, stop) is not { } loaded)
            return new Draft.Refuse(Unknown);
        if (Problem(command) is { } problem)
            return new Draft.Refuse(problem);
        var matter = loaded.Matter;
        return RegistrationRules.Decide(matter.Book, command, matter.Scene) switch
        {
            Decision<RegistrationTurn>.Refused refused => new Draft.Refuse(refused.Refusal),
            Decision<RegistrationTurn>.AlreadyDone => new Draft.Nothing(),
            Decision<RegistrationTurn>.Accepted { State: var turn } => new Draft.Write(RegistrationBook.Partition(meeting),
                Changes(loaded, matter.Book is null ? turn with { Book = RegistrationTimes.Settled(turn.Book, matter.Scene.Meeting, setting.Zone, command.Now) } : turn),
                [.. Watched(matter, turn, command.Now), .. Noted(matter.Scene.Meeting, command), .. await Sent(matter, turn, command.Now, command.MailsAt, stop)]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }, stop);

    /// <summary>What a command would mail, and to whom. Writes nothing.</summary>
    public async Task<RegistrationForeseen> Foresee(string meeting, RegistrationCommand command, CancellationToken stop = default)
    {
        if (await Load(meeting, stop) is not { Matter: var matter })
            return new RegistrationForeseen(Unknown, [], await network.Load(stop));
        switch (Problem(command) is { } problem ? (Decision<RegistrationTurn>)problem : RegistrationRules.Decide(matter.Book, command, matter.Scene))
        {
            case Decision<RegistrationTurn>.Accepted { State: var turn }:
                var people = People(matter, turn);
                return new RegistrationForeseen(null,
                    [.. letters.Of(matter.Scene.Meeting, turn, Mailed(people), command.Now).Select(post => post.Mailing with { Audience = AudienceShelf.Sketch(Members(matter.Scene.Meeting, post.People)) })],
                    Guests.With(await network.Load(stop), meeting, turn.Book, people));
            case Decision<RegistrationTurn>.Refused refused:
                return new RegistrationForeseen(refused.Refusal, [], await network.Load(stop));
            default:
                return new RegistrationForeseen(null, [], await network.Load(stop), IsDone: true);
        }
    }

    /// <summary>Whether the network knows an address.</summary>
    public async Task<bool> Knows(string address, CancellationToken stop = default) =>
        (await network.Load(stop)).Active.Any(contact => string.Equals(contact.Address, address, StringComparison.OrdinalIgnoreCase));

    /// <summary>Looks after a book at an instant it waited for: places that lapsed, the reminder, what is past keeping.</summary>
    public Task<Refusal?> Tend(Effect.TendRegistration effect, DateTimeOffset now, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await Load(effect.Meeting, stop) is not { Matter: { Book: { Erased: false } book } matter } loaded)
            return new Draft.Nothing();
        var meeting = matter.Scene.Meeting;
        if (RegistrationTimes.Erases(meeting, setting.Zone) <= now)
            return Erased(loaded, book, meeting, now);
        var turn = RegistrationRules.Sweep(book, matter.Scene, now);
        List<Effect> effects = [.. RegistrationTimes.Next(book, meeting, setting.Zone, now), .. await Sent(matter, turn, now, null, stop)];
        if (RegistrationTimes.RemindsNow(book, matter.Scene, now))
        {
            // Who gets a place in the same breath reads the date in that message.
            var reminder = letters.Reminder(meeting) with { Audience = await audiences.Freeze(Members(meeting, Seated(book, matter.People, BookingState.Confirmed)), stop) };
            turn = turn with { Book = turn.Book with { Reminded = setting.Zone.DayOf(meeting.Starts) } };
            effects.Add(new Effect.SendMailing(reminder, reminder.Key, now, meeting.Step));
        }
        return new Draft.Write(RegistrationBook.Partition(effect.Meeting), Changes(loaded, turn), effects);
    }, stop);

    /// <summary>One message to those who have a place, one to those who wait: the meeting has changed.</summary>
    public Task<Refusal?> Tell(Effect.TellRegistered effect, CancellationToken stop = default) => ledger.Carry(async () =>
    {
        if (await Load(effect.Meeting, stop) is not { Matter: { Book: { Erased: false } before } matter } loaded || before.Told?.Contains(effect.Key) == true)
            return new Draft.Nothing();
        var meeting = matter.Scene.Meeting;
        var book = RegistrationTimes.Settled(Told(before, effect), meeting, setting.Zone, effect.Due);
        List<Effect> effects = [.. RegistrationTimes.Next(book, meeting, setting.Zone, effect.Due)];
        foreach (var (mailing, members) in Changed(Shown(meeting, effect), book, matter.People, effect))
        {
            var sent = mailing with { Audience = await audiences.Freeze(members, stop) };
            effects.Add(new Effect.SendMailing(sent, sent.Key, effect.MailsAt ?? effect.Due, effect.Step));
        }
        return new Draft.Write(RegistrationBook.Partition(effect.Meeting), Changes(loaded, new RegistrationTurn(book, [], [], [])), effects);
    }, stop);

    /// <summary>The same messages as they would be mailed now. Writes nothing.</summary>
    /// <param name="step">The meeting's step as it would be.</param>
    public async Task<IReadOnlyList<Mailing>> Foresee(Effect.TellRegistered effect, Step step, CancellationToken stop = default)
    {
        if (await Load(effect.Meeting, stop) is not { Matter: { Book: { Erased: false } book } matter } || step.Work is not StepWork.Meet meet)
            return [];
        var meeting = matter.Scene.Meeting with { Starts = step.Starts, Place = meet.Place, Remote = meet.Remote, Link = meet.Link };
        return [.. Changed(Shown(meeting, effect), Told(book, effect), matter.People, effect).Select(pair => pair.Mailing with { Audience = AudienceShelf.Sketch(pair.Members) })];
    }

    private static readonly Refusal Unknown = Refusal.Because(Why.Unknown, "Cette rencontre n’existe pas.");

    private Refusal? Problem(RegistrationCommand command) => command is RegistrationCommand.Set { Terms.Open: true } && letters.Missing.ToList() is { Count: > 0 } missing
        ? Refusal.Because(Why.NotNow, $"Il manque des textes dans le dossier de la plate-forme\u00A0: {Lists.Join(missing)}. Ajoutez-les dans textes/ pour ouvrir des inscriptions.")
        : null;

    private static RegistrationBook Told(RegistrationBook book, Effect.TellRegistered effect) => book with { Told = [.. book.Told ?? [], effect.Key] };

    private static Meeting Shown(Meeting meeting, Effect.TellRegistered effect) =>
        effect.Change == MeetingChange.CalledOff ? meeting with { State = MeetingState.Cancelled }
        : meeting.State == MeetingState.Cancelled ? meeting with { State = MeetingState.Convened } : meeting;

    private IEnumerable<(Mailing Mailing, IReadOnlyList<AudienceMember> Members)> Changed(Meeting meeting, RegistrationBook book, IReadOnlyList<Registrant> people, Effect.TellRegistered effect)
    {
        if (meeting.Starts <= effect.Due)
            return [];
        return new[]
        {
            (letters.Changed(meeting, book, effect), Members(meeting, Seated(book, people, BookingState.Confirmed))),
            (letters.ChangedForWaiting(meeting, effect), Members(meeting, Seated(book, people, BookingState.Waiting))),
        }.Where(pair => pair.Item2.Count > 0);
    }

    private static IReadOnlyList<string> Seated(RegistrationBook book, IReadOnlyList<Registrant> people, BookingState state) =>
        [.. people.Where(person => person.Address.Length > 0 && book.Find(person.Id)?.State == state).Select(person => person.Id)];

    private static IReadOnlyList<AudienceMember> Members(Meeting meeting, IReadOnlyList<string> ids) => [.. ids.Select(id => Registrant.Reference(meeting.Id, id))
        .Select(reference => new AudienceMember(reference, reference, new Dictionary<string, IReadOnlyList<string>> { ["ordre du jour"] = meeting.Agenda }))];

    private static IReadOnlyList<Registrant> People(RegistrationMatter matter, RegistrationTurn turn) =>
        [.. matter.People.Where(person => !turn.Gone.Contains(person.Id) && turn.Written.All(written => written.Id != person.Id)), .. turn.Written];

    private static HashSet<string> Mailed(IReadOnlyList<Registrant> people) => [.. people.Where(person => person.Address.Length > 0).Select(person => person.Id)];

    private async Task<IReadOnlyList<Effect>> Sent(RegistrationMatter matter, RegistrationTurn turn, DateTimeOffset now, DateTimeOffset? at, CancellationToken stop)
    {
        var meeting = matter.Scene.Meeting;
        List<Effect> effects = [];
        foreach (var post in letters.Of(meeting, turn, Mailed(People(matter, turn)), now))
        {
            var mailing = post.Mailing with { Audience = await audiences.Freeze(Members(meeting, post.People), stop) };
            effects.Add(new Effect.SendMailing(mailing, mailing.Key, at ?? now, meeting.Step));
        }
        return effects;
    }

    /// <summary>The book is looked at again when a place it holds lapses; from its first day, on the days of the meeting itself.</summary>
    private IEnumerable<Effect> Watched(RegistrationMatter matter, RegistrationTurn turn, DateTimeOffset now) =>
    [
        .. matter.Book is null ? RegistrationTimes.Next(turn.Book, matter.Scene.Meeting, setting.Zone, now) : [],
        .. turn.Book.Bookings.Where(booking => booking.Until is not null && matter.Book?.Find(booking.Id) is null)
            .Select(booking => RegistrationTimes.At(matter.Scene.Meeting, booking.Until!.Value)),
    ];

    private static IEnumerable<Effect> Noted(Meeting meeting, RegistrationCommand command) => command switch
    {
        RegistrationCommand.Set set => [Note(meeting, set, set.Actor, set.Terms.Open ? "ouvertes ou modifiées" : "fermées")],
        RegistrationCommand.Add add => [Note(meeting, add, add.Actor, "une personne ajoutée")],
        RegistrationCommand.Withdraw { Actor.Length: > 0 } withdraw => [Note(meeting, withdraw, withdraw.Actor, "une personne retirée")],
        _ => [],
    };

    private static Effect.Note Note(Meeting meeting, RegistrationCommand command, string actor, string what) =>
        new(actor, $"inscriptions de {meeting.Id}\u00A0: {what}", $"note-registration-{meeting.Id}-{Todo.Stamp(command.Now)}", command.Now, meeting.Step);

    private static IReadOnlyList<Change> Changes(Loaded loaded, RegistrationTurn turn) =>
    [
        loaded.Version is { } version
            ? new Change.Replace(RegistrationBook.Key, Stored.Write(turn.Book), version)
            : new Change.Insert(RegistrationBook.Key, Stored.Write(turn.Book)),
        .. turn.Written.Select(person => new Change.Put(Registrant.Row(person.Id), Stored.Write(person))),
        .. turn.Gone.Where(id => loaded.Matter.People.Any(person => person.Id == id)).Select(id => new Change.Delete(Registrant.Row(id))),
    ];

    /// <summary>Some rows at a time; the rest a minute later.</summary>
    private static Draft.Write Erased(Loaded loaded, RegistrationBook book, Meeting meeting, DateTimeOffset now)
    {
        var gone = loaded.Matter.People.Take(Chunk).Select(person => person.Id).ToList();
        var last = gone.Count == loaded.Matter.People.Count;
        var turn = new RegistrationTurn(book with { Erased = last, Terms = book.Terms with { Open = false } }, [], gone, []);
        return new Draft.Write(RegistrationBook.Partition(meeting.Id), Changes(loaded, turn), last
            ? [new Effect.Note("", $"inscriptions de {meeting.Id}\u00A0: noms et adresses effacés", $"note-registration-erased-{meeting.Id}", now, meeting.Step)]
            : [RegistrationTimes.At(meeting, now.AddMinutes(1))]);
    }

    private async Task<Loaded?> Load(string id, CancellationToken stop)
    {
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || await meetings.Find(id, stop) is not { } meeting
            || await cycle.Find(meeting.Year, stop) is not { } plan || plan.Find(meeting.Step.Split('/')[1]) is not { } step)
            return null;
        var held = await ledger.Find<RegistrationBook>(RegistrationBook.Partition(id), RegistrationBook.Key, stop);
        var people = held is null ? [] : await guests.People(id, stop);
        var known = people.Where(person => person.Address.Length > 0).GroupBy(person => person.Address.ToLowerInvariant()).ToDictionary(same => same.Key, same => same.Last().Id);
        var scene = new RegistrationScene(meeting with { Agenda = MeetingRules.Agenda(plan, meeting) }, meeting.State == MeetingState.Cancelled || step.State == StepState.Skipped, await Coming(plan, step, stop), known, setting.Zone);
        return new Loaded(new RegistrationMatter(scene, held?.Value, people), held?.Version);
    }

    private sealed record Loaded(RegistrationMatter Matter, string? Version);

    /// <summary>Members who answered that they come to this meeting, where that is asked.</summary>
    private async Task<int> Coming(YearPlan plan, Step step, CancellationToken stop) => Presence.StepOf(plan, step)?.Work is StepWork.Consult consult
        && await consultations.Find($"{plan.Year}-{consult.Consultation}", stop) is { } asked
            ? AttendanceSheet.Said(await consultations.Answers(asked.Id, stop)).Values.Count(said => said.Mode is AttendanceMode.OnSite or AttendanceMode.Remote)
            : 0;
}

/// <summary>One meeting with its registration.</summary>
/// <param name="Book">Null as long as nobody opened it.</param>
/// <param name="People">Of whom something is known; in no order that means anything.</param>
public sealed record RegistrationMatter(RegistrationScene Scene, RegistrationBook? Book, IReadOnlyList<Registrant> People)
{
    /// <summary>Those in a state, in the order of the book.</summary>
    public IReadOnlyList<Registrant> In(params IReadOnlyList<BookingState> states) =>
        [.. (Book?.Bookings ?? []).Where(booking => states.Contains(booking.State)).Select(booking => People.FirstOrDefault(person => person.Id == booking.Id)).OfType<Registrant>()];

    public bool TakesMore(DateTimeOffset now) => Book is { Erased: false } book && Scene.TakesMore(book.Terms, now);
}

/// <summary>What a command of the coordinator would mail.</summary>
/// <param name="Roster">Where the people it goes to are found.</param>
/// <param name="IsDone">It was carried out already: nothing is left to do.</param>
public sealed record RegistrationForeseen(Refusal? Refusal, IReadOnlyList<Mailing> Mailings, Roster Roster, bool IsDone = false)
{
    /// <summary>The same stamp means the same messages to the same people.</summary>
    public string Stamp => string.Join('.', Mailings.Select(mailing => $"{mailing.Text}-{mailing.Audience.Hash}"));
}
