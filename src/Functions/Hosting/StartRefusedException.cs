namespace Almanach.Functions.Hosting;

/// <summary>The host cannot start as things stand. The message is for the person who deploys it: French, with what to do next.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
