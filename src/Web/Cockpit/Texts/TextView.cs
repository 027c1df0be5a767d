using Almanach.Core.Calendar;
using Almanach.Core.French;
using Almanach.Core.Mail.Texts;
using Almanach.Web.Cockpit.Messages;

namespace Almanach.Web.Cockpit.Texts;

/// <summary>A text in its box.</summary>
/// <param name="Source">As it stands, as it was typed, or a former version.</param>
/// <param name="Changed">It differs from the platform’s own.</param>
/// <param name="Seen">Stamp of what stands.</param>
public sealed record TextView(
    string Id, string Name, string Source, bool Changed, string Seen, VersionsView Versions, IReadOnlyList<(string Word, string Meaning)> Allowed)
{
    public string Href => Addresses.Text(Id);

    /// <summary>Those of the network whom no message reaches.</summary>
    public LeftOut LeftOut { get; init; } = new([]);
}

/// <summary>What was changed in a text, latest first: the first is the one that stands.</summary>
/// <param name="Taken">The version that is in the form; null for the one that stands.</param>
public sealed record VersionsView(IReadOnlyList<VersionView> All, VersionView? Taken)
{
    /// <param name="taken">Number of a version, as the address has it.</param>
    public static VersionsView Of(IReadOnlyList<TextOverride> versions, string? taken, PlatformZone zone)
    {
        List<VersionView> all = [.. versions.Select(version => new VersionView(version.Revision, FrenchDates.DayAt(zone.LocalOf(version.At)), version.By, version.Source))];
        return new VersionsView(all, taken is null ? null : all.Skip(1).FirstOrDefault(version => $"{version.Revision}" == taken));
    }
}

/// <param name="Since">Day and hour it was written.</param>
/// <param name="By">Who wrote it; empty when nobody noted it.</param>
public sealed record VersionView(int Revision, string Since, string By, string Source)
{
    /// <summary>« Par la coordination, le mardi 5 octobre 2021 à 9 h 30 ».</summary>
    public string Title => By.Length == 0 ? $"Le {Since}" : $"Par {(By == Core.Access.Coordination.Id ? "la coordination" : By)}, le {Since}";
}
