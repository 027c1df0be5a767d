
namespace Almanach.Core.Meetings.Registration;

/// <summary>Somebody who registered: all that is known of her, for as long as the meeting needs it.</summary>
/// <param name="Id">Drawn at random: it appears in keys, links and logs.</param>
/// <param name="Address">Empty for somebody without one, whom the coordinator entered.</param>
/// <param name="Organisation">As typed; may be empty.</param>
/// <param name="Needs">What she needs to come (access, interpretation); may be empty.</param>
public sealed record Registrant(string Id, string Name, string Address, string Organisation, string Needs)
{
    public const string Prefix = "person|";

    public static string Row(string id) => Prefix + id;

    private const string Mark = "inscrit.";

    /// <summary>How messages name her: no contact's id has a dot.</summary>
    public static string Reference(string meeting, string id) => $"{Mark}{meeting}.{id}";

    /// <summary>Meeting and id of a reference; null for a contact of the network.</summary>
    public static (string Meeting, string Id)? Read(string reference) =>
        reference.StartsWith(Mark, StringComparison.Ordinal) && reference.Split('.') is [_, var meeting, var id] ? (meeting, id) : null;
}
