namespace Almanach.Core.Platforms.Reading;

/// <summary>The ids of one list of <c>platform.json</c>, checked for form and repetition, and the references made to them.</summary>
internal sealed class Known
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly string _what;
    private readonly bool _whole;

    /// <param name="what">As a message names one: « un collège ».</param>
    /// <param name="list">JSON pointer of the list.</param>
    public Known(string what, string list, IEnumerable<string> ids, Findings found)
    {
        _what = what;
        var sound = found.IsWhole(list);
        foreach (var (index, id) in ids.Index())
            sound &= Add(id, $"{list}/{index}/id", found);
        _whole = sound;
    }

    private bool Add(string id, string place, Findings found)
    {
        if (!Ids.IsWellFormed(id))
            found.Error(place, $"L’identifiant « {id} » n’est pas bien formé.", Ids.Rule);
        else if (!_ids.Add(id))
            found.Error(place, $"L’identifiant « {id} » est donné deux fois.", "En changer un, ici et là où il est cité.");
        else
            return true;
        return false;
    }

    /// <summary>Reports the reference at this place unless the id is known, or the list has mistakes of its own and cannot tell.</summary>
    public void Check(string id, string place, Findings found)
    {
        if (_whole && !_ids.Contains(id))
            found.Error(place, $"« {id} » n’est pas {_what} de la plate-forme.", Wording.Suggest(id, _ids, $"Citer {_what} de la plate-forme."));
    }
}

/// <summary>The lists that other places refer to.</summary>
internal sealed class PlatformIds(Platform platform, Findings found)
{
    public Known Colleges { get; } = new("un collège", "/colleges", platform.Colleges.Select(one => one.Id), found);

    public Known Bodies { get; } = new("une instance", "/bodies", platform.Bodies.Select(one => one.Id), found);

    public Known Consultations { get; } = new("une consultation", "/consultations", platform.Consultations.Select(one => one.Id), found);

    public Known Steps { get; } = new("une étape", "/calendar", platform.Calendar.Select(one => one.Id), found);

    public Known Newsletters { get; } = new("une lettre d’information", "/newsletters", platform.Newsletters.Select(one => one.Id), found);

    public Known StandingActions { get; } = new("une action permanente", "/standingActions", platform.StandingActions.Select(one => one.Id), found);
}

internal static class Ids
{
    public const string Rule = "N’employer que des lettres minuscules sans accent, des chiffres et des tirets, 60 caractères au plus.";

    /// <summary>Lower-case letters, digits, dashes, 1 to 60 characters.</summary>
    public static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= 60 && id[0] != '-' && id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}
