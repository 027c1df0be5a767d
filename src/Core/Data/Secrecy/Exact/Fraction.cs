namespace Almanach.Core.Data.Secrecy.Exact;

/// <summary>
/// A fraction of two numbers of 64 bits, always reduced. Tables of counts give whole numbers only, so this is nearly as quick as
/// whole arithmetic; what does not fit throws, and <see cref="BigFraction"/> takes over.
/// </summary>
internal readonly struct Fraction : IExact<Fraction>
{
    readonly long _over;

    // One less than the denominator, so that default is zero.
    readonly long _under;

    Fraction(long over, long underLessOne) => (_over, _under) = (over, underLessOne);

    public static Fraction Zero => default;
    public static Fraction One => new(1, 0);
    public int Sign => Math.Sign(_over);
    public bool IsWhole => _under == 0;
    public BigFraction Wide => BigFraction.Of(_over, _under + 1);

    public static Fraction Of(decimal value)
    {
        var under = 1L;
        while (value != decimal.Truncate(value))
        {
            value *= 10;
            under = checked(under * 10);
        }
        return Reduced(decimal.ToInt64(value), under);
    }

    public static Fraction operator +(Fraction a, Fraction b) => checked(a._under == 0 && b._under == 0
        ? new(a._over + b._over, 0)
        : Reduced(a._over * (b._under + 1) + b._over * (a._under + 1), (a._under + 1) * (b._under + 1)));

    public static Fraction operator -(Fraction a, Fraction b) => checked(a._under == 0 && b._under == 0
        ? new(a._over - b._over, 0)
        : Reduced(a._over * (b._under + 1) - b._over * (a._under + 1), (a._under + 1) * (b._under + 1)));

    public static Fraction operator *(Fraction a, Fraction b) => checked(a._under == 0 && b._under == 0
        ? new(a._over * b._over, 0)
        : Reduced(a._over * b._over, (a._under + 1) * (b._under + 1)));

    public static Fraction operator /(Fraction a, Fraction b) => checked(b._under == 0 && b._over is 1 or -1
        ? new(a._over * b._over, a._under)
        : Reduced(a._over * (b._under + 1), (a._under + 1) * b._over));

    public int CompareTo(Fraction other) => _under == other._under
        ? _over.CompareTo(other._over)
        : ((Int128)_over * (other._under + 1)).CompareTo((Int128)other._over * (_under + 1));

    public Fraction Floor() => _under == 0 ? this : new(checked(_over / (_under + 1) - (_over < 0 ? 1 : 0)), 0);

    public decimal ToDecimal(bool up) => _under == 0 ? _over : Wide.ToDecimal(up);

    static Fraction Reduced(long over, long under)
    {
        if (under < 0)
            (over, under) = checked((-over, -under));
        if (under == 0)
            throw new DivideByZeroException();
        var (a, b) = (Math.Abs(over), under);
        while (b != 0)
            (a, b) = (b, a % b);
        return a <= 1 ? new(over, under - 1) : new(over / a, under / a - 1);
    }
}
