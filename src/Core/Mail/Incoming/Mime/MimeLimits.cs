namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>How much of a message is read. Past a limit, what was read until there is kept: a message is never refused for being odd.</summary>
public static class MimeLimits
{
    /// <summary>Parts of a message, at any depth.</summary>
    public const int Parts = 200;

    /// <summary>Parts within parts; messages carried along count.</summary>
    public const int Depth = 12;

    /// <summary>Headers of one part.</summary>
    public const int Headers = 500;

    /// <summary>Bytes of one header, its folds included.</summary>
    public const int HeaderBytes = 32_000;

    /// <summary>Bytes of a part that are read as text, once decoded.</summary>
    public const int TextBytes = 1_000_000;
}
