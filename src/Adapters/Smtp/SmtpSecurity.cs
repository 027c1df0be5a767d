namespace Almanach.Adapters.Smtp;

/// <summary>How the connection to the relay is encrypted.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all: for a relay on the same machine only.</summary>
    None,

    /// <summary>Begins in the clear and is encrypted before anything is said (RFC 3207); port 587 or 25.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (RFC 8314, 3.3); port 465.</summary>
    Implicit,
}
