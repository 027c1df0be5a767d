namespace Almanach.Adapters.DataFiles;

/// <summary>Bytes that can be read more than once, each time from the first.</summary>
internal interface IByteSource
{
    /// <summary>To be closed before the next one is opened.</summary>
    Stream Open();
}

/// <summary>A seekable stream that belongs to somebody else.</summary>
internal sealed class StreamSource(Stream content) : IByteSource
{
    public Stream Open()
    {
        content.Position = 0;
        return new Borrowed(content);
    }

    /// <summary>Closing it leaves the stream open.</summary>
    private sealed class Borrowed(Stream content) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => content.Length;

        public override long Position
        {
            get => content.Position;
            set => content.Position = value;
        }

        public override int Read(Span<byte> buffer) => content.Read(buffer);

        public override int Read(byte[] buffer, int offset, int count) => content.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => content.Seek(offset, origin);

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
