namespace Almanach.Functions.Mail;

/// <summary>Shares copies out over as few requests as SendGrid takes: an address stands once in each.</summary>
internal static class SendGridRequests
{
    /// <summary>The copies filled by tags first: the second copy of an address waits for the second request. Then those written out, one by one.</summary>
    public static IEnumerable<IReadOnlyList<SendGridCopy>> Of(IReadOnlyList<SendGridCopy> copies)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [
            .. copies.Where(copy => !copy.WrittenOut).GroupBy(copy => seen[copy.Address] = seen.GetValueOrDefault(copy.Address) + 1).Select(group => group.ToList()),
            .. copies.Where(copy => copy.WrittenOut).Select(copy => (IReadOnlyList<SendGridCopy>)[copy]),
        ];
    }
}
