namespace Almanach.Core.Engine;

/// <summary>A record read from the store, with what is needed to replace it.</summary>
public sealed record Held<T>(string Key, string Version, T Value);
