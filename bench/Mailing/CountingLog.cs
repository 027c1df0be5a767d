using Almanach.Functions.Mail;
using Microsoft.Extensions.Logging;

namespace Almanach.Bench;

/// <summary>Counts how often the mailer says that it asks again.</summary>
internal sealed class CountingLog : ILogger<SendGridMailer>
{
    private const int Waits = 1;
    private int retries;

    public int Retries => retries;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> words)
    {
        if (id.Id == Waits)
            Interlocked.Increment(ref retries);
    }

    public bool IsEnabled(LogLevel level) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;
}
