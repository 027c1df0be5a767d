namespace Almanach.Adapters.Smtp;

/// <summary>How long each step may take: the proportions of RFC 5321, 4.5.3.2, where five minutes is one patience.</summary>
internal sealed record SmtpTimes(TimeSpan Patience)
{
    /// <summary>The greeting, and any command but DATA: five minutes.</summary>
    public TimeSpan Reply => Patience;

    /// <summary>The whole of opening a connection; no value of the RFC's.</summary>
    public TimeSpan Opening => 2 * Patience;

    /// <summary>DATA initiation: two minutes.</summary>
    public TimeSpan DataInitiation => 0.4 * Patience;

    /// <summary>A data block of at most 64 KiB: three minutes.</summary>
    public TimeSpan DataBlock => 0.6 * Patience;

    /// <summary>The answer to a whole letter: ten minutes. Shorter would double letters that were taken.</summary>
    public TimeSpan DataEnd => 2 * Patience;
}
