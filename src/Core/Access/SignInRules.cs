using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Engine;

namespace Almanach.Core.Access;

/// <summary>When a code is given and when it opens.</summary>
public static class SignInRules
{
    /// <summary>Letters and digits nobody takes for one another; the code has <see cref="Length"/> of them.</summary>
    public const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    public const int Length = 8;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    /// <summary>At most one code a minute: nobody fills her mailbox from this page.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private const int Tries = 10;

    public static Decision<SignInCode> Issue(SignInCode? before, string hash, DateTimeOffset now) =>
        before is not null && now - before.Issued < Between && !before.Used
            ? Refusal.Because(Why.NotNow, "Un code vient d’être envoyé. Attendez une minute avant d’en demander un autre.")
            : Decision.Accept(new SignInCode(hash, now, now + Lasts, Tries, Once: true));

    /// <summary>One try: what the code becomes, and whether it opens.</summary>
    public static (SignInCode Next, bool Opens) Try(SignInCode code, string hash, DateTimeOffset now)
    {
        if (!code.IsGood(now))
            return (code, false);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(code.Hash))
            ? (code with { Used = code.Once }, true)
            : (code with { TriesLeft = code.TriesLeft - 1 }, false);
    }

    /// <summary>What a person typed, without the spaces, dashes and small letters she may have used.</summary>
    public static string Read(string typed) =>
        string.Concat(typed.ToUpperInvariant().Where(Alphabet.Contains).Take(Length + 1));

    /// <summary>« ABCD-EFGH ».</summary>
    public static string Shown(string code) => code.Length == Length ? $"{code[..4]}-{code[4..]}" : code;
}
