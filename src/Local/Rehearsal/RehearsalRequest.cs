namespace Almanach.Local.Rehearsal;

/// <param name="Answers">Null for the platform's own <c>answers-YEAR.json</c>.</param>
/// <param name="Contacts">Null for the network as it is.</param>
/// <param name="Store">Null to keep everything in memory.</param>
public sealed record RehearsalRequest(string Platform, int Year, string? Answers, int? Contacts, string? Store, string Out);
