using System.Text;
using Almanach.Core.Data.Reading;
using Almanach.Core.Data.Schemas;

namespace Almanach.Core.Data.Checks;

/// <summary>What stands for no value in a column, compared as bytes.</summary>
internal sealed class MissingTexts
{
    private readonly (byte[] Text, MissingValue Value)[] _texts;

    private readonly bool _usual;

    private MissingTexts(IReadOnlyDictionary<string, MissingValue>? values, bool usual)
    {
        _texts = [.. (values ?? new Dictionary<string, MissingValue>()).Where(pair => pair.Key.Length > 0).Select(pair => (CellText.Trimmed(Encoding.UTF8.GetBytes(pair.Key)).ToArray(), pair.Value))];
        _usual = usual;
        HasNumbers = _texts.Any(pair => FigureText.TryParse(pair.Text, out _, out _));
    }

    /// <summary>One of them is written as a number, -999 for instance.</summary>
    public bool HasNumbers { get; }

    /// <summary>Where the schema names none, the usual marks stand in columns of numbers.</summary>
    public static MissingTexts Of(SchemaField field, TableSchema schema)
    {
        var values = field.MissingValues ?? schema.MissingValues;
        return new MissingTexts(values, values is null && field.Type is not (FieldType.String or FieldType.Any));
    }

    /// <param name="cell">Trimmed, not blank.</param>
    public MissingValue? Find(ReadOnlySpan<byte> cell)
    {
        foreach (var (text, value) in _texts)
            if (cell.SequenceEqual(text))
                return value;
        return _usual && Marks.Of(cell) is { } mark and not Mark.Sign ? new MissingValue("", mark) : null;
    }
}
