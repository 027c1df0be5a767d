
namespace Almanach.Core.Platforms;

/// <summary>The platform as its mails, pages and documents show it.</summary>
/// <param name="Id">Folder name of the platform, e.g. <c>pfoss-ara</c>.</param>
/// <param name="Short">« PFOSS ».</param>
/// <param name="Name">The full name, on a second line.</param>
/// <param name="AccentDay">Accent colour on light ground, <c>#rrggbb</c>, contrast checked at start.</param>
/// <param name="AccentNight">Accent colour on dark ground.</param>
/// <param name="Phone">As people write it: « 04 73 98 75 53 ».</param>
/// <param name="PhoneHours">« du lundi au jeudi », may be empty.</param>
public sealed record Brand(
    string Id, string Short, string Name, string AccentDay, string AccentNight,
    string Phone, string PhoneHours, string Mailbox);
