namespace Almanach.Adapters.Smtp;

/// <summary>The connection broke, kept silent too long or said what no relay says: nothing more can be had of it.</summary>
internal sealed class BrokenWireException(string message, Exception? reason = null) : Exception(message, reason);
