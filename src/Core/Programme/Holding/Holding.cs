using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Platforms;
using Almanach.Core.Themes;

namespace Almanach.Core.Programme.Holding;

/// <summary>An action whose meeting may be held, with all that says whether it can be.</summary>
/// <param name="Rules">The conditions of its kind; null for none.</param>
/// <param name="Asked">The consultation its conditions name; null without one, or before it opened.</param>
/// <param name="Committed">Who answered it in favour.</param>
public sealed record Holding(
    ProgrammeAction Action, HeldWhen? Rules, YearPlan Plan, Board Board, Consultation? Asked, IReadOnlyList<Answer> Answers, IReadOnlyList<Commitment> Committed)
{
    /// <summary>Its meeting to come; null while none is planned.</summary>
    public Step? Ahead => ActionMeetings.Ahead(Plan, Action.Id);

    /// <summary>The organisations that give at least the effort its kind asks for.</summary>
    public int Organisations => Committed.Where(one => one.Effort >= (Rules?.Level ?? Effort.Attend)).DistinctBy(one => one.Organisation).Count();
}

/// <summary>What an organisation is ready to give to a meeting.</summary>
/// <param name="Contact">Who said so; null where it was taken by phone.</param>
public sealed record Commitment(string Organisation, string? Contact, Effort Effort);

/// <param name="Text">What is there, or what is missing, as it stands in a sentence.</param>
public sealed record Condition(bool Met, string Text);

/// <summary>A meeting that is not held this time, and why: those who wished for it read it.</summary>
/// <param name="GivenUp">It is not kept for the year after.</param>
public sealed record Decline(bool GivenUp, string Reason, DateTimeOffset Now);
