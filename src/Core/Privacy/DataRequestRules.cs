using Almanach.Core.Engine;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Privacy;

/// <summary>What may be asked, and until when it is answered. Field names are those of one’s own page.</summary>
public static class DataRequestRules
{
    public const int MaxAddress = 254;

    /// <summary>Characters of a first name, and of a surname.</summary>
    public const int MaxName = 80;

    /// <summary>Last day for an answer: one month after the request (GDPR art. 12.3).</summary>
    /// <param name="asked">Day of the request, on the platform's clock.</param>
    public static DateOnly Deadline(DateOnly asked) => asked.AddMonths(1);

    /// <param name="before">What she asked before, settled or not; null for nothing.</param>
    public static Decision<DataRequest> Erasure(Contact by, DataRequest? before, DateTimeOffset now) => before is { Settled: null }
        ? Decision.Done<DataRequest>()
        : Decision.Accept(new DataRequest(DataRequest.IdOf(DataRequestKind.Erasure, by.Id), DataRequestKind.Erasure, by.Id, by.Organisation, now));

    /// <inheritdoc cref="Erasure"/>
    public static Decision<DataRequest> Address(Contact by, string address, DataRequest? before, DateTimeOffset now)
    {
        if (address.Length is 0 or > MaxAddress || !AddressForm.IsWellFormed(address))
            return Refusal.Invalid(new FieldError("courriel", "Cette adresse ne peut pas recevoir de message. Elle s’écrit comme prenom.nom@organisme.fr."));
        if (address.Equals(by.Address, StringComparison.OrdinalIgnoreCase))
            return Refusal.Invalid(new FieldError("courriel", "C’est l’adresse que nous avons déjà."));
        return before is { Settled: null } && before.Address.Equals(address, StringComparison.OrdinalIgnoreCase)
            ? Decision.Done<DataRequest>()
            : Decision.Accept(new DataRequest(DataRequest.IdOf(DataRequestKind.Address, by.Id), DataRequestKind.Address, by.Id, by.Organisation, now, address));
    }

    /// <summary>What is wrong with a name she corrects: what she has is not emptied. An address without a name (« accueil ») may stay so.</summary>
    public static IReadOnlyList<FieldError> Name(Contact known, string firstName, string lastName)
    {
        List<FieldError> errors = [];
        void Check(string field, string before, string name, string missing)
        {
            if (name.Length == 0 && before.Length > 0)
                errors.Add(new FieldError(field, missing));
            else if (name.Length > MaxName)
                errors.Add(new FieldError(field, $"Gardez {MaxName} caractères au plus."));
        }
        Check("prenom", known.FirstName, firstName, "Donnez votre prénom.");
        Check("nom", known.LastName, lastName, "Donnez votre nom.");
        return errors;
    }

    /// <summary>Nothing of it is kept but that it was asked and answered.</summary>
    public static Decision<DataRequest> Settle(DataRequest request, DateTimeOffset now) => request.Settled is not null
        ? Decision.Done<DataRequest>()
        : Decision.Accept(request with { Settled = now, Address = "" });
}
