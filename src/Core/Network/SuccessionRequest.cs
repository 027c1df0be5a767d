using System.Text.Json.Serialization;

namespace Almanach.Core.Network;

/// <summary>
/// « Une autre personne répond désormais »: asked by somebody who has a personal link, settled by the coordinator.
/// Nothing else changes until then.
/// </summary>
/// <param name="Id">Made of what was sent: the same request sent twice is one.</param>
/// <param name="Contact">Who asks.</param>
/// <param name="Name">1 to 120 characters.</param>
/// <param name="Address">Of the successor; used only once the coordinator has confirmed it.</param>
/// <param name="Function">At most 160 characters; may be empty.</param>
/// <param name="Settled">When the coordinator said it was done; null while it waits.</param>
/// <param name="Leaving">Id of the colleague who is to be replaced; empty where it is whoever asks.</param>
public sealed record SuccessionRequest(
    string Id, string Contact, string Organisation, string Name, string Address, string Function, DateTimeOffset At, DateTimeOffset? Settled = null, string Leaving = "")
{
    /// <summary>Id of whoever is to be replaced.</summary>
    [JsonIgnore]
    public string Replaced => Leaving.Length > 0 ? Leaving : Contact;

    public const string Partition = "requests";

    public const string Prefix = "succession|";
}
