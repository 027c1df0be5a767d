using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Library.Catalogue;

/// <summary>Somebody says that an entry is wrong. Nobody is named: what is said is enough.</summary>
/// <param name="Settled">When the coordinator had read it; null while it waits.</param>
public sealed record ErrorReport(string Id, string Entry, string Text, DateTimeOffset At, DateTimeOffset? Settled = null)
{
    public const string Prefix = "error|";
}

/// <summary>Something nobody observes yet, as somebody said it.</summary>
/// <param name="Organisation">Who says so, as typed; may be empty.</param>
/// <param name="Theme">Id; empty for none.</param>
/// <param name="Territory">Id; empty for none.</param>
/// <param name="Answer">The coordinator's, for everybody to read; empty while it waits, or where it was set aside.</param>
/// <param name="Settled">Answered or set aside; null while it waits.</param>
public sealed record StatedNeed(
    string Id, string Title, string Why, string Organisation, string Theme, string Territory, DateTimeOffset At, string Answer = "", DateTimeOffset? Settled = null)
{
    public const string Prefix = "need|";

    /// <summary>Everybody reads it with its answer.</summary>
    public bool IsShown => Answer.Length > 0;
}

/// <summary>What people may send about the catalogue. Field names are those of the forms.</summary>
public static class RequestRules
{
    public const string Partition = "catalogue-requests";

    public const int MaxText = 1_000;

    public const int MaxTitle = 160;

    /// <summary>More of a kind that wait is no work of people.</summary>
    public const int MostWaiting = 300;

    /// <summary>The same words sent twice are one report, as long as it waits.</summary>
    public static Decision<ErrorReport> Report(string entry, string text, DateTimeOffset now) =>
        text.Length is 0 or > MaxText
            ? Refusal.Invalid(new FieldError("erreur", text.Length == 0 ? "Dites ce qui n’est pas exact." : $"Gardez {MaxText} caractères au plus."))
            : Decision.Accept(new ErrorReport(Id(entry, text), entry, text, now));

    /// <summary>A report that is sent again once it was dealt with: what was mended is broken anew. Null while it waits.</summary>
    public static ErrorReport? Again(ErrorReport report, DateTimeOffset now) => report.Settled is null ? null : report with { At = now, Settled = null };

    /// <summary>A need that was set aside and is stated again. Null while it waits, and once it is answered.</summary>
    public static StatedNeed? Again(StatedNeed need, DateTimeOffset now) => need.Settled is null || need.IsShown ? null : need with { At = now, Settled = null };

    public static Decision<StatedNeed> State(StatedNeed need, CatalogueSetting setting)
    {
        List<FieldError> errors = [];
        if (need.Title.Length is 0 or > MaxTitle)
            errors.Add(new FieldError("besoin", need.Title.Length == 0 ? "Dites en une ligne ce que vous cherchez à savoir." : $"Gardez {MaxTitle} caractères au plus."));
        if (need.Why.Length > MaxText)
            errors.Add(new FieldError("pourquoi", $"Gardez {MaxText} caractères au plus."));
        if (need.Organisation.Length > MaxTitle)
            errors.Add(new FieldError("organisme", $"Gardez {MaxTitle} caractères au plus."));
        if (need.Theme.Length > 0 && setting.ThemeOf(need.Theme) is null)
            errors.Add(new FieldError("theme", "Choisissez un thème de la liste."));
        if (need.Territory.Length > 0 && setting.TerritoryOf(need.Territory) is null)
            errors.Add(new FieldError("territoire", "Choisissez un territoire de la liste."));
        return errors.Count > 0 ? Refusal.Invalid(errors) : Decision.Accept(need with { Id = Id(need.Title, need.Why, need.Organisation, need.Theme, need.Territory) });
    }

    /// <summary>The coordinator's answer; without one it is set aside, and shown to nobody.</summary>
    public static Decision<StatedNeed> Answer(StatedNeed need, string answer, DateTimeOffset now) =>
        answer.Length > MaxText ? Refusal.Invalid(new FieldError("reponse", $"Gardez {MaxText} caractères au plus."))
        : need.Settled is not null && need.Answer == answer ? Decision.Done<StatedNeed>()
        : Decision.Accept(need with { Answer = answer, Settled = now });

    private static string Id(params IEnumerable<string> words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))))[..16];
}
