namespace Almanach.Core.Meetings.Registration;

/// <summary>What those who registered are told of a meeting.</summary>
public enum MeetingChange
{
    /// <summary>To another day.</summary>
    Moved,

    /// <summary>Its hour, its place or its link.</summary>
    Arranged,
    CalledOff,

    /// <summary>Called off, it takes place after all.</summary>
    Restored,
}
