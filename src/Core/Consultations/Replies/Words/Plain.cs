using System.Globalization;
using System.Text;
using Almanach.Core.French;

namespace Almanach.Core.Consultations.Replies.Words;

/// <summary>A text made ready to be read by patterns.</summary>
internal static class Plain
{
    /// <summary>One kind of space and of apostrophe, nothing unseen, none of the signs that stand for dates.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in TypedText.Clean(text).Normalize(NormalizationForm.FormC))
            if (c is '\u00A0' or '\u202F' or '\u2009' or '\u2002' or '\u2003')
                tidy.Append(' ');
            else if (c is '\u2019' or '\u02BC' or '\u00B4' or '`')
                tidy.Append('\'');
            else if (c is not (Signs.Day or Signs.All or Signs.None or Signs.Rest) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format)
                tidy.Append(c);
        return tidy.ToString().TrimEnd();
    }

    /// <summary>Without pictures, emphasis, and the « (e) » of « présent(e) »: for what is compared and not kept.</summary>
    public static string Bare(string tidy)
    {
        var bare = new StringBuilder(tidy.Length);
        foreach (var c in tidy)
            if (c is '*' || char.GetUnicodeCategory(c) is UnicodeCategory.OtherSymbol or UnicodeCategory.Surrogate or UnicodeCategory.NonSpacingMark && c is not '°')
                bare.Append(' ');
            else
                bare.Append(c);
        return bare.Replace("(e)s", "s").Replace("(e)", "").Replace("(es)", "").Replace("(s)", "").Replace("·e·s", "s").Replace("·es", "s").Replace("·e", "").ToString();
    }

    /// <summary>Lower case without accents, of the same length letter for letter.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (var i = 0; i < from.Length; i++)
            folded[i] = from[i] < 0x80 ? char.ToLowerInvariant(from[i]) : Typography.Fold(from[i].ToString()) is [var plain, ..] ? plain : from[i];
    });

    /// <summary>The words alone, to compare two titles or a label: « L’accès aux droits ! » gives « l acces aux droits ».</summary>
    public static string Words(string text) => Typography.Slug(text, int.MaxValue).Replace('-', ' ');

    /// <summary>Runs of spaces become one.</summary>
    public static string Narrow(string text) => string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
