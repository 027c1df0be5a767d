using System.Globalization;
using System.Text;

namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>
/// A header such as <c>text/plain; charset="utf-8"; name*0*=utf-8''r%C3%A9 …</c>: its value and its parameters, continued
/// and encoded ones put together (RFC 2231), encoded words in them decoded though no rule allows them.
/// </summary>
public sealed record HeaderParameters(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    public string this[string name] => Parameters.GetValueOrDefault(name, "");

    public static HeaderParameters Read(string header)
    {
        var pieces = Split(header);
        var plain = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var sections = new Dictionary<string, SortedDictionary<int, (string Text, bool Encoded)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var piece in pieces.Skip(1))
        {
            var equals = piece.IndexOf('=');
            if (equals <= 0)
                continue;
            var (name, value) = (piece[..equals].Trim(), Unquoted(piece[(equals + 1)..].Trim()));
            var star = name.IndexOf('*');
            if (star <= 0)
                plain.TryAdd(name, HeaderWords.Decode(value));
            else
                Section(sections, name, star, value);
        }
        foreach (var (name, parts) in sections)
            plain[name] = Joined(parts);
        return new HeaderParameters(pieces[0].Trim().ToLowerInvariant(), plain);
    }

    /// <summary>« name* », « name*0 » or « name*0* ».</summary>
    private static void Section(Dictionary<string, SortedDictionary<int, (string, bool)>> sections, string name, int star, string value)
    {
        var rest = name[(star + 1)..];
        var encoded = rest.Length == 0 || rest.EndsWith('*');
        if (!int.TryParse(rest.TrimEnd('*'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && rest.Length > 0)
            return;
        var key = name[..star];
        if (!sections.TryGetValue(key, out var parts))
            sections[key] = parts = [];
        parts.TryAdd(number, (value, encoded));
    }

    private static string Joined(SortedDictionary<int, (string Text, bool Encoded)> parts)
    {
        var charset = "";
        var bytes = new List<byte>();
        foreach (var (number, (text, encoded)) in parts)
        {
            var quotes = number == 0 && encoded ? text.Split('\'', 3) : [];
            if (quotes.Length == 3)
                charset = quotes[0];
            bytes.AddRange(encoded ? Percent(quotes.Length == 3 ? quotes[2] : text) : Encoding.UTF8.GetBytes(text));
        }
        return Charsets.Decode(bytes.ToArray(), charset);
    }

    private static byte[] Percent(string text) => Encoding.UTF8.GetBytes(text) is var bytes && bytes.AsSpan().Contains((byte)'%')
        ? QuotedPrintableReader.Decode(Swapped(bytes))
        : bytes;

    /// <summary>Percent signs read as quoted-printable does its equals.</summary>
    private static byte[] Swapped(byte[] bytes)
    {
        bytes.AsSpan().Replace((byte)'=', (byte)'_');
        bytes.AsSpan().Replace((byte)'%', (byte)'=');
        return bytes;
    }

    /// <summary>At semicolons that stand in no quotes.</summary>
    private static List<string> Split(string header)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < header.Length && pieces.Count < 100; i++)
        {
            if (header[i] == '"')
                quoted = !quoted;
            if (header[i] == '\\' && quoted && i + 1 < header.Length)
                piece.Append(header[i++]);
            if (header[i] == ';' && !quoted)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else
                piece.Append(header[i]);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string Unquoted(string value)
    {
        if (!value.StartsWith('"'))
            return value;
        var text = new StringBuilder();
        for (var i = 1; i < value.Length && value[i] != '"'; i++)
            text.Append(value[i] == '\\' && i + 1 < value.Length ? value[++i] : value[i]);
        return text.ToString();
    }
}
