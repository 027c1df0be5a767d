using System.Diagnostics.CodeAnalysis;

namespace Almanach.Core.Data.Territories;

/// <summary>
/// The code of a territory, whatever its level: <c>01001</c>, <c>2A004</c>, <c>69D</c>, <c>200069193</c>, <c>METRO</c>. One to nine
/// capitals and digits, packed seven bits each: compared as one number, in the order of the text, and read from the bytes
/// of a file without allocating.
/// </summary>
/// <remarks>A code that is damaged (<c>1001</c>, <c>2a004</c>) parses or not, but is never mended here: see <see cref="Repair.CodeRepair"/>.</remarks>
public readonly struct TerritoryCode : IEquatable<TerritoryCode>, IComparable<TerritoryCode>, IParsable<TerritoryCode>
{
    public const int MaxLength = 9;

    private const int Bits = 7;

    private readonly ulong packed;

    private TerritoryCode(ulong packed) => this.packed = packed;

    public int Length
    {
        get
        {
            var length = 0;
            while (length < MaxLength && CharAt(length) != 0)
                length++;
            return length;
        }
    }

    /// <exception cref="FormatException">Not one to nine capitals and digits.</exception>
    public static TerritoryCode Of(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException("A territory code is one to nine capital letters and digits.");

    public static bool TryParse(ReadOnlySpan<byte> utf8, out TerritoryCode code)
    {
        code = default;
        if (utf8.Length is 0 or > MaxLength)
            return false;
        var packed = 0UL;
        foreach (var one in utf8)
        {
            if (!IsAllowed((char)one))
                return false;
            packed = (packed << Bits) | one;
        }
        code = new TerritoryCode(packed << (Bits * (MaxLength - utf8.Length)));
        return true;
    }

    public static bool TryParse(ReadOnlySpan<char> text, out TerritoryCode code)
    {
        code = default;
        if (text.Length is 0 or > MaxLength)
            return false;
        var packed = 0UL;
        foreach (var one in text)
        {
            if (!IsAllowed(one))
                return false;
            packed = (packed << Bits) | one;
        }
        code = new TerritoryCode(packed << (Bits * (MaxLength - text.Length)));
        return true;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TerritoryCode result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse(string text, out TerritoryCode code) => TryParse(text.AsSpan(), out code);

    public static TerritoryCode Parse(string s, IFormatProvider? provider) => Of(s);

    /// <summary>The first characters: the department of a municipality, for example.</summary>
    public TerritoryCode Start(int length) =>
        length >= Length ? this : new TerritoryCode(packed >> (Bits * (MaxLength - length)) << (Bits * (MaxLength - length)));

    public bool StartsWith(TerritoryCode start) => Start(start.Length).packed == start.packed;

    public bool Equals(TerritoryCode other) => packed == other.packed;

    public override bool Equals(object? obj) => obj is TerritoryCode other && Equals(other);

    public override int GetHashCode() => packed.GetHashCode();

    public int CompareTo(TerritoryCode other) => packed.CompareTo(other.packed);

    public override string ToString() => string.Create(Length, this, static (text, code) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = (char)code.CharAt(i);
    });

    public static bool operator ==(TerritoryCode one, TerritoryCode other) => one.packed == other.packed;

    public static bool operator !=(TerritoryCode one, TerritoryCode other) => one.packed != other.packed;

    public static bool operator <(TerritoryCode one, TerritoryCode other) => one.packed < other.packed;

    public static bool operator >(TerritoryCode one, TerritoryCode other) => one.packed > other.packed;

    public static bool operator <=(TerritoryCode one, TerritoryCode other) => one.packed <= other.packed;

    public static bool operator >=(TerritoryCode one, TerritoryCode other) => one.packed >= other.packed;

    private ulong CharAt(int index) => (packed >> (Bits * (MaxLength - 1 - index))) & 0x7F;

    private static bool IsAllowed(char one) => one is >= '0' and <= '9' or >= 'A' and <= 'Z';
}
