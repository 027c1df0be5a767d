using System.Text;
using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming.Bodies;

/// <summary>Paragraphs that a mail program cut into lines to be joined again: <c>format=flowed</c> (RFC 3676).</summary>
internal static class Flowed
{
    public static string Unwrap(string text, HeaderParameters type)
    {
        if (!type["format"].Equals("flowed", StringComparison.OrdinalIgnoreCase))
            return text;
        var joinsWithout = type["delsp"].Equals("yes", StringComparison.OrdinalIgnoreCase);
        var result = new StringBuilder(text.Length);
        int? open = null;
        foreach (var line in text.Split('\n'))
        {
            var depth = line.AsSpan().IndexOfAnyExcept('>') is var first && first < 0 ? line.Length : first;
            var words = line[depth..];
            if (words.StartsWith(' '))
                words = words[1..];
            var goesOn = open == depth && words != "-- ";
            if (!goesOn)
                result.Append(result.Length > 0 ? "\n" : "").Append('>', depth).Append(depth > 0 ? " " : "");
            var flows = words.EndsWith(' ') && words != "-- ";
            result.Append(flows && joinsWithout ? words[..^1] : words);
            open = flows ? depth : null;
        }
        return result.ToString();
    }
}
