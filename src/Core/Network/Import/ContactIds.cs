using System.Globalization;

namespace Almanach.Core.Network.Import;

/// <summary>Ids of new people: opaque, one after the other (« c0387 »).</summary>
public sealed class ContactIds(IEnumerable<string> taken)
{
    private int _last = taken.Select(id => id is ['c', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty().Max();

    public string Next() => $"c{++_last:0000}";
}
