using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;

namespace Almanach.Core.Data.Series;

/// <summary>Compresses on a thread of its own what is written here in large pieces. Whole once disposed of.</summary>
internal sealed class GzipAside : Stream
{
    /// <summary>Pieces that wait at most: what is written is held back where compressing is slower.</summary>
    private const int Most = 3;

    private readonly BlockingCollection<(byte[] Bytes, int Length)> _pieces = new(Most);

    private readonly Task _work;

    private bool _isDone;

    /// <param name="into">Left open.</param>
    public GzipAside(Stream into) => _work = Task.Factory.StartNew(() => Compress(into), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var piece = ArrayPool<byte>.Shared.Rent(buffer.Length);
        buffer.CopyTo(piece);
        _pieces.Add((piece, buffer.Length));
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <exception cref="IOException">What the stream below threw.</exception>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDone)
        {
            _isDone = true;
            _pieces.CompleteAdding();
            _work.GetAwaiter().GetResult();
            _pieces.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Compress(Stream into)
    {
        try
        {
            using var gzip = new GZipStream(into, CompressionLevel.Fastest, leaveOpen: true);
            foreach (var (bytes, length) in _pieces.GetConsumingEnumerable())
            {
                gzip.Write(bytes, 0, length);
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }
        finally
        {
            // Where it failed, whoever writes must not wait for room that never comes.
            _pieces.CompleteAdding();
        }
    }
}
