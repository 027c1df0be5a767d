using Almanach.Core.Calendar;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Registration;

namespace Almanach.Core.Tests.Meetings.Registration;

/// <summary>Who gets a place at a meeting of Tuesday 12 April 2022, 9:30.</summary>
public sealed class RegistrationRulesTests
{
    static readonly PlatformZone _zone = new("Europe/Paris");
    static readonly DateTimeOffset _now = new(2022, 3, 21, 9, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset _starts = new(2022, 4, 12, 7, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_place_is_held_until_it_is_confirmed_and_the_next_one_waits()
    {
        var book = Open(1);

        book = After(book, Ask("a"), "a");
        book = After(book, Ask("b"), "a", "b");

        Assert.Equal(("a:Held b:Asked", 0), (Shown(book), Scene().Free(book, _now)));
        book = After(book, new RegistrationCommand.Confirm("b", _now));
        Assert.Equal("a:Held b:Waiting", Shown(book));
        book = After(book, new RegistrationCommand.Confirm("a", _now));
        Assert.Equal("b:Waiting a:Confirmed", Shown(book));
    }

    [Fact]
    public void An_unconfirmed_place_lapses_after_its_delay_and_goes_to_whoever_waits()
    {
        var book = After(After(After(Open(1), Ask("a"), "a"), Ask("b"), "a", "b"), new RegistrationCommand.Confirm("b", _now));

        var early = RegistrationRules.Sweep(book, Scene(), _now + RegistrationRules.Hold - TimeSpan.FromSeconds(1));
        var late = RegistrationRules.Sweep(book, Scene(), _now + RegistrationRules.Hold);

        Assert.Equal("a:Held b:Waiting", Shown(early.Book));
        Assert.Equal("b:Confirmed", Shown(late.Book));
        Assert.Equal(["a"], late.Gone);
        Assert.Equal([new PersonNews("b", RegistrationNews.PlaceFound)], late.News);
    }

    [Fact]
    public void A_place_given_back_goes_to_whoever_has_waited_longest()
    {
        var book = Seated(1, "a", "b", "c");

        var turn = Turn(book, new RegistrationCommand.Withdraw("a", "", _now));

        Assert.Equal("b:Confirmed c:Waiting", Shown(turn.Book));
        Assert.Equal(["a"], turn.Gone);
        Assert.Equal([new PersonNews("b", RegistrationNews.PlaceFound)], turn.News);
        Assert.IsType<Decision<RegistrationTurn>.AlreadyDone>(Decide(turn.Book, new RegistrationCommand.Withdraw("a", "", _now)));
    }

    [Theory]
    [InlineData(2, "a:Confirmed b:Confirmed c:Waiting")]
    [InlineData(0, "a:Confirmed b:Confirmed c:Confirmed")] // no limit any more
    [InlineData(9, "a:Confirmed b:Confirmed c:Confirmed")]
    public void More_places_go_to_the_waiting_list(int capacity, string expected) =>
        Assert.Equal(expected, Shown(After(Seated(1, "a", "b", "c"), Set(capacity))));

    [Fact]
    public void Fewer_places_throw_nobody_out_and_nobody_new_gets_one()
    {
        var book = After(Seated(3, "a", "b", "c"), Set(1));

        Assert.Equal(("a:Confirmed b:Confirmed c:Confirmed", 0), (Shown(book), Scene().Free(book, _now)));
        Assert.Equal("b:Confirmed c:Confirmed", Shown(After(book, new RegistrationCommand.Withdraw("a", "", _now))));
        Assert.Equal(BookingState.Asked, After(book, Ask("d"), "a", "b", "c", "d").Find("d")!.State);
    }

    [Fact]
    public void Members_who_said_they_come_take_places_too()
    {
        var scene = Scene() with { Coming = 2 };

        Assert.Equal(1, scene.Free(Open(3), _now));
        Assert.Equal(0, scene.Free(Open(1), _now));
        Assert.Null(scene.Free(Open(0), _now));
    }

    [Fact]
    public void The_same_address_has_one_place_however_it_is_written()
    {
        var book = After(Open(0), Ask("a"), "a");

        var again = Turn(book, Ask("x") with { Person = Person("x") with { Address = "A@example.org", Name = "Autrement" } }, "a");
        var confirmed = Turn(After(book, new RegistrationCommand.Confirm("a", _now)), Ask("x") with { Person = Person("x") with { Address = "a@example.org" } }, "a");

        Assert.Equal(("a:Held", "a"), (Shown(again.Book), Assert.Single(again.Written).Id));
        Assert.Equal([new PersonNews("a", RegistrationNews.ToConfirm)], again.News);
        Assert.Empty(confirmed.Written); // nobody changes what is confirmed by typing an address
        Assert.Equal([new PersonNews("a", RegistrationNews.Confirmed)], confirmed.News);
    }

    [Fact]
    public void Where_only_the_network_may_register_an_unknown_address_is_passed_over()
    {
        var book = After(null, new RegistrationCommand.Set(new RegistrationTerms(true, For: RegistrationFor.Network), "coordination", _now));

        Assert.IsType<Decision<RegistrationTurn>.AlreadyDone>(Decide(book, Ask("a")));
        Assert.IsType<Decision<RegistrationTurn>.Accepted>(Decide(book, Ask("a") with { InNetwork = true }));
    }

    [Fact]
    public void So_many_unconfirmed_requests_and_no_more_whoever_asks()
    {
        var book = Open(0);
        for (var i = 0; i < RegistrationRules.MostUnconfirmed; i++)
            book = After(book, Ask($"p{i}"));

        var stranger = Refused(book, Ask("new"));
        var known = Refused(book, Ask("x") with { Person = Person("p0") }, "p0");

        Assert.Equal(Why.NotNow, stranger.Why);
        Assert.Equal(stranger.Message, known.Message); // tells nothing of who is registered
        Assert.IsType<Decision<RegistrationTurn>.Accepted>(Decide(book, Ask("new") with { Now = _now + RegistrationRules.Hold }));
    }

    [Theory]
    [InlineData("2022-04-11T21:59:00Z", null, true)] // the day before, until its evening
    [InlineData("2022-04-11T22:00:00Z", null, false)]
    [InlineData("2022-04-12T07:00:00Z", "2022-04-12", true)]
    [InlineData("2022-04-12T07:30:00Z", "2022-04-12", false)] // it has begun
    [InlineData("2022-04-01T21:59:00Z", "2022-04-01", true)]
    [InlineData("2022-04-01T22:00:00Z", "2022-04-01", false)]
    public void It_ends_on_the_evening_of_its_last_day(string now, string? last, bool takes) =>
        Assert.Equal(takes, Scene().TakesMore(new RegistrationTerms(true, LastDay: last is null ? null : DateOnly.Parse(last, null)), DateTimeOffset.Parse(now, null)));

    [Fact]
    public void A_meeting_of_a_body_one_that_has_begun_and_one_called_off_are_not_opened()
    {
        Assert.Contains("réservée aux membres", Refused(null, Set(1), Scene() with { Meeting = Meeting() with { Body = "copil" } }).Message, StringComparison.Ordinal);
        Assert.Equal(Why.NotNow, Refused(null, Set(1) with { Now = _starts }, Scene()).Why);
        Assert.Equal(Why.NotNow, Refused(null, Set(1), Scene() with { Off = true }).Why);
        Assert.Equal(Why.NotNow, Refused(null, Ask("a"), Scene()).Why);
    }

    [Theory]
    [InlineData(-1, null, "places")]
    [InlineData(2_001, null, "places")]
    [InlineData(5, "2022-04-13", "cloture")]
    [InlineData(5, "2022-03-20", "cloture")]
    public void Conditions_that_cannot_be_are_refused(int capacity, string? last, string field) =>
        Assert.Equal(field, Assert.Single(Refused(null, new RegistrationCommand.Set(new RegistrationTerms(true, capacity, last is null ? null : DateOnly.Parse(last, null)), "coordination", _now), Scene()).Fields).Field);

    [Fact]
    public void Somebody_added_by_telephone_is_confirmed_or_waits_and_twice_is_once()
    {
        var book = After(Open(1), Add("a"));
        book = After(book, Add("b"), "a");

        Assert.Equal("a:Confirmed b:Waiting", Shown(book));
        Assert.IsType<Decision<RegistrationTurn>.AlreadyDone>(Decide(book, Add("b"), "a"));
        Assert.Equal("adresse", Assert.Single(Refused(book, Add("c") with { Person = Person("c") with { Address = "a@example.org" } }, "a").Fields).Field);
    }

    [Fact]
    public void Nobody_gets_a_place_once_the_meeting_has_begun()
    {
        var turn = Turn(Seated(1, "a", "b"), new RegistrationCommand.Withdraw("a", "coordination", _starts));

        Assert.Equal("b:Waiting", Shown(turn.Book));
        Assert.Equal(Why.Closed, Refused(turn.Book, new RegistrationCommand.Confirm("b", _starts)).Why);
    }

    static Meeting Meeting() => new("2022-journee-1", 2022, "2022/journee-1", "Journée d’échanges", null, _starts, "Clermont-Ferrand", false, [],
        MeetingState.Convened, _now, new Dictionary<string, AttendanceMode>(), [], []);

    static RegistrationScene Scene(params IEnumerable<string> known) => new(Meeting(), false, 0, known.ToDictionary(id => $"{id}@example.org"), _zone);

    static Registrant Person(string id) => new(id, $"Personne {id}", $"{id}@example.org", "Un organisme", "");

    static RegistrationCommand.Set Set(int capacity) => new(new RegistrationTerms(true, capacity), "coordination", _now);

    static RegistrationCommand.Ask Ask(string id) => new(Person(id), false, _now);

    static RegistrationCommand.Add Add(string id) => new(Person(id), "coordination", _now);

    static RegistrationBook Open(int capacity) => After(null, Set(capacity));

    static RegistrationBook Seated(int capacity, params IEnumerable<string> ids) => ids.Aggregate(Open(capacity), (book, id) => After(book, Add(id)));

    static Decision<RegistrationTurn> Decide(RegistrationBook? book, RegistrationCommand command, params IEnumerable<string> known) => RegistrationRules.Decide(book, command, Scene(known));

    static RegistrationTurn Turn(RegistrationBook? book, RegistrationCommand command, params IEnumerable<string> known) =>
        Assert.IsType<Decision<RegistrationTurn>.Accepted>(Decide(book, command, known)).State;

    static RegistrationBook After(RegistrationBook? book, RegistrationCommand command, params IEnumerable<string> known) => Turn(book, command, known).Book;

    static Refusal Refused(RegistrationBook? book, RegistrationCommand command, params IEnumerable<string> known) => Refused(book, command, Scene(known));

    static Refusal Refused(RegistrationBook? book, RegistrationCommand command, RegistrationScene scene) =>
        Assert.IsType<Decision<RegistrationTurn>.Refused>(RegistrationRules.Decide(book, command, scene)).Refusal;

    static string Shown(RegistrationBook book) => string.Join(' ', book.Bookings.Select(booking => $"{booking.Id}:{booking.State}"));
}
