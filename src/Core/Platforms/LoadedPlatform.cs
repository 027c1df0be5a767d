using Almanach.Core.Network;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms;

/// <summary>A platform's folder, read and found coherent.</summary>
/// <param name="Texts">The raw texts of <c>textes/</c>, by name without folder and extension (<c>invitation-vote</c>).</param>
/// <param name="Years">What earlier years left, by year.</param>
public sealed record LoadedPlatform(
    Platform Platform,
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyList<Contact> Contacts,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyDictionary<int, YearBefore> Years);

/// <summary>The outcome of reading a folder: a platform unless some problem is an error; warnings come along with it.</summary>
public sealed record PlatformReading(LoadedPlatform? Loaded, IReadOnlyList<Problem> Problems);
