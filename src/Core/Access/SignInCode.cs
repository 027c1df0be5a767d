namespace Almanach.Core.Access;

/// <summary>A code that opens the cockpit, as it is kept: never in the clear.</summary>
/// <param name="Hash">HMAC-SHA256 of the code under the links' key, so that nobody guesses it from a copy of the store.</param>
/// <param name="TriesLeft">Wrong codes that may still be typed.</param>
/// <param name="Once">Opens a single session; the code of a demonstration opens as many as asked until it expires.</param>
public sealed record SignInCode(string Hash, DateTimeOffset Issued, DateTimeOffset Expires, int TriesLeft, bool Once, bool Used = false)
{
    public const string Partition = "sign-in";

    /// <summary>The code that was mailed last.</summary>
    public const string Mailed = "mailed";

    /// <summary>The code a host printed on its console.</summary>
    public const string Printed = "printed";

    public bool IsGood(DateTimeOffset now) => !Used && now < Expires && TriesLeft > 0;
}
