using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming.Bounces;

/// <summary>What a notice written for people says of one address.</summary>
internal sealed record NoticeWords(string Recipient, string Words)
{
    /// <summary>Each address it names as not reached, with the lines that go with it.</summary>
    public static IReadOnlyList<NoticeWords> Read(string notice, MimePart message)
    {
        var lines = notice.Split('\n').Take(2_000).ToList();
        var ours = Ours(message);
        var wanted = Wanted(message, notice);
        var all = lines.Index()
            .SelectMany(line => AddressList.Address.Matches(line.Item).Select(match => (line.Index, Address: match.Value.Trim('\'', '.').ToLowerInvariant())))
            .Where(found => !IsMachine(found.Address))
            .DistinctBy(found => found.Address)
            .ToList();
        // Somebody who writes to himself is told so at the address that failed.
        var named = all.Where(found => !ours.Contains(found.Address)).ToList() is { Count: > 0 } others ? others : all;
        var sure = named.Where(found => wanted.Contains(found.Address)).ToList();
        if (sure.Count == 0)
            sure = [.. named.Where(found => Leads.IsMatch(lines[found.Index]) || found.Index > 0 && Above.IsMatch(Before(lines, found.Index)))];
        if (sure.Count == 0)
            sure = [.. named.Take(1)];
        if (sure.Count == 0)
            sure = [.. wanted.Take(1).Select(address => (Index: 0, Address: address))];
        return [.. sure.Take(100).Select(found => new NoticeWords(found.Address, Around(lines, found.Index, sure.Count)))];
    }

    /// <summary>Whom the message it is about was sent to, as far as the notice carries it along or says so in a header.</summary>
    private static HashSet<string> Wanted(MimePart message, string notice)
    {
        var original = message.Walk().Skip(1).Where(part => part.Headers.Has("To") || part.Media is "text/rfc822-headers" or "message/rfc822-headers");
        var to = original.SelectMany(part => part.Headers.All("To").Concat(part.Headers.All("Cc")).Append(part.Media.EndsWith("rfc822-headers", StringComparison.Ordinal) ? Header(part) : ""));
        return
        [
            .. message.Headers.All("X-Failed-Recipients").Concat(to).SelectMany(AddressList.Read).Select(mailbox => mailbox.Address.ToLowerInvariant()),
            .. Commands.Matches(notice).Select(match => match.Groups["address"].Value.ToLowerInvariant()),
        ];
    }

    private static string Header(MimePart part) => HeaderReader.Read(part.Content()).Headers.First("To");

    private static HashSet<string> Ours(MimePart message) =>
    [
        .. message.Headers.All("To").Concat(message.Headers.All("From")).Concat(message.Headers.All("Delivered-To")).Concat(message.Headers.All("X-Original-To"))
            .SelectMany(AddressList.Read).Select(mailbox => mailbox.Address.ToLowerInvariant()),
    ];

    private static bool IsMachine(string address) => Machines.IsMatch(address);

    private static string Before(List<string> lines, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
            if (!string.IsNullOrWhiteSpace(lines[i]))
                return lines[i];
        return "";
    }

    /// <summary>The paragraph that names the address and, where that says little, what follows.</summary>
    private static string Around(List<string> lines, int at, int addresses)
    {
        if (addresses == 1)
            return string.Join(' ', lines.Where(line => StatusCodes.HasReply(line)).Concat(Paragraph(lines, at)).Take(40));
        return string.Join(' ', Paragraph(lines, at));
    }

    private static IEnumerable<string> Paragraph(List<string> lines, int at)
    {
        yield return lines.Count > at ? lines[at] : "";
        for (var i = at + 1; i < lines.Count && i < at + 12; i++)
        {
            if (AddressList.Address.IsMatch(lines[i]) && !StatusCodes.HasReply(lines[i]) && !lines[i].StartsWith(' '))
                yield break;
            yield return lines[i];
        }
    }

    private static readonly SafePattern Leads = new(@"^\s*<?[^ ]+@[^ ]+>?\s*:?\s*(\(.*)?$|(recipient|destinataire|to|à|rcpt to|vers|user|failed|address)\s*:?\s*<?[^ ]+@|^\s*<[^ ]+@[^ ]+>\s*:");

    private static readonly SafePattern Above = new(@"(recipient|destinataire|address|adresse|following|suivant|groupes?|delivered to|remis)");

    private static readonly SafePattern Commands = new(@"rcpt to:\s*<?(?<address>[^ <>]{1,64}@[^ <>,;]{3,190})>?");

    private static readonly SafePattern Machines = new(@"^(mailer-daemon|postmaster|abuse|support|helpdesk|noreply|no-reply|root|admin|hostmaster|webmaster)@|^[0-9a-f]{12,}|^[0-9]{10,}|^e[0-9]+|\.(local|localdomain|internal|lan|prod\.outlook\.com|phx\.gbl)$|@(mail|smtp|mx|mta|relay)[0-9]*\.");
}
