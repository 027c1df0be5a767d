using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Almanach.Adapters.Html;

/// <summary>Gathers lines as elements are entered and left.</summary>
internal sealed class PageText
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder line = new();
    private readonly Stack<int> lists = new();
    private int quotes;
    private int preformatted;
    private int blank;

    /// <summary>Around what is struck out: left out, it could not be told from what was never there.</summary>
    private const string Struck = "~~";

    public string Text
    {
        get
        {
            End(0);
            return text.ToString().Trim('\n', ' ');
        }
    }

    /// <summary>False where what is within is not to be read.</summary>
    public bool Enter(INode node)
    {
        if (node is IText words)
            Write(words.Data);
        if (node is not IElement element)
            return node is not IComment;
        if (Looks.IsHidden(element))
            return false;
        if (Looks.IsSignature(element))
        {
            End(0);
            line.Append("-- ");
            End(0);
        }
        switch (element.LocalName)
        {
            case "br":
                End(0, evenEmpty: true);
                break;
            case "hr":
                End(0);
                line.Append("________________________________");
                End(0);
                break;
            case "ul":
                End(0);
                lists.Push(-1);
                break;
            case "ol":
                End(0);
                lists.Push(0);
                break;
            case "li":
                End(0);
                line.Append(Mark());
                break;
            case "pre":
                End(0);
                preformatted++;
                break;
            case "td" or "th" when line.Length > 0 && !EndsInSpace():
                line.Append(' ');
                break;
            case var name when Looks.IsBlock(name):
                End(Looks.IsParagraph(element) ? 1 : 0);
                break;
        }
        if (Looks.IsQuotation(element))
        {
            End(0);
            quotes++;
        }
        if (Looks.IsStruck(element))
            Write(Struck);
        return true;
    }

    public void Leave(INode node)
    {
        if (node is not IElement element)
            return;
        if (Looks.IsStruck(element))
            Write(Struck);
        switch (element.LocalName)
        {
            case "ul" or "ol":
                End(0);
                lists.TryPop(out _);
                break;
            case "pre":
                End(0);
                preformatted--;
                break;
            case "li":
                End(0);
                break;
            case var name when Looks.IsBlock(name):
                End(Looks.IsParagraph(element) ? 1 : 0);
                break;
        }
        if (Looks.IsQuotation(element))
        {
            End(0);
            quotes--;
        }
    }

    /// <summary>« - », or the number of the item.</summary>
    private string Mark()
    {
        if (!lists.TryPop(out var number))
            return "- ";
        lists.Push(number < 0 ? number : number + 1);
        return number < 0 ? "- " : string.Create(CultureInfo.InvariantCulture, $"{number + 1}. ");
    }

    private void Write(string words)
    {
        if (preformatted > 0)
        {
            foreach (var (index, part) in words.Replace("\r", "", StringComparison.Ordinal).Split('\n').Index())
            {
                if (index > 0)
                    End(0, evenEmpty: true);
                line.Append(part);
            }
            return;
        }
        foreach (var c in words)
            if (c is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                if (line.Length > 0 && !EndsInSpace())
                    line.Append(' ');
            }
            else
                line.Append(c);
    }

    private bool EndsInSpace() => line[^1] == ' ';

    /// <param name="gap">Blank lines wanted before what follows.</param>
    private void End(int gap, bool evenEmpty = false)
    {
        var words = line.ToString();
        line.Clear();
        if (words != "-- ")
            words = preformatted > 0 ? words.TrimEnd() : words.Trim(' ');
        words = WordList.Marked(words);
        if (words.Length > 0 || evenEmpty)
        {
            if (text.Length > 0)
                for (var i = 0; i < blank; i++)
                    text.Append(Prefix().TrimEnd()).Append('\n');
            text.Append(Prefix()).Append(words).Append('\n');
            blank = 0;
        }
        if (text.Length > 0)
            blank = Math.Max(blank, gap);
    }

    private string Prefix() => quotes <= 0 ? "" : new string('>', Math.Min(quotes, 20)) + " ";
}
