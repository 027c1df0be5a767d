namespace Almanach.Core.Tests.French;

/// <summary>Makes no-break spaces visible in tests: <c>~</c> for U+00A0, <c>^</c> for U+202F.</summary>
static class Spaces
{
    public static string Shown(string text) => text.Replace('\u00A0', '~').Replace('\u202F', '^');

    public static string Real(string text) => text.Replace('~', '\u00A0').Replace('^', '\u202F');
}
