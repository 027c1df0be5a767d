using System.Text.RegularExpressions;
using Almanach.Core.Platforms;

namespace Almanach.Web.Mail;

/// <summary>
/// The look of mails, inline because mail programs drop style sheets; what night and small screens change stands in the
/// style sheet, by class.
/// </summary>
public sealed partial class MailStyles(Brand brand)
{
    private const string Sans = "font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;";
    private const string Serif = "font-family:Palatino,Palatino Linotype,Georgia,serif;";
    private const string Ink = "color:#1d2226;";
    private const string Soft = "color:#545b61;";

    /// <summary>An address longer than a small screen is broken, and does not widen the whole mail; older programs know the second rule only.</summary>
    private const string Wrap = "overflow-wrap:anywhere;word-break:break-word;";

    public string Accent { get; } = Colour(brand.AccentDay);

    private string Night { get; } = Colour(brand.AccentNight);

    public string Link => $"color:{Accent};";

    public string Short => $"margin:0 0 2px;{Serif}font-size:20px;line-height:1.2;font-weight:bold;{Link}";

    public const string Name = $"margin:0;{Sans}font-size:13px;line-height:1.4;{Soft}{Wrap}";

    public const string Title = $"margin:0 0 22px;{Serif}font-size:27px;line-height:1.2;font-weight:bold;{Ink}{Wrap}";

    public const string Heading = $"margin:8px 0 12px;{Serif}font-size:20px;line-height:1.3;font-weight:bold;{Ink}{Wrap}";

    public const string StoryTitle = $"margin:0 0 6px;{Sans}font-size:18px;line-height:1.35;font-weight:bold;{Ink}{Wrap}";

    public const string StoryFacts = $"margin:0 0 12px;{Sans}font-size:15px;line-height:1.5;{Soft}{Wrap}";

    public const string Detail = $"{Sans}font-size:15px;line-height:1.5;{Soft}{Wrap}";

    /// <summary>On no ground of its own: a picture with a clear ground stays readable by night.</summary>
    public const string Picture = $"display:block;max-width:100%;height:auto;border:0;background-color:#ffffff;{Sans}font-size:15px;line-height:1.4;color:#545b61;";

    /// <summary>Read aloud, not shown.</summary>
    public const string Hidden = "position:absolute;width:1px;height:1px;overflow:hidden;";

    public const string Paragraph = $"margin:0 0 18px;{Sans}font-size:17px;line-height:1.55;{Ink}{Wrap}";

    public const string List = $"margin:0 0 18px;padding:0 0 0 22px;{Sans}font-size:17px;line-height:1.55;{Ink}{Wrap}";

    public string Quote => $"margin:0 0 18px;padding:2px 0 2px 16px;border-left:3px solid {Accent};{Sans}font-size:17px;line-height:1.55;{Ink}{Wrap}";

    public const string FactLabel = $"width:25%;padding:9px 18px 9px 0;border-top:1px solid #dedacd;vertical-align:top;text-align:left;font-weight:normal;{Sans}font-size:15px;line-height:1.5;{Soft}";

    public const string FactValue = $"padding:9px 0;border-top:1px solid #dedacd;vertical-align:top;{Sans}font-size:17px;line-height:1.4;{Ink}{Wrap}";

    /// <summary>Outlook takes no padding on a link: the cell has it there (mso-padding-alt).</summary>
    public string ButtonCell => $"background-color:{Accent};border-radius:6px;mso-padding-alt:14px 28px;";

    public string Button => $"display:inline-block;padding:14px 28px;{Sans}font-size:17px;line-height:1.3;font-weight:bold;color:#ffffff;text-decoration:none;border:1px solid {Accent};border-radius:6px;";

    public const string Foot = $"margin:0 0 10px;{Sans}font-size:14px;line-height:1.5;{Soft}{Wrap}";

    public string Sheet => $$"""
        :root { color-scheme: light dark; supported-color-schemes: light dark; }
        @media (prefers-color-scheme: dark) {
          .m-page { background-color: #14181a !important; }
          .m-card { background-color: #1b2023 !important; }
          .m-ink { color: #ebe8e1 !important; }
          .m-soft { color: #b0b5b7 !important; }
          .m-link { color: {{Night}} !important; }
          .m-line { border-color: #384045 !important; }
          .m-quote { border-color: {{Night}} !important; }
          .m-top, .m-button { background-color: {{Night}} !important; }
          .m-button a { color: #0d1719 !important; border-color: {{Night}} !important; }
        }
        @media (max-width: 480px) {
          .m-pad { padding-left: 22px !important; padding-right: 22px !important; }
          .m-full { width: 100% !important; }
          .m-button a { display: block !important; }
          .m-foot a { display: block !important; padding: 7px 0 !important; }
          .m-dot { display: none !important; }
        }
        """;

    /// <summary>A colour is written into the style sheet: nothing but <c>#rrggbb</c> may stand there.</summary>
    private static string Colour(string colour) => Hex().IsMatch(colour)
        ? colour
        : throw new ArgumentException("An accent colour is written #rrggbb.");

    [GeneratedRegex("^#[0-9a-fA-F]{6}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}
