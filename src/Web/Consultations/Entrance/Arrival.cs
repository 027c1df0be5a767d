using Almanach.Core.Consultations;
using Almanach.Core.Links;
using Almanach.Core.Network;

namespace Almanach.Web.Consultations.Entrance;

/// <summary>What somebody who opens a personal link finds.</summary>
public abstract record Arrival
{
    private Arrival() { }

    /// <summary>We did not sign it: one and the same 404.</summary>
    public sealed record Unsigned : Arrival;

    /// <summary>We signed it, and it no longer opens, or does not yet.</summary>
    /// <param name="Offer">The consultation for which a new link may be sent to the address on file.</param>
    /// <param name="AnswersNow">Whether somebody else answers now, where the person has left; empty elsewhere.</param>
    public sealed record Stale(StaleLink Why, PersonalLink Link, Contact? Contact, Consultation? About, Consultation? Offer, string AnswersNow = "") : Arrival;

    public sealed record Welcome(Visit Visit) : Arrival;
}

public enum StaleLink
{
    /// <summary>A link to something else (own page, document).</summary>
    OtherPurpose,

    /// <summary>The person has left, or the organisation.</summary>
    Gone,

    /// <summary>A later link replaces it.</summary>
    Revoked,
    Expired,
    NotYetOpen,
}
