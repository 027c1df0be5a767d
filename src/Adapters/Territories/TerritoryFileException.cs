namespace Almanach.Adapters.Territories;

/// <summary>A file is not taken; the message says why and what to do, in French.</summary>
public sealed class TerritoryFileException(string message) : Exception(message);
