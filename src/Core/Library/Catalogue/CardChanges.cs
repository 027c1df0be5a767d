using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue;

/// <summary>Which fields of a card differ, by name; and a card with some of another's fields.</summary>
public static class CardChanges
{
    private static readonly (string Name, Func<EntryCard, EntryCard, bool> Same, Func<EntryCard, EntryCard, EntryCard> Take, Func<EntryCard, CardNames, string> Say)[] Fields =
    [
        ("titre", (one, other) => one.Title == other.Title, (card, from) => card with { Title = from.Title }, (card, names) => card.Title),
        ("sorte", (one, other) => one.Kind == other.Kind, (card, from) => card with { Kind = from.Kind }, (card, names) => EntryWords.Name(card.Kind)),
        ("producteurs", (one, other) => one.Producers.SequenceEqual(other.Producers), (card, from) => card with { Producers = from.Producers }, (card, names) => Lists.Join(card.Producers.Select(names.Producer))),
        ("années", (one, other) => (one.From, one.Until) == (other.From, other.Until), (card, from) => card with { From = from.From, Until = from.Until }, (card, names) => EntryWords.Period(card with { Published = null })),
        ("parution", (one, other) => one.Published == other.Published, (card, from) => card with { Published = from.Published }, (card, names) => card.Published is { } day ? FrenchDates.Day(day) : ""),
        ("territoires", (one, other) => one.Territories.SequenceEqual(other.Territories), (card, from) => card with { Territories = from.Territories }, (card, names) => Lists.Join(card.Territories.Select(id => names.Setting.TerritoryOf(id)?.Name ?? id))),
        ("précision du territoire", (one, other) => one.Area == other.Area, (card, from) => card with { Area = from.Area }, (card, names) => card.Area),
        ("thèmes", (one, other) => one.Themes.SequenceEqual(other.Themes), (card, from) => card with { Themes = from.Themes }, (card, names) => Lists.Join(card.Themes.Select(id => names.Setting.ThemeOf(id)?.Name ?? id))),
        ("résumé", (one, other) => one.Summary == other.Summary, (card, from) => card with { Summary = from.Summary }, (card, names) => card.Summary),
        ("adresse", (one, other) => one.Address == other.Address, (card, from) => card with { Address = from.Address }, (card, names) => card.Address),
        ("accès", (one, other) => one.Access == other.Access, (card, from) => card with { Access = from.Access }, (card, names) => EntryWords.Name(card.Access)),
        ("conditions", (one, other) => one.Conditions == other.Conditions, (card, from) => card with { Conditions = from.Conditions }, (card, names) => card.Conditions),
        ("périodicité", (one, other) => one.Rhythm == other.Rhythm, (card, from) => card with { Rhythm = from.Rhythm }, (card, names) => EntryWords.Name(card.Rhythm)),
        ("service", (one, other) => one.Service == other.Service, (card, from) => card with { Service = from.Service }, (card, names) => card.Service),
        ("boîte du service", (one, other) => one.Mailbox == other.Mailbox, (card, from) => card with { Mailbox = from.Mailbox }, (card, names) => card.Mailbox),
        ("méthode", (one, other) => one.Method == other.Method, (card, from) => card with { Method = from.Method }, (card, names) => card.Method),
        ("licence", (one, other) => one.Licence == other.Licence, (card, from) => card with { Licence = from.Licence }, (card, names) => card.Licence),
        ("diffusion", (one, other) => one.Diffusion == other.Diffusion, (card, from) => card with { Diffusion = from.Diffusion }, (card, names) => EntryWords.Name(card.Diffusion)),
    ];

    /// <summary>All of them, in the order of the form.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Fields.Select(known => known.Name)];

    public static IEnumerable<string> Of(EntryCard before, EntryCard after) => Fields.Where(field => !field.Same(before, after)).Select(field => field.Name);

    /// <summary>A card with these fields of another, and all else its own.</summary>
    /// <param name="fields">Names; any other is passed over.</param>
    public static EntryCard Take(EntryCard card, EntryCard from, IReadOnlyCollection<string> fields) =>
        Fields.Where(field => fields.Contains(field.Name)).Aggregate(card, (taken, field) => field.Take(taken, from));

    /// <summary>What a card says in a field, in words; empty for nothing.</summary>
    public static string Say(string field, EntryCard card, CardNames names) => Fields.First(known => known.Name == field).Say(card, names);
}

/// <summary>Names what a card holds by id.</summary>
public sealed record CardNames(CatalogueSetting Setting, Func<Producer, string> Producer);
