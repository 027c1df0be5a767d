namespace Almanach.Functions.Mail;

/// <summary>What became of one request.</summary>
internal abstract record SendGridAnswer
{
    private SendGridAnswer() { }

    /// <param name="MessageId">The provider's name for it, empty in sandbox mode.</param>
    public sealed record Taken(string MessageId) : SendGridAnswer;

    /// <summary>Refused whole because of some, by their place in the request.</summary>
    public sealed record Blamed(IReadOnlySet<int> Culprits) : SendGridAnswer;

    /// <summary>Refused whole because of what it tells calendars, and of nothing else.</summary>
    public sealed record NoCalendar(Exception Reason) : SendGridAnswer;

    public sealed record TooLarge(Exception Reason) : SendGridAnswer;

    /// <summary>Begun, and broken off before an answer came: it may have been taken.</summary>
    public sealed record Open : SendGridAnswer;

    /// <summary>Nobody was attempted.</summary>
    /// <param name="OfThisOne">Another request may fare better.</param>
    public sealed record Trouble(Exception Reason, bool OfThisOne) : SendGridAnswer;

    /// <summary>The host stopped before it was begun.</summary>
    public sealed record Stopped : SendGridAnswer;
}
