using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Network;

/// <summary>What a request for a successor must hold. Field names are those of the page.</summary>
public static class SuccessionRules
{
    public const int MaxName = 120;
    public const int MaxAddress = 254;
    public const int MaxFunction = 160;

    public static Decision<SuccessionRequest> Ask(Contact by, string name, string address, string function, DateTimeOffset now)
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(name))
            errors.Add(new FieldError("nom", "Donnez le prénom et le nom de la personne."));
        else if (name.Length > MaxName)
            errors.Add(new FieldError("nom", $"Gardez {MaxName} caractères au plus."));
        if (string.IsNullOrWhiteSpace(address))
            errors.Add(new FieldError("adresse", "Donnez son adresse électronique."));
        else if (!AddressForm.IsWellFormed(address))
            errors.Add(new FieldError("adresse", "Cette adresse ne peut pas recevoir de message. Vérifiez-la\u00A0: elle s’écrit comme prenom.nom@organisme.fr."));
        if (function.Length > MaxFunction)
            errors.Add(new FieldError("fonction", $"Gardez {MaxFunction} caractères au plus."));
        return errors.Count > 0
            ? Refusal.Invalid(errors)
            : Decision.Accept(new SuccessionRequest(Id(by.Id, name, address, function), by.Id, by.Organisation, name, address, function, now));
    }

    private static string Id(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}
