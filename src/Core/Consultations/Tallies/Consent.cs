namespace Almanach.Core.Consultations.Tallies;

/// <summary>What a voter says to a proposal put to consent.</summary>
public enum Consenting
{
    NoObjection,

    /// <summary>Can live with it, and says what should be minded.</summary>
    Reservation,

    /// <summary>Cannot live with it, for a reason that is given.</summary>
    Objection,
}

/// <param name="Rank">1 for the fewest objections, then the fewest reservations; equal ones share a rank.</param>
public sealed record ConsentedOption(string Option, int NoObjection, int Reservations, int Objections, int Rank)
{
    /// <summary>Somebody spoke, and nobody objects.</summary>
    public bool Passes => Objections == 0 && NoObjection + Reservations > 0;
}

/// <summary>Decision by consent: a proposal passes when nobody objects to it.</summary>
public static class Consent
{
    /// <summary>Fewest objections first, equal ones in the order given; an option left blank is not spoken on.</summary>
    /// <param name="list">Ballots marked with <see cref="Consenting"/>.</param>
    public static IReadOnlyList<ConsentedOption> Tally(BallotList list)
    {
        return Ranks.Of(
            list.Options.Select((option, place) => new ConsentedOption(
                option, Said(place, Consenting.NoObjection), Said(place, Consenting.Reservation), Said(place, Consenting.Objection), 0)),
            Comparer<ConsentedOption>.Create((one, other) => (-one.Objections, -one.Reservations).CompareTo((-other.Objections, -other.Reservations))),
            (option, rank) => option with { Rank = rank });

        int Said(int place, Consenting word) => list.Ballots.Where(ballot => ballot.Marks[place] == (int)word).Sum(ballot => ballot.Count);
    }
}
