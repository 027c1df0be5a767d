namespace Almanach.Core.Consultations.Replies.Attending;

/// <summary>What one clause says of who comes.</summary>
internal abstract record Presence
{
    private Presence() { }

    /// <param name="Mode">Null where it says only that one comes.</param>
    /// <param name="Weak">« OK », which may only say that the mail was read.</param>
    public sealed record Comes(AttendanceMode? Mode, bool Weak = false) : Presence;

    public sealed record Away : Presence;

    /// <param name="Words">Why one does not come, as written.</param>
    public sealed record Why(string Words) : Presence;

    /// <param name="Name">Empty where somebody is announced without a name.</param>
    public sealed record StandsIn(string Name) : Presence;

    /// <summary>« c’est noté », « pas de souci »: says nothing of it.</summary>
    public sealed record Said : Presence;
}
