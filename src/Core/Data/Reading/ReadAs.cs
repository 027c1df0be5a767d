using System.Text;

namespace Almanach.Core.Data.Reading;

/// <summary>The values of one column that are read as others: those alone, and only where the whole cell is one, white space around it apart.</summary>
public sealed class ReadAs
{
    /// <summary>Bytes of the longest value.</summary>
    public const int Longest = 240;

    private readonly Dictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> _values;

    /// <param name="values">What is read, by the value as it stands.</param>
    public ReadAs(IReadOnlyDictionary<string, string> values) =>
        _values = values.ToDictionary(pair => pair.Key, pair => Encoding.UTF8.GetBytes(pair.Value), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> cell)
    {
        var text = CellText.Trimmed(cell);
        if (text.IsEmpty || text.Length > Longest)
            return cell;
        Span<char> value = stackalloc char[Longest];
        return _values.TryGetValue(value[..Encoding.UTF8.GetChars(text, value)], out var instead) ? instead : cell;
    }
}
