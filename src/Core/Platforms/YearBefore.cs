using System.ComponentModel;

namespace Almanach.Core.Platforms;

/// <summary>
/// What the year before the first cycle left (<c>years/2021.json</c>): the actions it held, for the bilan, and the themes
/// left untreated, for the collection. Later years take both from the store.
/// </summary>
public sealed record YearBefore(int Year, IReadOnlyList<PastAction> Actions, IReadOnlyList<CarriedTheme> Untreated);

/// <param name="State">« tenue », « reportée » … as the bilan prints it.</param>
/// <param name="When">Day or period in words; may be empty.</param>
public sealed record PastAction(
    ActionKind Kind, string Title, string State, [DefaultValue("")] string When, [DefaultValue("")] string Where,
    [DefaultValue("")] string Note);

/// <param name="Id">Stable across years: lower-case letters, digits, dashes.</param>
/// <param name="Origin">« atelier, non traité »: the small line shown beside it.</param>
/// <param name="Description">What its proposals said of it; may be empty.</param>
public sealed record CarriedTheme(string Id, string Title, ActionKind Kind, string Origin, [DefaultValue("")] string Description = "");
