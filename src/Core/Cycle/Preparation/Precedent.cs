namespace Almanach.Core.Cycle.Preparation;

/// <summary>What the last year that had a step did with it.</summary>
/// <param name="Year">The year before, or an earlier one for a step that does not come every year.</param>
/// <param name="Was">The step as it stands there.</param>
/// <param name="Alike">Where its day or its hour was chosen by hand there: the date that is to this year what that one was to its own, if it is another than the one proposed.</param>
/// <param name="Why">How <paramref name="Alike"/> was found, in a sentence; empty without it.</param>
public sealed record Precedent(int Year, Step Was, NewDate? Alike, string Why);
