using Almanach.Core.Library.Catalogue;

namespace Almanach.Core.Tests.Library.Catalogue;

public class EntryRulesTests
{
    private static readonly EntryCard Sound = Cards.Card("Le non-recours", themes: "emploi", territories: "ardeche") with
    {
        Address = "https://insee.example.org/non-recours",
        Service = "Pôle études",
        Mailbox = "etudes@insee.example.org",
    };

    private static IEnumerable<string> Wrong(EntryCard card) => EntryRules.Check(card, Cards.Setting, Cards.Roster).Select(error => error.Field);

    [Fact]
    public void A_whole_card_may_be_written()
    {
        Assert.Empty(Wrong(Sound));
    }

    public static TheoryData<string, Func<EntryCard, EntryCard>> Mistakes() => new()
    {
        { "titre", card => card with { Title = "" } },
        { "titre", card => card with { Title = new string('x', EntryRules.MaxTitle + 1) } },
        { "sorte", card => card with { Kind = (EntryKind)(-1) } },
        { "producteurs", card => card with { Producers = [] } },
        { "producteurs", card => card with { Producers = [new Producer("inconnu")] } },
        { "producteurs", card => card with { Producers = [new Producer("", "")] } },
        { "de", card => card with { From = 92 } },
        { "a", card => card with { From = 2021, Until = 2020 } },
        { "parution", card => card with { Published = new DateOnly(1066, 1, 1) } },
        { "territoires", card => card with { Territories = ["mars"] } },
        { "themes", card => card with { Themes = ["astrologie"] } },
        { "resume", card => card with { Summary = new string('x', EntryRules.MaxSummary + 1) } },
        { "adresse", card => card with { Address = "insee.fr/etude" } },
        { "adresse", card => card with { Address = "javascript:alert(1)" } },
        { "adresse", card => card with { Address = "https://qui:secret@insee.example.org" } },
        { "adresse", card => card with { Address = "https://insee.example.org/\"onload=" } },
        { "acces", card => card with { Access = (EntryAccess)9 } },
        // A card outlives people: no name, no address of somebody of the network.
        { "service", card => card with { Service = "Claire MARTIN, chargée d’études" } },
        { "service", card => card with { Service = "voir Martin Claire" } },
        { "boite", card => card with { Mailbox = "Claire.Martin@insee.example.org" } },
        { "boite", card => card with { Mailbox = "etudes" } },
        { "diffusion", card => card with { Diffusion = (EntryDiffusion)5 } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_its_field(string field, Func<EntryCard, EntryCard> mistake)
    {
        Assert.Equal([field], Wrong(mistake(Sound)).Distinct());
    }

    [Theory]
    [InlineData("Le non-recours aux droits", "le-non-recours-aux-droits")]
    [InlineData("???", "fiche")]
    // Addresses beside the entries stay free; a second of the name is counted.
    [InlineData("Besoins", "besoins-2")]
    [InlineData("Pris", "pris-3")]
    public void An_id_is_made_of_the_title_and_is_free(string title, string id)
    {
        Assert.Equal(id, EntryRules.Id(title, taken => taken is "pris" or "pris-2"));
    }

    [Fact]
    public void What_becomes_public_is_new_that_day_and_only_once()
    {
        var day = Cards.Now;
        var within = EntryRules.New("x", Sound with { Diffusion = EntryDiffusion.Internal }, day);

        var shown = EntryRules.Edit(within, Sound, day.AddDays(3))!;
        var reworded = EntryRules.Edit(shown, Sound with { Title = "Autre" }, day.AddDays(5))!;

        Assert.Null(within.Shown);
        Assert.Equal(day.AddDays(3), shown.Shown);
        Assert.Equal(day.AddDays(3), reworded.Shown);
        Assert.Null(EntryRules.Edit(reworded, reworded.Card with { Themes = [.. reworded.Card.Themes] }, day.AddDays(9)));
    }

    [Theory]
    // Two years after the last confirmation, to the day; without one, after the entry came in.
    [InlineData("2020-03-01", true)]
    [InlineData("2020-03-02", false)]
    [InlineData(null, false)]
    public void An_entry_is_stale_after_two_years(string? confirmed, bool stale)
    {
        var entry = EntryRules.New("x", Sound, new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero), confirmed is null ? null : new Confirmation(DateOnly.Parse(confirmed, System.Globalization.CultureInfo.InvariantCulture), "insee"));

        Assert.Equal(stale, EntryRules.IsStale(entry, new DateOnly(2022, 3, 1), instant => DateOnly.FromDateTime(instant.UtcDateTime)));
    }

    [Fact]
    public void Somebodys_name_is_taken_out_of_the_contact_and_nothing_else_changes()
    {
        var entry = EntryRules.New("x", Sound with { Service = "Ada Rare", Method = "Relu par Ada Rare." }, Cards.Now);

        var without = EntryRules.Without(entry, text => text.Contains("Ada Rare", StringComparison.Ordinal))!;

        Assert.Equal(("", "", Sound.Mailbox, Sound.Title), (without.Card.Service, without.Card.Method, without.Card.Mailbox, without.Card.Title));
        Assert.Null(EntryRules.Without(without, text => text.Contains("Ada Rare", StringComparison.Ordinal)));
    }
}
