using Almanach.Core.Access;
using Almanach.Core.Data.Checks.Mending;
using Almanach.Core.Engine;

namespace Almanach.Core.Data.Deliveries.Repairs;

/// <summary>When values of a file may be read as others, and by whose word. Pure. Field names are those of the page.</summary>
public static class RepairRules
{
    /// <summary>Places of the values that are ticked.</summary>
    public const string Field = "corrections";

    public const string SeenField = "proposition";

    /// <summary>Up to so many values, each has its box; more are taken together.</summary>
    public const int MostBoxes = 30;

    public const string Words = "J’accepte que la plate-forme lise ces valeurs de mon fichier comme elle le propose. Le fichier reste tel qu’il a été reçu.";

    public const string AheadWords = "J’accepte d’avance que la plate-forme lise comme elle le propose les valeurs de ce fichier dont le sens est sûr. Le fichier reste tel qu’il a été reçu.";

    /// <summary>What stands once somebody has agreed.</summary>
    /// <param name="said">The file that stands; null for none.</param>
    /// <param name="held">What is known of it.</param>
    /// <param name="offers">As its report has them now.</param>
    /// <param name="before">What was agreed to already.</param>
    public static Decision<AgreedRepairs> Agree(DeliverySaid? said, DataDeposit? held, IReadOnlyList<MendOffer> offers, MendList before, RepairAgreement given)
    {
        if (said is null)
            return Refusal.Because(Why.Unknown, "Aucun fichier n’a été reçu pour cette livraison.");
        if (given.By == Coordination.Id && said.Way != DeliveryWay.Coordinator)
            return Refusal.Because(Why.NotNow, "Le producteur a déposé ce fichier lui-même\u00A0: c’est à lui d’accepter ces corrections, sur sa page.");
        // The same click again.
        if (said.Repairs is { } standing && standing.Offer == given.Seen)
            return Decision.Done<AgreedRepairs>();
        if (held is { IsAccepted: true })
            return Refusal.Because(Why.NotNow, "La coordination a déjà accepté ce fichier tel qu’il est. Pour le corriger, envoyez-le de nouveau.");
        if (held?.Checked is not { } check || IsStale(said, check))
            return Refusal.Because(Why.NotNow, "Ce fichier n’est pas encore vérifié. Rechargez la page dans un instant.");
        if (offers.Count == 0 || given.Seen != Stamp(said, check, offers))
            return Refusal.Because(Why.Changed, "Ce qui est proposé a changé depuis que cette page est ouverte\u00A0: un autre fichier est arrivé, ou d’autres corrections ont été acceptées. Rien n’a été appliqué. Relisez ce qui suit, puis décidez de nouveau.");
        var chosen = offers.Where((_, place) => given.Chosen is null || given.Chosen.Contains(place)).Select(offer => offer.Mend).ToList();
        if (chosen.Count == 0)
            return Refusal.Invalid(new FieldError(Field, "Cochez au moins une correction, ou corrigez le fichier et envoyez-le de nouveau."));
        var list = before.With(chosen);
        return Decision.Accept(new AgreedRepairs(said with { Repairs = new RepairConsent(Words, given.By, given.At, given.Seen, list.Hash, list.Mends.Count) }, list));
    }

    /// <summary>Names what the page shows, so that another list is not agreed to unseen.</summary>
    public static string Stamp(DeliverySaid said, CheckedFile check, IReadOnlyList<MendOffer> offers) => MendList.Stamp(said.File, check.Mends, offers);

    /// <summary>The file was checked before somebody agreed, or agreed to more: it is to be checked again.</summary>
    public static bool IsStale(DeliverySaid said, CheckedFile check) => (check.Consent?.Offer ?? "") != (said.Repairs?.Offer ?? "");

    /// <summary>Agreeing ahead changes nothing where something was agreed to already.</summary>
    public static DeliverySaid Ahead(DeliverySaid said, string by, DateTimeOffset at) =>
        said.Repairs is not null ? said : said with { Repairs = new RepairConsent(AheadWords, by, at, RepairConsent.Ahead, "", 0) };
}
