using System.Globalization;
using Almanach.Core.Platforms.Reading;

namespace Almanach.Core.Platforms.Checks;

/// <summary>What <c>platform.json</c> must mean, beyond its form: everything but consultations and calendar.</summary>
internal static class PlatformChecks
{
    public static void Check(Platform platform, Findings found)
    {
        CheckBrand(platform.Brand, found);
        CheckAddress(platform.Coordinator.Address, "/coordinator/address", found);
        Given(platform.Coordinator.Name, "/coordinator/name", found);
        CheckAddress(platform.Legal.Dpo, "/legal/dpo", found);
        Given(platform.Legal.Controller, "/legal/controller", found);
        Given(platform.Legal.Basis, "/legal/basis", found);
        Between(platform.Legal.RetentionMonths, 1, 120, "/legal/retentionMonths", "mois", found);
        Between(platform.FirstYear, 2000, 2100, "/firstYear", "", found);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(platform.TimeZone, out _))
            found.Error("/timeZone", $"Le fuseau horaire « {platform.TimeZone} » n’est pas connu.", "Écrire par exemple « Europe/Paris ».");
        if (!Locales.Contains(platform.Locale))
            found.Error("/locale", $"La langue « {platform.Locale} » n’est pas connue.", $"Écrire {Wording.OneOf(Locales)}.");
        foreach (var (index, domain) in platform.AllowedDomains.Index())
            if (!AddressForm.IsDomain(domain))
                found.Error($"/allowedDomains/{index}", $"« {domain} » n’est pas un nom de domaine.", "Écrire par exemple « exemple.org », sans « @ ».");

        CheckBodies(platform.Bodies, found);
        foreach (var (index, college) in platform.Colleges.Index())
            Given(college.Name, $"/colleges/{index}/name", found);
        if (platform.Colleges.Count == 0)
            found.Error("/colleges", "Il n’y a aucun collège.", "En décrire au moins un : chaque organisme appartient à un collège.");
        CheckActionKinds(platform.ActionKinds, found);
        CheckStandingActions(platform, found);
        CheckMail(platform.Mail, found);
    }

    private static readonly string[] Locales = ["fr-FR"];

    private static void CheckBrand(Brand brand, Findings found)
    {
        if (!Ids.IsWellFormed(brand.Id))
            found.Error("/brand/id", $"L’identifiant « {brand.Id} » n’est pas bien formé.", Ids.Rule);
        Given(brand.Short, "/brand/short", found);
        Given(brand.Name, "/brand/name", found);
        Given(brand.Phone, "/brand/phone", found);
        CheckAddress(brand.Mailbox, "/brand/mailbox", found);
        CheckAccent(brand.AccentDay, Accents.DayGround, "clair", "/brand/accentDay", "plus sombre", found);
        CheckAccent(brand.AccentNight, Accents.NightGround, "sombre", "/brand/accentNight", "plus claire", found);
    }

    private static void CheckAccent(string colour, string ground, string which, string place, string remedy, Findings found)
    {
        if (Accents.Contrast(colour, ground) is not { } contrast)
            found.Error(place, $"« {colour} » n’est pas une couleur.", "L’écrire avec un dièse et six chiffres hexadécimaux, par exemple « #155a6e ».");
        else if (contrast < Accents.Least)
            found.Error(place,
                $"La couleur {colour} se lit mal sur le fond {which} {ground} : contraste {contrast.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',')} pour 1, il faut 4,5 pour 1.",
                $"Choisir une couleur {remedy}.");
    }

    private static void CheckBodies(IReadOnlyList<Body> bodies, Findings found)
    {
        foreach (var (index, body) in bodies.Index())
        {
            Given(body.Name, $"/bodies/{index}/name", found);
            Between(body.NoticeDays, 0, 180, $"/bodies/{index}/noticeDays", "jours", found);
            Share(body.Quorum, $"/bodies/{index}/quorum", "Le quorum est une part des membres, entre 0 et 1.", found);
            Share(body.CollegeQuorum, $"/bodies/{index}/collegeQuorum", "Le quorum d’un collège est une part de ses membres, entre 0 et 1.", found);
            Between(body.Proxies, 0, 20, $"/bodies/{index}/proxies", "pouvoirs", found);
            Between(body.SecondNoticeDays, 0, 180, $"/bodies/{index}/secondNoticeDays", "jours", found);
            Between(body.ApprovalDays, 0, 90, $"/bodies/{index}/approvalDays", "jours", found);
            Between(body.TermYears, 0, 10, $"/bodies/{index}/termYears", "ans", found);
        }
    }

    private static void Share(decimal share, string place, string problem, Findings found)
    {
        if (share is < 0 or > 1)
            found.Error(place, problem, "Écrire par exemple 0.5 pour la moitié.");
    }

    private static void CheckActionKinds(IReadOnlyList<ActionKindSetting> kinds, Findings found)
    {
        var titles = new Dictionary<int, string>();
        var seen = new HashSet<ActionKind>();
        foreach (var (index, kind) in kinds.Index())
        {
            var place = $"/actionKinds/{index}";
            if (!seen.Add(kind.Kind))
                found.Error($"{place}/kind", "Ce type d’action est décrit deux fois.", "N’en garder qu’une description.");
            Given(kind.Name, $"{place}/name", found);
            Given(kind.Plural, $"{place}/plural", found);
            Between(kind.Priority, 1, 20, $"{place}/priority", "", found);
            Between(kind.Part, 1, 20, $"{place}/part", "", found);
            Dated(kind.Introduction, $"{place}/introduction", found);
            Dated(kind.Conclusion, $"{place}/conclusion", found);
            if (!titles.TryAdd(kind.Part, kind.PartTitle) && titles[kind.Part] != kind.PartTitle)
                found.Error($"{place}/partTitle", $"La partie {kind.Part} porte déjà un autre titre : « {titles[kind.Part]} ».", "Donner le même titre, ou un autre numéro de partie.");
        }
    }

    private static void CheckStandingActions(Platform platform, Findings found)
    {
        foreach (var (index, action) in platform.StandingActions.Index())
        {
            var place = $"/standingActions/{index}";
            Given(action.Title, $"{place}/title", found);
            if (found.IsWhole("/actionKinds") && platform.ActionKinds.All(kind => kind.Kind != action.Kind))
                found.Error($"{place}/kind", "Ce type d’action n’est pas décrit dans « actionKinds ».", "L’y ajouter, ou changer de type.");
            foreach (var (row, line) in action.Sheet.Index())
                if (line.Contents.Count > 0)
                    Dated(line.Contents, $"{place}/sheet/{row}/contents", found);
                else
                    found.Error($"{place}/sheet/{row}/contents", "Cette ligne de la fiche est vide.", "L’écrire, ou la retirer.");
        }
    }

    private static void CheckMail(MailRules mail, Findings found)
    {
        Between(mail.DaysBetweenReminders, 1, 60, "/mail/daysBetweenReminders", "jours", found);
        Between(mail.GraceSeconds, 0, 3600, "/mail/graceSeconds", "secondes", found);
        if (mail.Budget is not { } budget)
            return;
        Between(budget.Solicitations, 1, 20, "/mail/budget/solicitations", "sollicitations", found);
        Between(budget.Days, 1, 60, "/mail/budget/days", "jours", found);
        Between(budget.AlwaysReminded, 0, Enum.GetValues<AskKind>().Length, "/mail/budget/alwaysReminded", "", found);
        foreach (var (index, kind) in (budget.Priority ?? []).Index())
            if (budget.Priority!.Take(index).Contains(kind))
                found.Error($"/mail/budget/priority/{index}", "Cette priorité est donnée deux fois.", "N’en garder qu’une.");
    }

    /// <summary>Texts of documents, where only the year is filled in.</summary>
    private static void Dated(IReadOnlyList<string> texts, string place, Findings found)
    {
        foreach (var (index, text) in texts.Index())
            Slotted.Check(text, TextCatalogue.Year, $"{place}/{index}", found);
    }

    public static void Given(string text, string place, Findings found)
    {
        if (string.IsNullOrWhiteSpace(text))
            found.Error(place, "Ce texte est vide.", "L’écrire : il est montré aux personnes du réseau.");
    }

    private static void Between(int value, int least, int most, string place, string unit, Findings found)
    {
        if (value < least || value > most)
            found.Error(place, $"{value} est hors des limites.", $"Donner un nombre entre {least} et {most} {unit}".TrimEnd() + ".");
    }

    private static void CheckAddress(string address, string place, Findings found)
    {
        if (!AddressForm.IsWellFormed(address))
            found.Error(place, "L’adresse électronique n’est pas bien formée.", "Écrire par exemple « coordination@exemple.org ».");
    }
}
