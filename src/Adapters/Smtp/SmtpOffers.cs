namespace Almanach.Adapters.Smtp;

/// <summary>What a relay offers in its answer to EHLO (RFC 5321, 4.1.1.1).</summary>
/// <param name="Largest">Bytes of a letter it takes (RFC 1870); null where it sets no limit.</param>
/// <param name="Size">It wants to hear the size beforehand (RFC 1870).</param>
/// <param name="SignIns">Mechanisms of AUTH (RFC 4954), in capitals.</param>
internal sealed record SmtpOffers(bool StartTls, bool Pipelining, long? Largest, bool Size, IReadOnlySet<string> SignIns)
{
    /// <summary>The first line names the relay; each other is an extension.</summary>
    public static SmtpOffers Of(SmtpReply hello)
    {
        var extensions = hello.Lines.Skip(1).Select(line => line.Trim().ToUpperInvariant().Replace("AUTH=", "AUTH ", StringComparison.Ordinal)).ToList();
        return new(
            extensions.Contains("STARTTLS"), extensions.Contains("PIPELINING"),
            extensions.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is ["SIZE", _])
                .Select(words => long.TryParse(words[1], out var bytes) && bytes > 0 ? bytes : (long?)null).FirstOrDefault(),
            extensions.Any(line => line == "SIZE" || line.StartsWith("SIZE ", StringComparison.Ordinal)),
            extensions.Where(line => line.StartsWith("AUTH ", StringComparison.Ordinal)).SelectMany(line => line.Split(' ').Skip(1)).ToHashSet());
    }
}
