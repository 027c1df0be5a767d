namespace Almanach.Core.Mail.Incoming;

/// <summary>Ways of saying one thing, in any case.</summary>
internal sealed class Phrases(params string[] patterns)
{
    /// <summary>Each is enough.</summary>
    public IReadOnlyList<SafePattern> All { get; } = [.. patterns.Select(pattern => new SafePattern(pattern))];

    public bool In(string text)
    {
        foreach (var pattern in All)
            if (pattern.IsMatch(text))
                return true;
        return false;
    }
}
