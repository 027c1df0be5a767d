using System.Security.Cryptography;

namespace Almanach.Core.Data.Deliveries;

/// <summary>A file was written while it was being kept: nothing was kept, and it is to be sent again.</summary>
public sealed class ChangedMeanwhileException() : IOException("The file changed while it was read.");

/// <summary>A stream that must hold the very bytes that were hashed before: at its end it fails where it does not.</summary>
/// <exception cref="ChangedMeanwhileException">Thrown by the read that meets the end.</exception>
internal sealed class SameBytes(Stream content, string hash) : Stream
{
    private readonly IncrementalHash sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private bool ended;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await content.ReadAsync(buffer, cancellationToken);
        sum.AppendData(buffer.Span[..read]);
        if (read == 0 && !buffer.IsEmpty && !ended && Convert.ToHexStringLower(sum.GetHashAndReset()) != hash)
            throw new ChangedMeanwhileException();
        ended |= read == 0 && !buffer.IsEmpty;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        sum.Dispose();
        base.Dispose(disposing);
    }
}
