using Almanach.Core.Ports;

namespace Almanach.Core.Data.Deliveries.Uploads;

/// <summary>The pieces of an upload, read one after the other as the file they are of. A piece at a time is open.</summary>
/// <exception cref="InvalidDataException">A piece is missing, or is not as long as it should be.</exception>
internal sealed class PieceStream(IFiles files, Upload upload) : Stream
{
    private Stream? open;
    private int piece = -1;
    private long position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => upload.Size;

    public override long Position
    {
        get => position;
        set => position = value;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= upload.Size || buffer.IsEmpty)
            return 0;
        var (wanted, within) = ((int)(position / UploadRules.Piece), position % UploadRules.Piece);
        if (piece != wanted)
            await Turn(wanted, cancellationToken);
        if (open!.Position != within)
            open.Position = within;
        var read = await open.ReadAsync(buffer[..(int)Math.Min(buffer.Length, upload.LengthOf(piece) - within)], cancellationToken);
        if (read == 0)
            throw new InvalidDataException($"A piece of the upload {upload.Id} is too short.");
        position += read;
        return read;
    }

    private async Task Turn(int wanted, CancellationToken stop)
    {
        if (open is not null)
            await open.DisposeAsync();
        (piece, open) = (-1, null);
        open = await files.Open(upload.PathOf(wanted), stop) ?? throw new InvalidDataException($"A piece of the upload {upload.Id} is missing.");
        piece = wanted;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => upload.Size + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        open?.Dispose();
        base.Dispose(disposing);
    }
}
