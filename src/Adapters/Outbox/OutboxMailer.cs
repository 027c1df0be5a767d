using Almanach.Core.Mail;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Outbox;

/// <summary>Writes each mail as an .eml file instead of sending it: for rehearsals, and for a platform that looks before it mails.</summary>
/// <param name="prefix">Where in the files: <c>mails/</c>.</param>
public sealed class OutboxMailer(IFiles files, string prefix = "mails/") : IMailer
{
    /// <summary>From so many copies on, sharing the work is worth the asking.</summary>
    private const int WorthSharing = 32;

    public int BatchSize => 1000;

    public bool Repeatable => true;

    public async Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(addressees.Count, BatchSize);
        var prepared = new PreparedLetter(letter);
        var outcomes = new MailOutcome[addressees.Count];
        Array.Fill(outcomes, MailOutcome.Deferred);
        var next = 0;
        foreach (var copy in Copies(prepared, addressees))
        {
            try
            {
                outcomes[next] = await Write(addressees[next], copy);
            }
            catch (Exception) when (next > 0)
            {
                // Those that remain come back in a batch of their own, whose first one says what is wrong.
                break;
            }
            next++;
        }
        return outcomes;

        async Task<MailOutcome> Write(Addressee addressee, Task<byte[]> copy)
        {
            if (MailAddresses.Ascii(addressee.Mailbox.Address) is null)
                return MailOutcome.Refused;
            await files.Write(prefix + EmlName.Of(letter, addressee), await copy, stop);
            return MailOutcome.Sent;
        }
    }

    /// <summary>
    /// The copies in the order of the addressees, made side by side. They are written one after the other: a folder takes
    /// one new file at a time, and writers that wait for each other cost more than they bring (docs/performance.md).
    /// </summary>
    private static IEnumerable<Task<byte[]>> Copies(PreparedLetter letter, IReadOnlyList<Addressee> addressees) =>
        addressees.Count < WorthSharing ? addressees.Select(Copy(letter)) : addressees.AsParallel().AsOrdered().Select(Copy(letter));

    private static Func<Addressee, Task<byte[]>> Copy(PreparedLetter letter) => addressee =>
    {
        try
        {
            return Task.FromResult(letter.For(addressee));
        }
        catch (Exception problem)
        {
            return Task.FromException<byte[]>(problem);
        }
    };
}
