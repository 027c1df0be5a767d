using Almanach.Core.Engine;

namespace Almanach.Core.Meetings.Registration;

/// <summary>Who gets a place at a meeting that is open to all. Pure.</summary>
public static class RegistrationRules
{
    /// <summary>How long a place is kept for somebody who has not confirmed.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromHours(24);

    /// <summary>Requests that wait for their confirmation at one time: nobody fills a meeting, or mailboxes, with made-up addresses.</summary>
    public const int MostUnconfirmed = 60;

    /// <summary>All people of one meeting.</summary>
    public const int Most = 2_000;

    public static Decision<RegistrationTurn> Decide(RegistrationBook? book, RegistrationCommand command, RegistrationScene scene) => command switch
    {
        RegistrationCommand.Set set => Set(book, set, scene),
        _ when book is null || book.Erased => Refusal.Because(Why.NotNow, NotOpen),
        RegistrationCommand.Ask ask => Ask(Swept(book, ask.Now), ask, scene),
        RegistrationCommand.Confirm confirm => Confirm(Swept(book, confirm.Now), confirm, scene),
        RegistrationCommand.Withdraw withdraw => Withdraw(Swept(book, withdraw.Now), withdraw, scene),
        RegistrationCommand.Add add => Add(Swept(book, add.Now), add, scene),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Places of people who did not confirm in time are free again; whoever waits gets them.</summary>
    public static RegistrationTurn Sweep(RegistrationBook book, RegistrationScene scene, DateTimeOffset now) => Promoted(Swept(book, now), scene, now);

    /// <summary>Whether a booking takes one of the places.</summary>
    public static bool TakesPlace(Booking booking, DateTimeOffset now) =>
        booking.State == BookingState.Confirmed || (booking.State == BookingState.Held && !HasLapsed(booking, now));

    public static bool HasLapsed(Booking booking, DateTimeOffset now) => booking.IsUnconfirmed && booking.Until <= now;

    private const string NotOpen = "Les inscriptions à cette rencontre ne sont pas ouvertes.";

    private static Decision<RegistrationTurn> Set(RegistrationBook? book, RegistrationCommand.Set set, RegistrationScene scene)
    {
        if (scene.Meeting.Body is not null)
            return Refusal.Because(Why.NotNow, "Seule une rencontre de tout le réseau s’ouvre aux inscriptions\u00A0; celle-ci est réservée aux membres d’une instance.");
        if (!scene.IsAhead(set.Now))
            return Refusal.Because(Why.NotNow, "Cette rencontre a commencé ou n’a pas lieu\u00A0: ses inscriptions ne changent plus.");
        if (RegistrationChecks.Of(set.Terms, scene, set.Now) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        if (book?.Terms == set.Terms)
            return Decision.Done<RegistrationTurn>();
        var swept = book is null ? Start(new RegistrationBook(set.Terms, [])) : Swept(book, set.Now);
        return Decision.Accept(Promoted(swept with { Book = swept.Book with { Terms = set.Terms } }, scene, set.Now));
    }

    private static Decision<RegistrationTurn> Ask(RegistrationTurn turn, RegistrationCommand.Ask ask, RegistrationScene scene)
    {
        var book = turn.Book;
        if (!scene.TakesMore(book.Terms, ask.Now))
            return Refusal.Because(Why.Closed, "Les inscriptions à cette rencontre sont closes. Écrivez à la coordination\u00A0: elle vous dira s’il reste une place.");
        if (RegistrationChecks.Of(ask.Person, addressNeeded: true) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        // Said before anybody is looked up, so that it tells nothing of who is registered.
        if (book.Unconfirmed >= MostUnconfirmed || book.Bookings.Count >= Most)
            return Refusal.Because(Why.NotNow, "Beaucoup d’inscriptions attendent leur confirmation. Réessayez dans quelques heures, ou appelez la coordination.");
        if (Known(turn, ask.Person, scene) is { } known)
            return Decision.Accept(known.IsUnconfirmed
                ? turn with { Written = [ask.Person with { Id = known.Id }], News = [new(known.Id, RegistrationNews.ToConfirm)] }
                : turn with { News = [new(known.Id, known.State == BookingState.Waiting ? RegistrationNews.Waiting : RegistrationNews.Confirmed)] });
        if (book.Terms.For == RegistrationFor.Network && !ask.InNetwork)
            return Decision.Done<RegistrationTurn>();
        var state = HasRoom(book, scene, ask.Now) ? BookingState.Held : BookingState.Asked;
        return Decision.Accept(turn with
        {
            Book = book with { Bookings = [.. book.Bookings, new Booking(ask.Person.Id, state, ask.Now, ask.Now + Hold)] },
            Written = [ask.Person],
            News = [new(ask.Person.Id, RegistrationNews.ToConfirm)],
        });
    }

    private static Decision<RegistrationTurn> Confirm(RegistrationTurn turn, RegistrationCommand.Confirm confirm, RegistrationScene scene)
    {
        if (!scene.IsAhead(confirm.Now))
            return Refusal.Because(Why.Closed, "Cette rencontre a commencé ou n’a pas lieu\u00A0: il n’y a plus rien à confirmer.");
        return turn.Book.Find(confirm.Id) switch
        {
            null => Refusal.Because(Why.Closed, $"Cette inscription n’existe plus\u00A0: elle a été annulée, ou n’a pas été confirmée dans les {Hold.TotalHours:0} heures. Inscrivez-vous de nouveau."),
            { IsUnconfirmed: false } => Decision.Done<RegistrationTurn>(),
            { } booking => Decision.Accept(Seated(turn, booking, scene, confirm.Now)),
        };
    }

    private static Decision<RegistrationTurn> Withdraw(RegistrationTurn turn, RegistrationCommand.Withdraw withdraw, RegistrationScene scene) => turn.Book.Find(withdraw.Id) is null
        ? Decision.Done<RegistrationTurn>()
        : Decision.Accept(Promoted(Without(turn, [withdraw.Id]), scene, withdraw.Now));

    private static Decision<RegistrationTurn> Add(RegistrationTurn turn, RegistrationCommand.Add add, RegistrationScene scene)
    {
        if (!scene.IsAhead(add.Now))
            return Refusal.Because(Why.NotNow, "Cette rencontre a commencé ou n’a pas lieu\u00A0: inscrivez la personne à la main sur la feuille d’émargement.");
        if (RegistrationChecks.Of(add.Person, addressNeeded: false) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        if (turn.Book.Bookings.Count >= Most)
            return Refusal.Because(Why.NotNow, $"Cette rencontre compte déjà {Most / 1_000} 000 inscriptions. Retirez-en avant d’en ajouter.");
        if (turn.Book.Find(add.Person.Id) is not null)
            return Decision.Done<RegistrationTurn>();
        if (Known(turn, add.Person, scene) is { } known)
            return known.IsUnconfirmed
                ? Decision.Accept(Seated(turn, known, scene, add.Now) with { Written = [add.Person with { Id = known.Id }] })
                : Refusal.Invalid(new FieldError("adresse", "Cette adresse est déjà inscrite. Cherchez-la dans la liste."));
        var booking = new Booking(add.Person.Id, BookingState.Asked, add.Now);
        return Decision.Accept(Seated(turn with { Book = turn.Book with { Bookings = [.. turn.Book.Bookings, booking] }, Written = [add.Person] }, booking, scene, add.Now));
    }

    /// <summary>The booking confirmed: with the place it holds, with a free one, or at the end of those who wait.</summary>
    private static RegistrationTurn Seated(RegistrationTurn turn, Booking booking, RegistrationScene scene, DateTimeOffset now)
    {
        var state = booking.State == BookingState.Held || HasRoom(turn.Book, scene, now) ? BookingState.Confirmed : BookingState.Waiting;
        return turn with
        {
            Book = turn.Book with { Bookings = [.. turn.Book.Bookings.Where(other => other.Id != booking.Id), new Booking(booking.Id, state, now)] },
            News = [.. turn.News, new(booking.Id, state == BookingState.Waiting ? RegistrationNews.Waiting : RegistrationNews.Confirmed)],
        };
    }

    private static bool HasRoom(RegistrationBook book, RegistrationScene scene, DateTimeOffset now) =>
        scene.Free(book, now) is not { } free || free > book.Count(BookingState.Waiting);

    /// <summary>Whoever has waited longest gets what is free, as long as the meeting is ahead.</summary>
    private static RegistrationTurn Promoted(RegistrationTurn turn, RegistrationScene scene, DateTimeOffset now)
    {
        var waiting = turn.Book.Bookings.Where(booking => booking.State == BookingState.Waiting).Select(booking => booking.Id);
        var seated = !scene.IsAhead(now) ? [] : waiting.Take(scene.Free(turn.Book, now) ?? int.MaxValue).ToHashSet();
        return seated.Count == 0 ? turn : turn with
        {
            Book = turn.Book with { Bookings = [.. turn.Book.Bookings.Select(booking => seated.Contains(booking.Id) ? new Booking(booking.Id, BookingState.Confirmed, now) : booking)] },
            News = [.. turn.News, .. seated.Select(id => new PersonNews(id, RegistrationNews.PlaceFound))],
        };
    }

    private static Booking? Known(RegistrationTurn turn, Registrant person, RegistrationScene scene) =>
        person.Address.Length > 0 && scene.Known.TryGetValue(person.Address.ToLowerInvariant(), out var id) ? turn.Book.Find(id) : null;

    private static RegistrationTurn Start(RegistrationBook book) => new(book, [], [], []);

    private static RegistrationTurn Swept(RegistrationBook book, DateTimeOffset now) =>
        Without(Start(book), [.. book.Bookings.Where(booking => HasLapsed(booking, now)).Select(booking => booking.Id)]);

    private static RegistrationTurn Without(RegistrationTurn turn, IReadOnlyList<string> ids) => ids.Count == 0 ? turn : turn with
    {
        Book = turn.Book with { Bookings = [.. turn.Book.Bookings.Where(booking => !ids.Contains(booking.Id))] },
        Gone = [.. turn.Gone, .. ids],
    };
}
