using Almanach.Core.Mail.Incoming;
using AngleSharp.Dom;

namespace Almanach.Adapters.Html;

/// <summary>What elements of HTML mails are, by their names and by the marks of the programs that write them.</summary>
internal static class Looks
{
    public static bool IsHidden(IElement element) =>
        element.LocalName is "head" or "style" or "script" or "title" or "template" or "noscript" or "svg" or "object" or "iframe" or "textarea" or "select" or "button" or "img"
        || element.HasAttribute("hidden") || Hidden.IsMatch(element.GetAttribute("style") ?? "");

    public static bool IsBlock(string name) => name is
        "p" or "div" or "table" or "tr" or "blockquote" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "section" or "article" or "header" or "footer" or "address" or "center"
        or "dl" or "dt" or "dd" or "fieldset" or "form" or "main" or "nav" or "aside" or "figure" or "figcaption" or "tbody" or "thead" or "caption" or "body";

    /// <summary>Set apart by a blank line; Word's paragraphs are not, they leave empty ones between.</summary>
    public static bool IsParagraph(IElement element) =>
        element.LocalName is "p" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6"
        && !Names(element).Contains("Mso", StringComparison.OrdinalIgnoreCase) && !Tight.IsMatch(element.GetAttribute("style") ?? "");

    /// <summary>Not the indentation of one's own words, which programs write as a quotation without a line beside it.</summary>
    public static bool IsQuotation(IElement element)
    {
        if (element.LocalName != "blockquote")
            return Quoted.IsMatch(Names(element));
        var style = element.GetAttribute("style") ?? "";
        return element.HasAttribute("cite") || element.GetAttribute("type") == "cite" || Names(element).Trim().Length > 0
            || !style.Contains("margin", StringComparison.OrdinalIgnoreCase) || (style.Contains("border", StringComparison.OrdinalIgnoreCase) && !NoBorder.IsMatch(style));
    }

    public static bool IsStruck(IElement element) => element.LocalName is "s" or "strike" or "del" || StruckOut.IsMatch(element.GetAttribute("style") ?? "");

    private static readonly SafePattern StruckOut = new(@"text-decoration(-line)?\s*:[^;]*line-through");

    public static bool IsSignature(IElement element) => element.LocalName != "body" && Signature.IsMatch(Names(element)) && !Before.IsMatch(Names(element));

    private static string Names(IElement element) =>
        $" {element.ClassName} {element.Id} {element.GetAttribute("data-marker")} {element.GetAttribute("data-smartmail")} ".Replace("  ", " ", StringComparison.Ordinal);

    private static readonly SafePattern Hidden = new(@"(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)");

    private static readonly SafePattern Tight = new(@"margin(-top|-bottom)?\s*:\s*0");

    private static readonly SafePattern NoBorder = new(@"border(-left)?\s*:\s*(none|0|medium none)");

    private static readonly SafePattern Quoted = new(@"(^| )(yahoo_quoted|yahoo_quoted_\S*|OLK_SRC_BODY_SECTION|protonmail_quote|mail-quote-collapse)( |$)");

    private static readonly SafePattern Signature = new(@"(^| )(gmail_signature|moz-signature|x?_?Signature|ms-outlook-mobile-signature|x_ms-outlook-mobile-signature|__SIG_\S+|protonmail_signature_block|bloop_sign\S*|tutanota_signature|AppleMailSignature|lineBreakAtBeginningOfSignature|divSignature)( |$)");

    /// <summary>What stands before a signature: a line break, a mark.</summary>
    private static readonly SafePattern Before = new(@"(^| )(gmail_signature_prefix|lineBreakAtBeginningOfSignature|lineBreakAtBeginningOfMessage)( |$)");
}
