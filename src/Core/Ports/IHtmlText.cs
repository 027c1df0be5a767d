namespace Almanach.Core.Ports;

/// <summary>Reads the words of an HTML mail as plain text.</summary>
public interface IHtmlText
{
    /// <summary>
    /// One paragraph or item a line, items preceded by « - » or their number, quotations by « &gt; », what a mail program
    /// marks as a signature by a line « -- ». What cannot be seen is left out. Never throws, whatever the HTML.
    /// </summary>
    string Text(string html);
}
