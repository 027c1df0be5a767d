using System.Buffers.Text;
using System.Text;

namespace Almanach.Core.Data.Territories;

/// <summary>The fields of one line of a <see cref="TerritoryFile"/>, read from left to right.</summary>
internal ref struct TerritoryFields(ReadOnlySpan<byte> line)
{
    private static readonly (byte[] Mark, TerritoryLevel Level)[] Marks =
        [.. Enum.GetValues<TerritoryLevel>().Select(level => (Encoding.ASCII.GetBytes(LevelNames.Mark(level)), level))];

    private ReadOnlySpan<byte> rest = line;

    private bool over;

    /// <exception cref="FormatException">There is no such field.</exception>
    public ReadOnlySpan<byte> Next()
    {
        if (over)
            throw new FormatException("A line of a list of territories ends too soon.");
        var end = rest.IndexOf((byte)';');
        over = end < 0;
        var field = over ? rest : rest[..end];
        rest = over ? default : rest[(end + 1)..];
        return field;
    }

    public string Text()
    {
        var field = Next();
        return field.SequenceEqual("T"u8) ? "T" : Encoding.UTF8.GetString(field);
    }

    public int Number() => Parse(Next());

    public int? NumberIfAny() => over ? null : Parse(Next());

    public YearSpan Years()
    {
        var from = Number();
        var until = Next();
        return new YearSpan(from, until.IsEmpty ? YearSpan.NoEnd : Parse(until));
    }

    public TerritoryLevel Level()
    {
        var field = Next();
        foreach (var (mark, level) in Marks)
            if (field.SequenceEqual(mark))
                return level;
        throw new FormatException("A line of a list of territories names an unknown level.");
    }

    public TerritoryCode Code() => Parsed(Next());

    public IReadOnlyList<TerritoryCode> Codes()
    {
        var field = Next();
        var codes = new List<TerritoryCode>((field.Length / 6) + 1);
        foreach (var range in field.Split((byte)' '))
            codes.Add(Parsed(field[range]));
        return codes;
    }

    private static TerritoryCode Parsed(ReadOnlySpan<byte> field) =>
        TerritoryCode.TryParse(field, out var code) ? code : throw new FormatException("A line of a list of territories holds what is no code.");

    private static int Parse(ReadOnlySpan<byte> field) =>
        Utf8Parser.TryParse(field, out int number, out var used) && used == field.Length ? number : throw new FormatException("A line of a list of territories holds what is no number.");
}
