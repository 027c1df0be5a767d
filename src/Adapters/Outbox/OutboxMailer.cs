using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Mime;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Ports;

namespace Almanach.Adapters.Outbox;

/// <summary>Writes each mail as an .eml file instead of sending it: for rehearsals, and for a platform that looks before it mails.</summary>
/// <param name="prefix">Where in the files: <c>mails/</c>.</param>
public sealed class OutboxMailer(IFiles files, string prefix = OutboxFiles.Folder) : IMailer
{
    public int BatchSize => 1000;

    public bool Repeatable => true;

    public async Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(addressees.Count, BatchSize);
        var prepared = new PreparedLetter(letter);
        var outcomes = new MailOutcome[addressees.Count];
        Array.Fill(outcomes, MailOutcome.Deferred);
        for (var i = 0; i < addressees.Count; i++)
            try
            {
                outcomes[i] = await Write(addressees[i]);
            }
            catch (Exception) when (i > 0)
            {
                // Those that remain come back in a batch of their own, whose first one says what is wrong.
                break;
            }
        return outcomes;

        async Task<MailOutcome> Write(Addressee addressee)
        {
            if (MailAddresses.Ascii(addressee.Mailbox.Address) is null)
                return MailOutcome.NoSuchAddress;
            await files.Write(prefix + EmlName.Of(letter, addressee), prepared.For(addressee), stop);
            return MailOutcome.Sent;
        }
    }
}
