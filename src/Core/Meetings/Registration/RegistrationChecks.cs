using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Platforms;

namespace Almanach.Core.Meetings.Registration;

/// <summary>What a registration and its terms must hold. Field names are those of the forms.</summary>
public static class RegistrationChecks
{
    public const int MaxName = 120;

    public const int MaxOrganisation = 160;

    public const int MaxNeeds = 500;

    public static IReadOnlyList<FieldError> Of(Registrant person, bool addressNeeded)
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(person.Name))
            errors.Add(new FieldError("nom", "Donnez un prénom et un nom."));
        else if (person.Name.Length > MaxName)
            errors.Add(TooLong("nom", MaxName));
        if (person.Address.Length == 0 && addressNeeded)
            errors.Add(new FieldError("adresse", "Donnez votre adresse électronique\u00A0: la confirmation y est envoyée."));
        else if (person.Address.Length > 0 && !AddressForm.IsWellFormed(person.Address))
            errors.Add(new FieldError("adresse", "Cette adresse ne peut pas recevoir de message. Elle s’écrit comme prenom.nom@organisme.fr."));
        if (person.Organisation.Length > MaxOrganisation)
            errors.Add(TooLong("organisme", MaxOrganisation));
        if (person.Needs.Length > MaxNeeds)
            errors.Add(TooLong("besoins", MaxNeeds));
        return errors;
    }

    public static IReadOnlyList<FieldError> Of(RegistrationTerms terms, RegistrationScene scene, DateTimeOffset now)
    {
        List<FieldError> errors = [];
        var day = scene.Zone.DayOf(scene.Meeting.Starts);
        if (terms.Capacity is < 0 or > RegistrationRules.Most)
            errors.Add(new FieldError("places", $"Donnez un nombre de places entre 1 et {RegistrationRules.Most}, ou laissez vide s’il n’y a pas de limite."));
        if (terms.LastDay > day)
            errors.Add(new FieldError("cloture", $"La rencontre a lieu le {FrenchDates.Day(day)}\u00A0: choisissez ce jour au plus tard."));
        else if (terms is { Open: true, LastDay: { } last } && last < scene.Zone.DayOf(now))
            errors.Add(new FieldError("cloture", "Ce jour est passé. Choisissez un jour à venir, ou fermez les inscriptions."));
        return errors;
    }

    private static FieldError TooLong(string field, int most) => new(field, $"Gardez {most} caractères au plus.");
}
