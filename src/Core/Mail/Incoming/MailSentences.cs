namespace Almanach.Core.Mail.Incoming;

/// <summary>The sentences of a text, with plain apostrophes and spaces; a short line is one, a long one may go on below.</summary>
internal static class MailSentences
{
    /// <summary>Characters after which a mail program may have broken the line.</summary>
    private const int Wrapped = 60;

    public static IReadOnlyList<string> Of(string text)
    {
        var lines = text.Replace('\u2019', '\'').Replace('\u00A0', ' ').Replace('\u202F', ' ').Split('\n');
        var joined = string.Concat(lines.Select(line => line.Length >= Wrapped ? line.TrimEnd() + " " : line.TrimEnd() + "\n"));
        return [.. Ends.Replace(joined, "$1\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>« M. », « Dr. » and initials end nothing.</summary>
    private static readonly SafePattern Ends = new(@"([\p{Ll}0-9»)…][.!?…]+|[!?;]) ", asWritten: true);
}
