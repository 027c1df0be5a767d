namespace Almanach.Core.Platforms.Reading;

/// <summary>One thing wrong in a platform's folder, in the words of the person who will put it right.</summary>
/// <param name="File">Path inside the folder.</param>
/// <param name="Place">« ligne 12, colonne « college » » in a table, « ligne 4 » in a text, a JSON pointer
/// (<c>/calendar/3/starts</c>) in a JSON file; empty for the file as a whole.</param>
/// <param name="Message">What is wrong. Never holds an address of a person.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Problem(string File, string Place, string Message, string Remedy, Severity Severity = Severity.Error);

public enum Severity
{
    /// <summary>The platform does not start.</summary>
    Error,

    /// <summary>The platform starts; somebody should look.</summary>
    Warning,
}
