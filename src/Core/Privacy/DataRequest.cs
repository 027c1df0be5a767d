namespace Almanach.Core.Privacy;

/// <summary>What somebody asks of her own data, that the coordinator has to do: the rest she does herself. One of a kind a person.</summary>
/// <param name="Id">Made of the kind and the person: asked twice, it is one.</param>
/// <param name="Address">The address she wants to be written to; empty for an erasure, and once it is settled.</param>
/// <param name="Settled">When the coordinator dealt with it, or she took it back; null while it waits.</param>
public sealed record DataRequest(
    string Id, DataRequestKind Kind, string Contact, string Organisation, DateTimeOffset At, string Address = "", DateTimeOffset? Settled = null)
{
    public const string Partition = "data-requests";

    public const string Prefix = "request|";

    public static string IdOf(DataRequestKind kind, string contact) => $"{(kind == DataRequestKind.Erasure ? "effacement" : "adresse")}-{contact}";
}

public enum DataRequestKind
{
    /// <summary>That all that can be erased is (GDPR art. 17).</summary>
    Erasure,

    /// <summary>That she is written to at another address (GDPR art. 16): personal links go there, so that the coordinator checks first.</summary>
    Address,
}
