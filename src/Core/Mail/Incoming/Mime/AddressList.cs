using System.Text;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Incoming.Mime;

/// <summary>Addresses in a header such as From or To (RFC 5322, 3.4), read from the decoded text; at most a hundred.</summary>
public static class AddressList
{
    /// <summary>What stands around what is found goes to its name. Addresses are given as written.</summary>
    /// <example><c>"Martin, Anne" &lt;a.martin@exemple.fr&gt;, caf@exemple.fr</c></example>
    public static IReadOnlyList<Mailbox> Read(string header)
    {
        var found = new List<Mailbox>();
        foreach (var piece in Split(header))
            if (Address.Matches(piece) is { Count: > 0 } matches && found.Count < 100)
            {
                // A name may itself be an address; the one that counts comes last, in angle brackets.
                var match = matches[^1];
                var name = piece[..match.Index].TrimEnd(' ', '<').Trim(' ', '"', '\'', '\t');
                found.Add(new Mailbox(name.Replace("\\\"", "\"", StringComparison.Ordinal), match.Value));
            }
        return found;
    }

    /// <summary>An address within other text.</summary>
    public static SafePattern Address { get; } = new(
        @"[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,62})\.)+[\p{L}\p{N}-]{2,63}|[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@localhost",
        asWritten: true);

    private static List<string> Split(string header)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var quoted = false;
        foreach (var c in header.Length > MimeLimits.HeaderBytes ? header[..MimeLimits.HeaderBytes] : header)
        {
            quoted ^= c == '"';
            if (c is ',' or ';' && !quoted)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else
                piece.Append(c);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }
}
