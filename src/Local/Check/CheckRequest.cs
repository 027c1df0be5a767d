namespace Almanach.Local.Check;

/// <param name="Year">Of the code lists.</param>
public sealed record CheckRequest(string File, string? Schema, int? Year, string? Sheet, bool Json, bool Infer);
