using System.Text.RegularExpressions;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network.Import;

/// <summary>Addresses as cells hold them: several, in angle brackets, after a name, with blanks around.</summary>
public static partial class AddressCells
{
    /// <summary>The well-formed addresses of some cells, each once, in order; and what looks like one but is not.</summary>
    public static (IReadOnlyList<string> Addresses, IReadOnlyList<string> Broken) Of(IEnumerable<string> cells)
    {
        List<string> addresses = [];
        List<string> broken = [];
        foreach (var piece in cells.SelectMany(cell => Apart().Split(cell)).Select(Bare).Where(piece => piece.Contains('@')))
            if (!AddressForm.IsWellFormed(piece))
                broken.Add(piece);
            else if (!addresses.Contains(piece, StringComparer.OrdinalIgnoreCase))
                addresses.Add(piece);
        return (addresses, broken);
    }

    private static string Bare(string piece)
    {
        var bare = piece.Trim('<', '>', '(', ')', '[', ']', '"', '\'', '.', ':', '\u200B');
        return bare.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? bare[7..] : bare;
    }

    [GeneratedRegex(@"[\s\u00A0\u202F;,/|]+")]
    private static partial Regex Apart();
}
