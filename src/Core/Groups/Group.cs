using Almanach.Core.Network;

namespace Almanach.Core.Groups;

/// <summary>A working group that was launched. It belongs to no year: it lives until it is closed.</summary>
/// <param name="Id">« 2022-vieillir-chez-soi »: the year and the action it was launched from.</param>
/// <param name="Year">The year whose programme it was launched from.</param>
/// <param name="Action">Id of that year's action.</param>
/// <param name="Pilot">Id of the organisation that pilots; empty as long as there is none.</param>
/// <param name="Referent">Id of the contact who answers for it; null as long as there is none.</param>
/// <param name="Resources">People of whom the group may ask advice, in the network or not.</param>
/// <param name="Plan">Its plan of work, as typed; may be empty.</param>
/// <param name="Reports">One a year at most, oldest first.</param>
/// <param name="Closed">When its work ended; null while it lives.</param>
/// <param name="Proposal">Its launch meeting as the pilot proposes it; null once the coordinator has agreed, or where none was proposed.</param>
/// <param name="Planned">Step of the launch meeting that those who lead it were last told of; empty before, and once it is called off.</param>
/// <param name="PlannedFor">The date they know of it, UTC.</param>
public sealed record Group(
    string Id, string Title, int Year, string Action, DateTimeOffset Launched, string Pilot, string? Referent,
    IReadOnlyList<GroupMember> Members, IReadOnlyList<ResourcePerson> Resources, string Plan, IReadOnlyList<YearReport> Reports, DateTimeOffset? Closed = null,
    MeetingProposal? Proposal = null, string Planned = "", DateTimeOffset? PlannedFor = null)
{
    public const string Partition = "groups";

    public const string Prefix = "group|";

    public static string IdOf(int year, string action) => $"{year}-{action}";

    public GroupState State => Closed is null ? GroupState.Launched : GroupState.Closed;

    /// <summary>Whether somebody may propose its meeting and write its plan and its reports: who answers for it, and whoever is of the pilot's organisation.</summary>
    public bool IsLedBy(Contact person) => person.Id == Referent || (Pilot.Length > 0 && person.Organisation == Pilot);

    /// <summary>Whether an organisation takes part, as a member or as the pilot.</summary>
    public bool Gathers(string organisation) => Pilot == organisation || Members.Any(member => member.Organisation == organisation);
}

public enum GroupState
{
    Launched,
    Closed,
}

/// <summary>An organisation that takes part, and who comes for it.</summary>
/// <param name="Contact">Null where nobody is named.</param>
public sealed record GroupMember(string Organisation, string? Contact);

/// <summary>A « personne ressource »: erased once the group is past keeping.</summary>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Organisation">As typed, at most 160 characters; may be empty.</param>
public sealed record ResourcePerson(string Name, string Organisation);

/// <summary>What a group did in a year, in its own words.</summary>
public sealed record YearReport(int Year, string Text, DateTimeOffset At);
