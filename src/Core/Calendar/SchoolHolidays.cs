using System.Globalization;
using Almanach.Core.French;

namespace Almanach.Core.Calendar;

/// <summary>
/// School holidays by académie, from a CSV of the ministry's arrêtés: <c>zone,academies,name,first_day,last_day</c>,
/// académies separated by <c>|</c>, days as ISO dates, both without class. Case and accents of an académie's name don't matter.
/// </summary>
public sealed class SchoolHolidays
{
    const string Header = "zone,academies,name,first_day,last_day";

    readonly ILookup<string, Period> _byAcademy;

    SchoolHolidays(IEnumerable<Period> periods)
    {
        var all = periods.ToList();
        Academies = [.. all.SelectMany(period => period.Academies).Distinct().Order(StringComparer.Ordinal)];
        FirstDay = all.Count == 0 ? null : all.Min(period => period.First);
        LastDay = all.Count == 0 ? null : all.Max(period => period.Last);
        _byAcademy = all.SelectMany(period => period.Academies, (period, academy) => (academy, period))
            .ToLookup(pair => Typography.Fold(pair.academy), pair => pair.period);
    }

    /// <summary>Every académie of the file, each once, so that a misspelt one can be told.</summary>
    public IReadOnlyList<string> Academies { get; }

    /// <summary>First day of the earliest period; null for an empty file. Nothing is known before.</summary>
    public DateOnly? FirstDay { get; }

    /// <summary>Last day of the latest period; null for an empty file. Nothing is known after: the file wants the next arrêté.</summary>
    public DateOnly? LastDay { get; }

    /// <summary>Reads the file. A broken line throws <see cref="FormatException"/> with its number: a platform never starts on it.</summary>
    public static SchoolHolidays Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        var lines = csv.TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (lines[0] != Header)
            throw new FormatException($"vacances-scolaires, ligne 1 : « {Header} » est attendu.");

        return new SchoolHolidays(lines.Select((line, index) => (line, number: index + 1)).Skip(1)
            .Where(row => row.line.Length > 0)
            .Select(row => Read(row.line, row.number)));
    }

    public bool Knows(string academy) => _byAcademy.Contains(Typography.Fold(academy));

    /// <summary>False for an unknown académie as for a school day: ask <see cref="Knows"/> once, when the platform is read.</summary>
    public bool Covers(string academy, DateOnly day) => NameOf(academy, day) is not null;

    /// <summary>« Vacances d’hiver », or null on a school day.</summary>
    public string? NameOf(string academy, DateOnly day) =>
        _byAcademy[Typography.Fold(academy)].FirstOrDefault(period => period.First <= day && day <= period.Last)?.Name;

    static Period Read(string line, int number)
    {
        if (line.Split(',') is not [_, var academies, var name, var first, var last])
            throw new FormatException($"vacances-scolaires, ligne {number} : cinq colonnes sont attendues.");

        if (!TryDay(first, out var from) || !TryDay(last, out var to) || to < from)
            throw new FormatException($"vacances-scolaires, ligne {number} : deux jours dans l’ordre sont attendus, comme 2022-02-12.");

        return new Period(academies.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), name, from, to);
    }

    static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    sealed record Period(IReadOnlyList<string> Academies, string Name, DateOnly First, DateOnly Last);
}
