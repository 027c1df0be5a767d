using System.Text;

namespace Almanach.Core.Mail.Mime;

/// <summary>A growing run of bytes that mail is written into.</summary>
internal sealed class ByteSink(int capacity = 256)
{
    private byte[] bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Append(byte value) => Take(1)[0] = value;

    public void Append(ReadOnlySpan<byte> values) => values.CopyTo(Take(values.Length));

    public void Ascii(ReadOnlySpan<char> text) => Encoding.ASCII.GetBytes(text, Take(text.Length));

    /// <summary>Shifts what follows <paramref name="at"/> to make room.</summary>
    public void Insert(int at, ReadOnlySpan<byte> values)
    {
        var moved = Length - at;
        Take(values.Length);
        bytes.AsSpan(at, moved).CopyTo(bytes.AsSpan(at + values.Length));
        values.CopyTo(bytes.AsSpan(at));
    }

    public void DropLast(int count) => Length -= count;

    public byte[] ToArray() => Written.ToArray();

    private Span<byte> Take(int count)
    {
        if (Length + count > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        Length += count;
        return bytes.AsSpan(Length - count, count);
    }
}
