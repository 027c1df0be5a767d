using System.Text;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Texts;

namespace Almanach.Core.Mail.Mime;

/// <summary>The headers of a letter beside those of every mail: that a program wrote it (RFC 3834), and the letter's own.</summary>
public static class LetterHeaders
{
    private static readonly KeyValuePair<string, string>[] Defaults =
        [new("Auto-Submitted", "auto-generated"), new("X-Auto-Response-Suppress", "OOF, AutoReply")];

    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject", "Message-ID", "MIME-Version", "Return-Path",
    };

    /// <summary>The headers that are the same for everybody, as they travel: in ASCII, on one line.</summary>
    /// <exception cref="ArgumentException">A header holds a line break, is written from the letter itself, or stands twice.</exception>
    public static Dictionary<string, string> Shared(Letter letter) =>
        Named(Of(letter).Where(header => !new SlotTemplate(header.Value).HasSlots).Select(header => (header.Key, header.Value)));

    /// <summary>The headers whose slots the addressee fills, as they travel.</summary>
    /// <inheritdoc cref="Shared"/>
    /// <exception cref="MissingSlotException">The addressee leaves a slot of a header open.</exception>
    public static Func<Addressee, Dictionary<string, string>> Personal(Letter letter)
    {
        var open = Of(letter).Select(header => (header.Key, Template: new SlotTemplate(header.Value))).Where(header => header.Template.HasSlots).ToList();
        return addressee => Named(open.Select(header => (header.Key, header.Template.Fill(addressee))));
    }

    /// <summary>In the order they are written, slots open. What the letter says in its own way is not said twice.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Of(Letter letter)
    {
        var own = letter.Headers.Select(header => Checked(header.Key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Defaults.Where(header => !own.Contains(header.Key)), .. letter.Headers];
    }

    private static Dictionary<string, string> Named(IEnumerable<(string Name, string Value)> headers) =>
        headers.ToDictionary(header => header.Name, header => Written(header.Name, header.Value), StringComparer.OrdinalIgnoreCase);

    private static string Written(string name, string value)
    {
        var sink = new ByteSink();
        HeaderLine.Raw(sink, name, value);
        return Encoding.ASCII.GetString(sink.Written)[(name.Length + 1)..].Replace("\r\n", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>A field name (RFC 5322, 3.6.8) that the writer does not write itself.</summary>
    private static string Checked(string name)
    {
        if (name.Length is 0 or > 60 || name.Any(c => c is <= ' ' or > '~' or ':'))
            throw new ArgumentException("A header's name holds characters that no header name has.");
        if (Own.Contains(name) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"The header {name} is written from the letter itself.");
        return name;
    }
}
