using Almanach.Core.Calendar;
using Almanach.Core.Platforms;

namespace Almanach.Core.Engine;

/// <summary>What every desk needs to know of the platform it serves.</summary>
/// <param name="Folder">The platform's folder as it was read and checked.</param>
/// <param name="Zone">The one place where instants become days.</param>
public sealed record Setting(LoadedPlatform Folder, PlatformZone Zone)
{
    public Platform Platform => Folder.Platform;

    /// <summary>The text with <c>[année]</c> and other common words filled in.</summary>
    public static string Fill(string text, int year) => text.Replace("[année]", year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
