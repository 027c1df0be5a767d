using Almanach.Core.Mail;

namespace Almanach.Core.Access;

/// <summary>
/// The coordination as somebody mail goes to. She is no contact of the network: a reserved id, resolved to the address
/// of the platform's configuration whenever a message leaves.
/// </summary>
public static class Coordination
{
    /// <summary>The reserved contact id; also the actor in the journal.</summary>
    public const string Id = "coordination";

    public static AudienceMember Member { get; } = new(Id, "", new Dictionary<string, IReadOnlyList<string>>());
}
