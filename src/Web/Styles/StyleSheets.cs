using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Almanach.Core.Platforms;

namespace Almanach.Web.Styles;

/// <summary>
/// The style sheets of the pages: one for all platforms, one of a few lines for the platform's colours (a strict CSP
/// forbids them inside the page), and both in one for a page that must open as a file. Read once, no I/O afterwards.
/// </summary>
public static partial class StyleSheets
{
    private static readonly ConcurrentDictionary<(string, string, string), StyleSheet> Platforms = new();
    private static readonly ConcurrentDictionary<string, StyleSheet> Together = new();

    /// <summary>What every page links.</summary>
    public static StyleSheet Almanach { get; } = new("almanach", Minify.Css(Embedded("Styles/almanach.css")));

    /// <summary>The platform's accents, and its name in the margin of printed pages. Linked after <see cref="Almanach"/>.</summary>
    /// <exception cref="ArgumentException">An accent is not <c>#rrggbb</c>.</exception>
    public static StyleSheet Platform(Brand brand) =>
        Platforms.GetOrAdd((brand.AccentDay, brand.AccentNight, brand.Short), static key => new StyleSheet("plateforme", Accents(key)));

    /// <summary>Both sheets in one, for the <c>style</c> element of a page that is a file.</summary>
    public static StyleSheet Standalone(Brand brand) =>
        Together.GetOrAdd(Platform(brand).Text, static platform => new StyleSheet("document", Almanach.Text + platform));

    private static string Accents((string Day, string Night, string Name) brand) =>
        $":root{{--accent-day:{Colour(brand.Day)};--accent-night:{Colour(brand.Night)}}}"
        + $"@page{{@bottom-left{{content:\"{Quoted(brand.Name)}\";font:9pt sans-serif;color:#545b61}}}}";

    private static string Colour(string colour) => HexColour().IsMatch(colour)
        ? colour
        : throw new ArgumentException($"An accent is written #rrggbb, not {colour}.", nameof(colour));

    /// <summary>Inside a CSS string, everything but letters and digits is written by its number.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            quoted.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : $"\\{rune.Value:x} ");
        return quoted.ToString();
    }

    private static string Embedded(string name)
    {
        using var stream = typeof(StyleSheets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z")]
    private static partial Regex HexColour();
}
