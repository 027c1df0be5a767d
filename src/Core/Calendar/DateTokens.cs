using System.Text.RegularExpressions;

namespace Almanach.Core.Calendar;

/// <summary>A word, number, date, hour or sign of a date expression.</summary>
/// <param name="Text">In lower case; every minus is <c>-</c>.</param>
/// <param name="Position">Index of its first character.</param>
readonly record struct DateToken(string Text, int Position);

/// <summary>
/// Cuts a date expression into words. A hyphen between two letters or digits belongs to the word (<c>copil-extra</c>,
/// <c>2021-12-14</c>); alone or before a number after a space it is a minus, like U+2212 and the en dash.
/// </summary>
static partial class DateTokens
{
    public static IReadOnlyList<DateToken> Of(string text) =>
        [.. Pieces().Matches(text).Select(match => new DateToken(Plain(match.Value), match.Index))];

    static string Plain(string piece) => piece is "−" or "–" ? "-" : piece.ToLowerInvariant();

    [GeneratedRegex(@"[\p{L}\p{N}{}](?:[\p{L}\p{N}{}.:]|-(?=[\p{L}\p{N}]))*|[+\-−–]|[^\p{L}\p{N}{}+\-−–\s]+")]
    private static partial Regex Pieces();
}
