
namespace Almanach.Core.Library.Catalogue;

/// <summary>
/// What is written of a study or a data source: the fields of Dublin Core and DCAT-AP in plain words. A form, a table or a
/// producer gives one whole.
/// </summary>
/// <param name="Producers">Who made it: they stay its owners; the first one answers for it.</param>
/// <param name="From">First year it covers; of a source, the first year of its series.</param>
/// <param name="Until">Last year it covers; null while a source goes on.</param>
/// <param name="Published">Day it came out, where it is known.</param>
/// <param name="Territories">Ids of the platform's list (<see cref="Platforms.CatalogueSetting"/>).</param>
/// <param name="Area">What the list does not say: « quartiers prioritaires », « par EPCI »; may be empty.</param>
/// <param name="Themes">Ids of the platform's themes.</param>
/// <param name="Address">On the web; empty where it has none.</param>
/// <param name="Conditions">What is to be done to have it; may be empty.</param>
/// <param name="Service">Whom to ask: a function or a service, never a person's name.</param>
/// <param name="Mailbox">Of that service; may be empty.</param>
/// <param name="Method">How it was made, what it does not say; may be empty.</param>
public sealed record EntryCard(
    string Title, EntryKind Kind, IReadOnlyList<Producer> Producers, int? From, int? Until, DateOnly? Published,
    IReadOnlyList<string> Territories, string Area, IReadOnlyList<string> Themes, string Summary,
    string Address, EntryAccess Access, string Conditions, Rhythm Rhythm, string Service, string Mailbox, string Method, string Licence, EntryDiffusion Diffusion)
{
    public static EntryCard Blank { get; } = new(
        "", EntryKind.Study, [], null, null, null, [], "", [], "", "", EntryAccess.Open, "", Rhythm.Unknown, "", "", "", "", EntryDiffusion.Public);

    /// <summary>The same thing said, lists compared by what they hold.</summary>
    public bool Says(EntryCard other) =>
        this with { Producers = other.Producers, Territories = other.Territories, Themes = other.Themes } == other
        && Producers.SequenceEqual(other.Producers) && Territories.SequenceEqual(other.Territories) && Themes.SequenceEqual(other.Themes);
}

/// <summary>Who made an entry.</summary>
/// <param name="Organisation">Id in the network; empty for an organisation outside it.</param>
/// <param name="Name">As it was written, where it is not of the network.</param>
public sealed record Producer(string Organisation, string Name = "");
