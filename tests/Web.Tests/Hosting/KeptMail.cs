using Almanach.Core.Mail.Letters;
using Almanach.Core.Ports;

namespace Almanach.Web.Tests.Hosting;

/// <summary>Keeps what would have been mailed.</summary>
public sealed class KeptMail : IMailer
{
    public List<(Letter Letter, Addressee To)> Sent { get; } = [];

    public int BatchSize => 100;

    public bool Repeatable => true;

    public Task<IReadOnlyList<MailOutcome>> Send(Letter letter, IReadOnlyList<Addressee> addressees, CancellationToken stop = default)
    {
        Sent.AddRange(addressees.Select(addressee => (letter, addressee)));
        return Task.FromResult<IReadOnlyList<MailOutcome>>([.. addressees.Select(_ => MailOutcome.Sent)]);
    }
}
