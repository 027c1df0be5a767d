namespace Almanach.Local.Hosting;

/// <summary>Log lines on standard error: what Almanach has to say, and of the framework only what went wrong.</summary>
public sealed class ConsoleLogs : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Line(categoryName, categoryName switch
    {
        _ when categoryName.StartsWith("Almanach.", StringComparison.Ordinal) => LogLevel.Information,
        // That the host could not start is said in plain words by the command.
        "Microsoft.Extensions.Hosting.Internal.Host" => LogLevel.Critical,
        _ => LogLevel.Error,
    });

    /// <summary>There is one place to write to.</summary>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("Logs go to standard error.");

    public void Dispose()
    {
    }

    private sealed class Line(string category, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var name = category[(category.LastIndexOf('.') + 1)..];
            var line = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'} {logLevel} {name}: {formatter(state, exception)}";
            Console.Error.WriteLine(exception is null ? line : $"{line}\n{exception}");
        }
    }
}
