using System.Numerics;

namespace Almanach.Core.Data.Secrecy.Exact;

/// <summary>A fraction of numbers of any size: slower than <see cref="Fraction"/>, and never too small.</summary>
internal readonly struct BigFraction : IExact<BigFraction>
{
    static readonly BigInteger _twelveDecimals = BigInteger.Pow(10, 12);

    readonly BigInteger _over;
    readonly BigInteger _underLessOne;

    BigFraction(BigInteger over, BigInteger under)
    {
        if (under.Sign < 0)
            (over, under) = (-over, -under);
        var shared = BigInteger.GreatestCommonDivisor(over, under);
        (_over, _underLessOne) = shared.IsOne ? (over, under - 1) : (over / shared, under / shared - 1);
    }

    BigInteger Under => _underLessOne + 1;

    public static BigFraction Zero => default;
    public static BigFraction One => new(1, 1);
    public int Sign => _over.Sign;
    public bool IsWhole => _underLessOne.IsZero;

    public static BigFraction Of(BigInteger over, BigInteger under) => new(over, under);

    public static BigFraction Of(decimal value)
    {
        var parts = decimal.GetBits(value);
        var scale = (parts[3] >> 16) & 0xFF;
        var over = (new BigInteger((uint)parts[2]) << 64) + (new BigInteger((uint)parts[1]) << 32) + (uint)parts[0];
        return new(value < 0 ? -over : over, BigInteger.Pow(10, scale));
    }

    public static BigFraction operator +(BigFraction a, BigFraction b) => new(a._over * b.Under + b._over * a.Under, a.Under * b.Under);
    public static BigFraction operator -(BigFraction a, BigFraction b) => new(a._over * b.Under - b._over * a.Under, a.Under * b.Under);
    public static BigFraction operator *(BigFraction a, BigFraction b) => new(a._over * b._over, a.Under * b.Under);
    public static BigFraction operator /(BigFraction a, BigFraction b) => b.Sign == 0 ? throw new DivideByZeroException() : new(a._over * b.Under, a.Under * b._over);

    public int CompareTo(BigFraction other) => (_over * other.Under).CompareTo(other._over * Under);

    public BigFraction Floor() => new(Down(_over, Under), 1);

    /// <exception cref="OverflowException">It is beyond what a decimal holds.</exception>
    public decimal ToDecimal(bool up) => IsWhole
        ? (decimal)_over
        : (decimal)(up ? -Down(-_over * _twelveDecimals, Under) : Down(_over * _twelveDecimals, Under)) / (decimal)_twelveDecimals;

    static BigInteger Down(BigInteger over, BigInteger under)
    {
        var whole = BigInteger.DivRem(over, under, out var rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }
}
