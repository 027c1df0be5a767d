namespace Almanach.Adapters.Sqlite;

/// <summary>The file cannot be opened by this version. The message is for the person who starts the host: French, with what to do next.</summary>
public sealed class StoreFormatException(string message) : Exception(message);
