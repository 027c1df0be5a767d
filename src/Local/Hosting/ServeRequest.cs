namespace Almanach.Local.Hosting;

/// <param name="Platform">The platform's folder.</param>
/// <param name="Data">The data folder.</param>
/// <param name="Urls">Where to listen; null for what the settings say.</param>
public sealed record ServeRequest(string Platform, string Data, string? Urls);
