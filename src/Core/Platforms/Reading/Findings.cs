namespace Almanach.Core.Platforms.Reading;

/// <summary>
/// The problems found in one file. A place that was damaged (unreadable, missing) is reported once: what the checks that
/// follow would say of the value put there in its stead is dropped.
/// </summary>
internal sealed class Findings(string file, List<Problem> problems)
{
    private readonly HashSet<string> _damaged = new(StringComparer.Ordinal);

    public string File => file;

    public bool HasErrors => problems.Any(problem => problem.File == file && problem.Severity == Severity.Error);

    /// <summary>The value could not be read: nothing further is said of this place, nor of what lies below.</summary>
    public void Damage(string place, string message, string remedy)
    {
        Error(place, message, remedy);
        _damaged.Add(place);
    }

    /// <summary>As above, when the cause has been told elsewhere.</summary>
    public void Damage(string place) => _damaged.Add(place);

    public void Error(string place, string message, string remedy) => Add(place, message, remedy, Severity.Error);

    public void Warn(string place, string message, string remedy) => Add(place, message, remedy, Severity.Warning);

    /// <summary>False when something at or below the place could not be read, so that what is absent there proves nothing.</summary>
    public bool IsWhole(string place) => !Damaged(place)
        && !_damaged.Any(one => one.StartsWith(place + "/", StringComparison.Ordinal));

    private void Add(string place, string message, string remedy, Severity severity)
    {
        if (!Damaged(place))
            problems.Add(new(file, Wording.Spaced(place), Wording.Spaced(message), Wording.Spaced(remedy), severity));
    }

    private bool Damaged(string place)
    {
        if (_damaged.Count == 0)
            return false;
        for (var end = place.Length; end >= 0; end = end == 0 ? -1 : place.LastIndexOf('/', end - 1))
            if (_damaged.Contains(place[..end]))
                return true;
        return false;
    }
}
