namespace Almanach.Core.Data.Secrecy.Exact;

/// <summary>What the auditor needs of numbers: the four operations without any rounding, and an order.</summary>
internal interface IExact<T> where T : struct, IExact<T>
{
    static abstract T Zero { get; }
    static abstract T One { get; }

    /// <summary>The same number, exactly.</summary>
    /// <exception cref="OverflowException">It does not fit.</exception>
    static abstract T Of(decimal value);

    static abstract T operator +(T a, T b);
    static abstract T operator -(T a, T b);
    static abstract T operator *(T a, T b);
    static abstract T operator /(T a, T b);

    /// <summary>−1, 0 or 1.</summary>
    int Sign { get; }

    bool IsWhole { get; }

    int CompareTo(T other);

    /// <summary>The largest whole number that is not above.</summary>
    T Floor();

    /// <summary>To twelve decimals, rounded up (<paramref name="up"/>) or down: exact wherever twelve decimals say it.</summary>
    decimal ToDecimal(bool up);
}
