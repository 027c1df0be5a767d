using Almanach.Core.Consultations;
using Almanach.Core.Cycle;

namespace Almanach.Core.Mail.Asks;

/// <summary>An open consultation and those who have not answered it yet: all that says who is reminded of it on which morning.</summary>
/// <param name="Waiting">Those asked who still are concerned and have not answered.</param>
/// <param name="Rest">Who was invited after the others, and until which day (excluded) she rests as after a reminder.</param>
/// <param name="Meeting">The step of the meeting it is about; null for none.</param>
public sealed record Asking(
    Consultation Consultation, IReadOnlyList<AudienceMember> Waiting, IReadOnlyDictionary<string, DateOnly> Rest, Step? Meeting)
{
    /// <summary>Ids of those who got no invitation: the first morning asks them, whatever the days of reminders.</summary>
    public IReadOnlySet<string> Fresh { get; init; } = new HashSet<string>();
}
