namespace Almanach.Core.Data.Reading;

/// <summary>What stands where a figure would, and is none.</summary>
public enum Mark
{
    /// <summary>Nothing is written.</summary>
    Blank,

    /// <summary>Covered by statistical secrecy: <c>s</c>, <c>s.s</c>, <c>conf.</c>, <c>confidentiel</c>.</summary>
    Secret,

    /// <summary><c>nd</c>, <c>n.d.</c>, <c>n/a</c>.</summary>
    NotAvailable,

    /// <summary>Sans objet: <c>so</c>.</summary>
    NotApplicable,

    /// <summary>Non significatif: <c>ns</c>.</summary>
    NotSignificant,

    /// <summary>Non diffusé: <c>ndiff</c>.</summary>
    NotDisseminated,

    /// <summary>A lone comma, point or dash: an accounting format’s zero in the files of Pôle emploi; elsewhere the producer is asked.</summary>
    Sign,
}

/// <summary>The marks French producers write (Insee, CNAF, France Travail).</summary>
public static class Marks
{
    private static readonly (string Text, Mark Mark)[] Known =
    [
        ("s", Mark.Secret), ("s.", Mark.Secret), ("ss", Mark.Secret), ("s.s", Mark.Secret), ("s.s.", Mark.Secret), ("secret", Mark.Secret), ("c", Mark.Secret),
        ("conf.", Mark.Secret), ("confidentiel", Mark.Secret),
        ("nd", Mark.NotAvailable), ("n.d", Mark.NotAvailable), ("n.d.", Mark.NotAvailable), ("n/a", Mark.NotAvailable), ("na", Mark.NotAvailable), ("n.a.", Mark.NotAvailable), ("n/d", Mark.NotAvailable), ("///", Mark.NotApplicable), ("…", Mark.NotAvailable), ("...", Mark.NotAvailable),
        ("so", Mark.NotApplicable), ("s.o", Mark.NotApplicable), ("s.o.", Mark.NotApplicable), ("s/o", Mark.NotApplicable),
        ("ns", Mark.NotSignificant), ("n.s", Mark.NotSignificant), ("n.s.", Mark.NotSignificant), ("nsp", Mark.NotSignificant),
        ("ndiff", Mark.NotDisseminated), ("n.diff", Mark.NotDisseminated),
        (",", Mark.Sign), (".", Mark.Sign), ("-", Mark.Sign), ("–", Mark.Sign),
    ];

    /// <summary>Bytes of the longest of them: most texts are longer, and none.</summary>
    private static readonly int Longest = Known.Max(known => System.Text.Encoding.UTF8.GetByteCount(known.Text));

    /// <param name="cell">Trimmed; capitals mean nothing.</param>
    public static Mark? Of(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty)
            return Mark.Blank;
        // None begins with a digit, as days and most codes do.
        if (cell.Length > Longest || cell[0] is >= (byte)'0' and <= (byte)'9')
            return null;
        Span<char> text = stackalloc char[cell.Length];
        if (!System.Text.Encoding.UTF8.TryGetChars(cell, text, out var length))
            return null;
        foreach (var (known, mark) in Known)
            if (text[..length].Equals(known, StringComparison.OrdinalIgnoreCase))
                return mark;
        return null;
    }
}
