using System.Text;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Texts;

/// <summary>A rendered text cut at its slot marks, so that it is searched once and filled many times.</summary>
public sealed class SlotTemplate
{
    private readonly List<SlotPiece> pieces = [];

    /// <summary>A mark that is not a whole <see cref="Slots.Mark"/> is left as text.</summary>
    public SlotTemplate(string text)
    {
        var from = 0;
        for (var open = text.IndexOf(Slots.Open); open >= 0; open = text.IndexOf(Slots.Open, open + 1))
        {
            var close = text.IndexOf(Slots.Close, open);
            if (close < 0)
                break;
            var name = text[(open + 1)..close];
            if (name.Length == 0 || name.Contains(Slots.Open))
                continue;
            pieces.Add(new(text[from..open], name, open, close + 1));
            from = close + 1;
            open = close;
        }
        Tail = text[from..];
    }

    /// <summary>The literal runs that end at a slot, in order.</summary>
    internal IReadOnlyList<SlotPiece> Pieces => pieces;

    /// <summary>What follows the last slot.</summary>
    internal string Tail { get; }

    public bool HasSlots => pieces.Count > 0;

    /// <summary>Names of the slots, each once.</summary>
    public IEnumerable<string> Names => pieces.Select(piece => piece.Slot).Distinct();

    /// <summary>The text as one run of plain words: lists are joined with commas.</summary>
    /// <exception cref="MissingSlotException">The addressee has no value for a slot.</exception>
    public string Fill(Addressee addressee)
    {
        if (pieces.Count == 0)
            return Tail;
        var text = new StringBuilder();
        foreach (var piece in pieces)
            text.Append(piece.Literal).Append(SlotFill.Plain(SlotFill.Value(addressee, piece.Slot)));
        return text.Append(Tail).ToString();
    }
}

/// <param name="Literal">The text between the slot before and this one.</param>
/// <param name="Start">Where the mark starts in the whole text …</param>
/// <param name="End">… and where what follows it starts.</param>
internal readonly record struct SlotPiece(string Literal, string Slot, int Start, int End);

/// <summary>A letter has a slot its addressee does not fill: a bug of whoever wrote the letter, found before anything leaves.</summary>
public sealed class MissingSlotException(string slot, string addresseeId)
    : Exception($"The slot [{slot}] is not filled for the addressee {addresseeId}.")
{
    public string Slot { get; } = slot;
}
