using System.Security.Cryptography;
using System.Text;

namespace Almanach.Core.Themes;

/// <summary>What a page showed of some themes, in sixteen characters: sent back with a change, it tells whether they have changed since.</summary>
public static class ThemePrint
{
    public static string Of(Board board, IEnumerable<string> themes)
    {
        var text = new StringBuilder();
        foreach (var id in themes.Distinct().Order(StringComparer.Ordinal))
            if (board.Themes.TryGetValue(id, out var theme))
                text.Append(id).Append('|').Append(theme.Title).Append('|').Append(theme.Description).Append('|').Append(theme.Kind)
                    .Append('|').AppendJoin(',', theme.Proposals).Append('|').Append(theme.Stands).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
