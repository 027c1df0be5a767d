namespace Almanach.Local.Commands;

/// <summary>What a command answers to the shell.</summary>
public static class ExitCode
{
    public const int Fine = 0;

    /// <summary>Refused, with reasons on standard error.</summary>
    public const int Refused = 1;

    public const int Usage = 2;

    public const int Internal = 3;
}
