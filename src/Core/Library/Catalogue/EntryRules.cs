using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Links;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue;

/// <summary>What may be written in the catalogue, and how an entry changes. Field names are those of the forms.</summary>
public static class EntryRules
{
    public const int MaxTitle = 250;
    public const int MaxSummary = 4_000;
    public const int MaxLine = 250;
    public const int MaxNote = 2_000;
    public const int MaxAddress = 500;
    public const int MaxProducers = 12;
    public const int MaxTerritories = 30;
    public const int FirstYear = 1800;
    public const int LastYear = 2100;

    /// <summary>Longer than any network's catalogue.</summary>
    public const int MostEntries = 20_000;

    /// <summary>Without a word of its producer for so long, an entry is shown as not confirmed.</summary>
    public const int ConfirmedForYears = 2;

    /// <summary>What is wrong with a card, in the order of the form; nothing for one that may be written.</summary>
    public static IReadOnlyList<FieldError> Check(EntryCard card, CatalogueSetting setting, Roster roster)
    {
        List<FieldError> errors = [];
        void Wrong(bool wrong, string field, string message)
        {
            if (wrong)
                errors.Add(new FieldError(field, message));
        }
        Wrong(card.Title.Length == 0, "titre", "Donnez le titre.");
        Long(card.Title, MaxTitle, "titre");
        Wrong(!Enum.IsDefined(card.Kind), "sorte", "Choisissez ce que c’est dans la liste.");
        Wrong(card.Producers.Count == 0, "producteurs", "Dites qui l’a produit\u00A0: un organisme du réseau, ou un autre par son nom.");
        Wrong(card.Producers.Count > MaxProducers, "producteurs", $"Gardez {MaxProducers} producteurs au plus.");
        Wrong(card.Producers.Any(producer => producer.Organisation.Length > 0 ? !roster.Organisations.ContainsKey(producer.Organisation) : producer.Name.Length is 0 or > MaxLine),
            "producteurs", $"Un producteur n’est pas dans le réseau. Écrivez son nom, {MaxLine} caractères au plus, à la ligne des autres organismes.");
        Wrong(!IsYear(card.From), "de", BadYear);
        Wrong(!IsYear(card.Until), "a", BadYear);
        Wrong(card.From > card.Until, "a", "La dernière année vient avant la première.");
        Wrong(card.Published is { Year: < FirstYear or > LastYear }, "parution", BadYear);
        Wrong(card.Territories.Count > MaxTerritories || card.Territories.Any(id => setting.TerritoryOf(id) is null), "territoires", $"Choisissez des territoires de la liste, {MaxTerritories} au plus.");
        Long(card.Area, MaxLine, "precision");
        Wrong(card.Themes.Any(id => setting.ThemeOf(id) is null), "themes", "Choisissez des thèmes de la liste.");
        Long(card.Summary, MaxSummary, "resume");
        Wrong(card.Address.Length > 0 && (card.Address.Length > MaxAddress || !WebAddress.IsOne(card.Address)), "adresse", $"Cette adresse ne s’ouvre pas. Elle commence par https:// ou http://, et a {MaxAddress} caractères au plus.");
        Wrong(!Enum.IsDefined(card.Access), "acces", "Choisissez les conditions d’accès dans la liste.");
        Long(card.Conditions, MaxLine, "conditions");
        Wrong(!Enum.IsDefined(card.Rhythm), "periodicite", "Choisissez la périodicité dans la liste.");
        Long(card.Service, MaxLine, "service");
        Wrong(NamesSomebody(card.Service, roster), "service", "Écrivez un service ou une fonction, pas le nom d’une personne\u00A0: la fiche reste quand les personnes changent.");
        Wrong(card.Mailbox.Length > 0 && !AddressForm.IsWellFormed(card.Mailbox), "boite", "Cette adresse ne peut pas recevoir de message. Elle s’écrit comme statistiques@organisme.fr.");
        Wrong(IsSomebodys(card.Mailbox, roster), "boite", "C’est l’adresse d’une personne du réseau. Donnez celle d’un service\u00A0: la fiche est lue par tout le monde.");
        Long(card.Method, MaxNote, "methode");
        Long(card.Licence, MaxLine, "licence");
        Wrong(!Enum.IsDefined(card.Diffusion), "diffusion", "Choisissez qui peut lire la fiche.");
        return errors;

        void Long(string text, int most, string field) => Wrong(text.Length > most, field, $"Gardez {Numbers.Digits(most)} caractères au plus.");
    }

    /// <summary>Enters a card under an id that stands in no other entry.</summary>
    public static CatalogueEntry New(string id, EntryCard card, DateTimeOffset now, Confirmation? confirmed = null) =>
        new(id, card, now, Shown(card, null, now), now, confirmed);

    /// <summary>Writes a card over the former one; null where it says the same.</summary>
    public static CatalogueEntry? Edit(CatalogueEntry entry, EntryCard card, DateTimeOffset now, Confirmation? confirmed = null) =>
        entry.Card.Says(card) && (confirmed is null || confirmed == entry.Confirmed) ? null
            : entry with { Card = card, Changed = now, Shown = Shown(card, entry.Shown, now), Confirmed = confirmed ?? entry.Confirmed };

    /// <summary>Marked as not current any more: it stays at its address, and says so.</summary>
    public static CatalogueEntry Withdraw(CatalogueEntry entry, string reason, DateTimeOffset now) =>
        entry with { Withdrawn = reason.Length > 0 ? reason : "N’est plus à jour.", Changed = now };

    public static CatalogueEntry Restore(CatalogueEntry entry, DateTimeOffset now) => entry with { Withdrawn = "", Changed = now };

    /// <summary>The entry without a contact that names somebody, and without her words elsewhere; null where it names nobody.</summary>
    public static CatalogueEntry? Without(CatalogueEntry entry, Func<string, bool> isHer)
    {
        var without = Without(entry.Card, isHer);
        return without == entry.Card ? null : entry with { Card = without };
    }

    /// <inheritdoc cref="Without(CatalogueEntry, Func{string, bool})"/>
    public static EntryCard Without(EntryCard card, Func<string, bool> isHer)
    {
        string Kept(string text) => isHer(text) ? "" : text;
        return card with { Service = Kept(card.Service), Mailbox = Kept(card.Mailbox), Conditions = Kept(card.Conditions), Method = Kept(card.Method) };
    }

    /// <summary>What somebody reads of an entry, in sixteen characters: who confirmed it when, apart.</summary>
    public static string Print(CatalogueEntry entry) => Engine.Print.Of(entry with { Added = default, Shown = null, Changed = default, Confirmed = null });

    /// <summary>Nobody has said for two years that it is right.</summary>
    public static bool IsStale(CatalogueEntry entry, DateOnly today, Func<DateTimeOffset, DateOnly> dayOf) =>
        (entry.Confirmed?.Day ?? dayOf(entry.Added)).AddYears(ConfirmedForYears) <= today;

    /// <summary>Addresses beside the entries.</summary>
    private static readonly string[] Reserved = ["besoin", "besoins", "dcat", "export"];

    /// <summary>Made of the title, cut at a word; unlike all ids given.</summary>
    public static string Id(string title, Func<string, bool> isTaken)
    {
        var slug = Typography.Slug(title, 60) is { Length: > 0 } words ? words : "fiche";
        var free = slug;
        for (var copy = 2; isTaken(free) || Reserved.Contains(free); copy++)
            free = $"{slug}-{copy}";
        return free;
    }

    /// <summary>The first day everybody may read it; kept while it is public, gone when it becomes internal.</summary>
    private static DateTimeOffset? Shown(EntryCard card, DateTimeOffset? before, DateTimeOffset now) => card.Diffusion == EntryDiffusion.Public ? before ?? now : null;

    private static bool IsYear(int? year) => year is null or >= FirstYear and <= LastYear;

    private static string BadYear => $"Donnez une année entre {FirstYear} et {LastYear}.";

    /// <summary>Whether a line names a person of the network.</summary>
    public static bool NamesSomebody(string line, Roster roster)
    {
        var words = Bounded(line);
        return line.Length > 0 && roster.Active.Any(contact => contact is { FirstName.Length: > 1, LastName.Length: > 1 }
            && (words.Contains(Bounded($"{contact.FirstName} {contact.LastName}"), StringComparison.Ordinal)
                || words.Contains(Bounded($"{contact.LastName} {contact.FirstName}"), StringComparison.Ordinal)));
    }

    private static string Bounded(string text) => $"-{Typography.Slug(text, MaxLine)}-";

    private static bool IsSomebodys(string mailbox, Roster roster) => mailbox.Length > 0
        && roster.Active.Any(contact => contact is { LastName.Length: > 0 } && contact.Address.Equals(mailbox, StringComparison.OrdinalIgnoreCase));
}
