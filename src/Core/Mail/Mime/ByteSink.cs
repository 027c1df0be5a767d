using System.Text;

namespace Almanach.Core.Mail.Mime;

/// <summary>A growing run of bytes that mail is written into.</summary>
public sealed class ByteSink(int capacity = 256)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    /// <summary>Empty again, with the room it has.</summary>
    public void Clear() => Length = 0;

    internal void Append(byte value) => Take(1)[0] = value;

    internal void Append(ReadOnlySpan<byte> values) => values.CopyTo(Take(values.Length));

    internal void Ascii(ReadOnlySpan<char> text) => Encoding.ASCII.GetBytes(text, Take(text.Length));

    /// <summary>Shifts what follows <paramref name="at"/> to make room.</summary>
    internal void Insert(int at, ReadOnlySpan<byte> values)
    {
        var moved = Length - at;
        Take(values.Length);
        bytes.AsSpan(at, moved).CopyTo(bytes.AsSpan(at + values.Length));
        values.CopyTo(bytes.AsSpan(at));
    }

    internal void DropLast(int count) => Length -= count;

    internal byte[] ToArray() => Written.ToArray();

    private Span<byte> Take(int count)
    {
        if (Length + count > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        Length += count;
        return bytes.AsSpan(Length - count, count);
    }
}
