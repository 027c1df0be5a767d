using System.Text;
using Almanach.Core.Mail.Letters;

namespace Almanach.Core.Mail.Texts;

/// <summary>Gives out tags, one for each slot and manner of writing its value, and writes what they stand for.</summary>
/// <param name="start">What all tags begin with, and nothing else of the letter holds.</param>
internal sealed class SlotTags(string start)
{
    private readonly Dictionary<(string Slot, string Manner), string> given = [];
    private readonly Dictionary<string, Func<Addressee, string>> writers = [];

    /// <param name="manner">Names the way the value is written: the same slot written the same way has the same tag.</param>
    public string For(string slot, string manner, Func<SlotValue, string> write)
    {
        if (!given.TryGetValue((slot, manner), out var tag))
            given[(slot, manner)] = tag = New(addressee => write(SlotFill.Value(addressee, slot)));
        return tag;
    }

    /// <summary>The text with its slots tagged.</summary>
    public string In(SlotTemplate template, string manner, Func<SlotValue, string> write)
    {
        var tagged = new StringBuilder();
        foreach (var piece in template.Pieces)
            tagged.Append(piece.Literal).Append(For(piece.Slot, manner, write));
        return tagged.Append(template.Tail).ToString();
    }

    /// <summary>A tag of its own.</summary>
    public string New(Func<Addressee, string> write)
    {
        var tag = $"{start}{writers.Count}-";
        writers.Add(tag, write);
        return tag;
    }

    public Dictionary<string, string> Values(Addressee addressee) => writers.ToDictionary(writer => writer.Key, writer => writer.Value(addressee));
}
