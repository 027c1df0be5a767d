using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming.Bounces;

/// <summary>The fields on one recipient in a report for programs (RFC 3464, 2.3).</summary>
internal sealed record DeliveryStatus(string Recipient, string Action, string Status, string Diagnostic)
{
    /// <summary>Delivered, relayed or expanded: nothing failed.</summary>
    public bool Arrived => Action is "delivered" or "relayed" or "expanded";

    /// <summary>Everything the report says of recipients, in order.</summary>
    public static IReadOnlyList<DeliveryStatus> Read(MimePart report)
    {
        var text = Charsets.Decode(report.Content(), "");
        var all = new List<DeliveryStatus>();
        foreach (var group in Blank.Split(text.Replace("\r\n", "\n", StringComparison.Ordinal)).Take(500))
        {
            var (fields, _) = HeaderReader.Read(System.Text.Encoding.UTF8.GetBytes(group.TrimStart('\n') + "\n"));
            if (Address(fields.First("Original-Recipient")) is var original && Address(fields.First("Final-Recipient")) is var final
                && (original.Length > 0 || final.Length > 0 || fields.Has("Action") && fields.Has("Status")))
                all.Add(new DeliveryStatus(
                    Choose(original, final),
                    fields.First("Action").Split(' ', '(')[0].Trim().ToLowerInvariant(),
                    StatusCodes.In(fields.First("Status")) is { Length: > 0 } status ? status : fields.First("Status").StartsWith('2') ? "2.0.0" : "",
                    fields.First("Diagnostic-Code")));
        }
        return all;
    }

    /// <summary>What was written to, rather than where it was forwarded.</summary>
    private static string Choose(string original, string final) => original.Contains('@', StringComparison.Ordinal) ? original : final;

    private static string Address(string field)
    {
        var value = field[(field.IndexOf(';') + 1)..].Trim().Trim('<', '>');
        return AddressList.Address.Match(value) is { Success: true } match ? match.Value.ToLowerInvariant() : "";
    }

    private static readonly SafePattern Blank = new(@"\n[ \t]*\n", asWritten: true);
}
