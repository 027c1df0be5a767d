using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Documents;
using Almanach.Core.Engine;
using Almanach.Core.French;

namespace Almanach.Core.Library.Deposits;

/// <summary>What a deposited document may say, and how it changes. Field names are those of the cockpit's form.</summary>
public static class DepositRules
{
    public const int MaxTitle = 160;
    public const int MaxThemes = 6;
    public const int MaxTheme = 60;

    /// <summary>Versions of one document: more would not be one document any more.</summary>
    public const int MaxVersions = 50;

    /// <param name="today">A document may bear a date to come, not one that nobody means.</param>
    public static IReadOnlyList<FieldError> Check(DepositSheet sheet, DateOnly today)
    {
        List<FieldError> errors = [];
        if (sheet.Title.Length is 0 or > MaxTitle)
            errors.Add(new FieldError("titre", sheet.Title.Length == 0 ? "Donnez un titre\u00A0: c’est ce que les lecteurs verront." : $"Gardez {MaxTitle} caractères au plus."));
        if (sheet.Day.Year is < 1950 or > 2100)
            errors.Add(new FieldError("jour", "Donnez la date du document, par exemple 14/12/2021."));
        else if (sheet.Day > today.AddYears(1))
            errors.Add(new FieldError("jour", "Cette date est dans plus d’un an. Vérifiez l’année."));
        if (sheet.Themes.Count > MaxThemes || sheet.Themes.Any(theme => theme.Length > MaxTheme))
            errors.Add(new FieldError("themes", $"Gardez {MaxThemes} thèmes au plus, de {MaxTheme} caractères au plus chacun."));
        if (sheet is { Diffusion: Diffusion.Circle, HasCircle: false })
            errors.Add(new FieldError("diffusion", "Ce document n’est rattaché ni à une instance, ni à un groupe\u00A0: choisissez à quoi il se rattache, ou une autre diffusion."));
        return errors;
    }

    public static Decision<Deposit> Enter(Deposit? held, DepositSheet sheet, DepositVersion first, DateTimeOffset now)
    {
        if (Check(sheet, Day(now)) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        return held switch
        {
            null => Decision.Accept(new Deposit(IdOf(sheet, first), sheet, [first], now)),
            { Withdrawn: not null } => Refusal.Because(Why.NotNow, "Ce fichier a déjà été déposé sous ce titre, puis retiré. Ouvrez-le dans la liste et remettez-le en ligne."),
            _ when held.Sheet.Says(sheet) && held.Latest.Hash == first.Hash => Decision.Done<Deposit>(),
            _ => Refusal.Because(Why.NotNow, "Ce fichier est déjà déposé sous ce titre, et sa fiche dit autre chose. Ouvrez-le dans la liste des documents pour changer qui peut le lire, sa date ou son classement."),
        };
    }

    public static Decision<Deposit> Replace(Deposit held, DepositVersion next)
    {
        if (held.Withdrawn is not null)
            return Refusal.Because(Why.NotNow, "Ce document est retiré. Remettez-le en ligne avant d’en déposer une nouvelle version.");
        if (held.Latest.Hash == next.Hash)
            return Decision.Done<Deposit>();
        return held.Versions.Count >= MaxVersions
            ? Refusal.Because(Why.NotNow, $"Ce document a déjà {MaxVersions} versions. Déposez un nouveau document.")
            : Decision.Accept(held with { Versions = [.. held.Versions, next with { Number = held.Latest.Number + 1 }] });
    }

    /// <summary>More readers than before make it new to them.</summary>
    public static Decision<Deposit> Edit(Deposit held, DepositSheet sheet, DateTimeOffset now)
    {
        if (Check(sheet, Day(now)) is { Count: > 0 } errors)
            return Refusal.Invalid(errors);
        return held.Sheet.Says(sheet)
            ? Decision.Done<Deposit>()
            : Decision.Accept(held with { Sheet = sheet, Since = sheet.Diffusion < held.Sheet.Diffusion ? now : held.Since });
    }

    public static Decision<Deposit> Turn(Deposit held, bool withdrawn, DateTimeOffset now) => (held.Withdrawn is not null) == withdrawn
        ? Decision.Done<Deposit>()
        : Decision.Accept(held with { Withdrawn = withdrawn ? now : null });

    /// <summary>Near enough where only a year counts.</summary>
    internal static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    public static string IdOf(DepositSheet sheet, DepositVersion first)
    {
        var words = Encoding.UTF8.GetBytes($"{sheet.Title}\n{first.Hash}");
        return $"{Typography.Slug(sheet.Title, 60)}-{Convert.ToHexStringLower(SHA256.HashData(words))[..10]}".Trim('-');
    }

    /// <summary>Themes as people type them: « logement, santé »; one written twice is one.</summary>
    public static IReadOnlyList<string> Themes(string typed) => [.. typed.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(theme => Capitals.First(theme)).DistinctBy(Typography.Fold)];
}
