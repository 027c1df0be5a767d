using Almanach.Core.Consultations;

namespace Almanach.Core.Groups;

/// <summary>A group that may be launched, with what the network answered of it.</summary>
/// <param name="Action">Id of its action in the year's programme.</param>
/// <param name="Interested">All that ticked it as useful or offered to pilot it: they are told what becomes of it.</param>
public sealed record Candidate(string Action, string Title, IReadOnlyList<Backer> Interested)
{
    /// <summary>Who would take part, and can give time to it; whoever offers to pilot it does, whatever else was ticked.</summary>
    public IReadOnlyList<Backer> Volunteers => [.. Interested.Where(backer => backer is { Pilots: true } or { Useful: true, Effort: >= Effort.Attend })];

    /// <summary>Who would pilot it.</summary>
    public IReadOnlyList<Backer> Pilots => [.. Interested.Where(backer => backer.Pilots)];

    /// <summary>Organisations its volunteers come from.</summary>
    public int Organisations => Volunteers.DistinctBy(backer => backer.Organisation).Count();
}

/// <summary>One answer in favour of a candidate.</summary>
/// <param name="Contact">Who gave it; null where it was taken by phone.</param>
/// <param name="Useful">Ticked among the groups one would take part in.</param>
/// <param name="Pilots">Ticked among the groups one would pilot.</param>
public sealed record Backer(string Organisation, string? Contact, bool Useful, bool Pilots, Effort Effort);
