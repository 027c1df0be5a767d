using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Links;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Ports;

namespace Almanach.Core.Access;

/// <summary>
/// Mails the coordinator a code and takes it once. The message goes straight to the mailer: it is never stored, so that
/// the store holds no code in the clear. The instants are the machine's, even in a demonstration.
/// </summary>
public sealed class SignInDesk(Ledger ledger, LetterMaker letters, AddresseeMaker addressees, IMailer mailer, LinkKeys keys)
{
    private const string Text = "code-connexion";

    /// <summary>Keeps a new code and mails it.</summary>
    /// <param name="code">Drawn by the shell from <see cref="SignInRules.Alphabet"/>.</param>
    public async Task<Refusal?> Mail(string code, DateTimeOffset now, CancellationToken stop = default)
    {
        if (await Keep(SignInCode.Mailed, before => SignInRules.Issue(before, Hash(code), now), stop) is { } refusal)
            return refusal;
        var values = new Dictionary<string, string> { ["code"] = SignInRules.Shown(code) };
        var letter = await letters.Compose(
            $"sign-in-{Todo.Stamp(now)}", Text, values, "Vous recevez ce message parce qu’un code a été demandé sur la page de connexion.", now, stop);
        var outcomes = await mailer.Send(letter, [addressees.Coordination(Coordination.Member)], stop);
        return outcomes is [MailOutcome.Sent]
            ? null
            : Refusal.Because(Why.NotNow, "Le message n’a pas pu partir. Attendez une minute, puis demandez un autre code.");
    }

    /// <summary>Keeps a code that a host printed on its console: for a demonstration, or when no mail leaves yet.</summary>
    public async Task Print(string code, TimeSpan lasts, DateTimeOffset now, CancellationToken stop = default) =>
        await Keep(SignInCode.Printed, _ => Decision.Accept(new SignInCode(Hash(code), now, now + lasts, 100, Once: false)), stop);

    /// <summary>Null when the code opens; a wrong try is counted before it is answered.</summary>
    public async Task<Refusal?> Enter(string typed, DateTimeOffset now, CancellationToken stop = default)
    {
        var code = SignInRules.Read(typed);
        if (code.Length != SignInRules.Length)
            return Wrong($"Le code a {SignInRules.Length} lettres et chiffres. Recopiez-le en entier.");
        foreach (var key in new[] { SignInCode.Mailed, SignInCode.Printed })
        {
            var opens = false;
            await ledger.Carry(async () =>
            {
                opens = false;
                if (await ledger.Find<SignInCode>(SignInCode.Partition, key, stop) is not { } held)
                    return new Draft.Nothing();
                var (next, good) = SignInRules.Try(held.Value, Hash(code), now);
                opens = good;
                return next == held.Value
                    ? new Draft.Nothing()
                    : new Draft.Write(SignInCode.Partition, [new Change.Replace(key, Stored.Write(next), held.Version)], []);
            }, stop);
            if (opens)
                return null;
        }
        return Wrong("Ce code n’est pas le bon, ou n’est plus valable. Relisez-le, ou demandez-en un autre.");
    }

    private static Refusal Wrong(string message) => Refusal.Invalid(new FieldError("code", message));

    private Task<Refusal?> Keep(string key, Func<SignInCode?, Decision<SignInCode>> decide, CancellationToken stop) => ledger.Carry(async () =>
    {
        var held = await ledger.Find<SignInCode>(SignInCode.Partition, key, stop);
        return decide(held?.Value) switch
        {
            Decision<SignInCode>.Refused refused => new Draft.Refuse(refused.Refusal),
            Decision<SignInCode>.AlreadyDone => new Draft.Nothing(),
            Decision<SignInCode>.Accepted accepted => new Draft.Write(SignInCode.Partition,
                [held is null ? new Change.Insert(key, Stored.Write(accepted.State)) : new Change.Replace(key, Stored.Write(accepted.State), held.Version)], []),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }, stop);

    private string Hash(string code) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.Keys[0].Value, Encoding.UTF8.GetBytes($"sign-in|{code}")));
}
