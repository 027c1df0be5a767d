using System.Buffers;
using System.Text;

namespace Almanach.Web.Layout;

/// <summary>Gathers a page's characters in one lent buffer and gives its UTF-8: no stream and no copies in between.</summary>
internal sealed class PageWriter : TextWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private char[] characters = ArrayPool<char>.Shared.Rent(16 * 1024);
    private int length;

    public override Encoding Encoding => Utf8;

    public override void Write(char value)
    {
        if (length == characters.Length)
            Grow(1);
        characters[length++] = value;
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.Length > characters.Length - length)
            Grow(buffer.Length);
        buffer.CopyTo(characters.AsSpan(length));
        length += buffer.Length;
    }

    /// <summary>All that was written so far.</summary>
    public byte[] ToUtf8() => Utf8.GetBytes(characters, 0, length);

    protected override void Dispose(bool disposing)
    {
        if (characters.Length > 0)
            ArrayPool<char>.Shared.Return(characters);
        (characters, length) = ([], 0);
        base.Dispose(disposing);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * characters.Length, length + more));
        characters.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(characters);
        characters = larger;
    }
}
