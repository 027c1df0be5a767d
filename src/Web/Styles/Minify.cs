using System.Text;

namespace Almanach.Web.Styles;

/// <summary>Drops comments and the white space that means nothing; strings stay as they are.</summary>
public static class Minify
{
    /// <summary>Beside these, white space never means anything (beside + - * / ( ) : it may).</summary>
    private const string Tight = "{};,";

    public static string Css(string css)
    {
        var small = new StringBuilder(css.Length);
        var gap = false;
        for (var i = 0; i < css.Length; i++)
        {
            if (css[i] == '/' && i + 1 < css.Length && css[i + 1] == '*')
            {
                var end = css.IndexOf("*/", i + 2, StringComparison.Ordinal);
                i = end < 0 ? css.Length : end + 1;
                gap = true;
            }
            else if (char.IsWhiteSpace(css[i]))
            {
                gap = true;
            }
            else
            {
                if (gap && small.Length > 0 && !Tight.Contains(css[i]) && !Tight.Contains(small[^1]))
                    small.Append(' ');
                gap = false;
                var end = css[i] is '"' or '\'' ? EndOfString(css, i) : i;
                small.Append(css, i, end - i + 1);
                i = end;
            }
        }
        return small.Replace(";}", "}").ToString();
    }

    private static int EndOfString(string css, int open)
    {
        for (var i = open + 1; i < css.Length; i++)
            if (css[i] == '\\')
                i++;
            else if (css[i] == css[open])
                return i;
        return css.Length - 1;
    }
}
