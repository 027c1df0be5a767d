using Almanach.Core.Mail.Letters;


namespace Almanach.Core.Mail.Mime;

/// <summary>Writes what differs from one addressee to the next.</summary>
internal delegate void MimePiece(ByteSink sink, Addressee addressee);

/// <summary>A mail as a row of fixed bytes, the same for everybody, and of pieces written for each addressee.</summary>
internal sealed class MimePieces
{
    private readonly List<MimePiece> pieces = [];
    private ByteSink pending = new();
    private int fixedLength;

    /// <summary>What is the same for everybody is written here.</summary>
    public ByteSink Fixed => pending;

    public void Vary(MimePiece piece)
    {
        Settle();
        pieces.Add(piece);
    }

    public byte[] Write(Addressee addressee)
    {
        var sink = new ByteSink(fixedLength + 256 * pieces.Count);
        Write(sink, addressee);
        return sink.ToArray();
    }

    public void Write(ByteSink sink, Addressee addressee)
    {
        foreach (var piece in pieces)
            piece(sink, addressee);
    }

    public void Settle()
    {
        if (pending.Length == 0)
            return;
        var bytes = pending.ToArray();
        fixedLength += bytes.Length;
        pieces.Add((sink, _) => sink.Append(bytes));
        pending = new();
    }
}
