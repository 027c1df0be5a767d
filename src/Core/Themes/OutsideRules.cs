using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Consultations;
using Almanach.Core.Engine;
using Almanach.Core.Platforms;

namespace Almanach.Core.Themes;

/// <summary>A subject as the public form sends it.</summary>
/// <param name="Address">Only of those who want an answer; otherwise empty.</param>
public sealed record OutsideProposal(string Organisation, string Title, string Rationale, ActionKind? Format, string Address);

/// <summary>What a proposal from outside must hold. Field names are those of the public form.</summary>
public static class OutsideRules
{
    public const int MaxOrganisation = 160;

    public static IReadOnlyList<FieldError> Check(OutsideProposal proposal)
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(proposal.Organisation))
            errors.Add(new FieldError("organisme", "Donnez le nom de votre organisme."));
        else if (proposal.Organisation.Length > MaxOrganisation)
            errors.Add(new FieldError("organisme", $"Gardez {MaxOrganisation} caractères au plus."));
        if (string.IsNullOrWhiteSpace(proposal.Title))
            errors.Add(new FieldError("titre", "Donnez un titre à votre proposition."));
        else if (proposal.Title.Length > AnswerChecks.MaxTitle)
            errors.Add(new FieldError("titre", $"Le titre compte {proposal.Title.Length} caractères\u00A0: gardez-en {AnswerChecks.MaxTitle} au plus, et dites le reste dans «\u00A0Pourquoi ce sujet\u00A0»."));
        if (proposal.Rationale.Length > AnswerChecks.MaxRationale)
            errors.Add(new FieldError("pourquoi", $"Ce texte compte {proposal.Rationale.Length} caractères\u00A0: gardez-en {AnswerChecks.MaxRationale} au plus."));
        if (proposal.Address.Length > 0 && !AddressForm.IsWellFormed(proposal.Address))
            errors.Add(new FieldError("adresse", "Cette adresse ne peut pas recevoir de message. Vérifiez-la, ou laissez le champ vide."));
        return errors;
    }

    /// <summary>The same words sent again are the same proposal.</summary>
    public static Proposal Of(OutsideProposal sent, int year, DateTimeOffset now)
    {
        var words = string.Join('\n', sent.Organisation, sent.Title, sent.Rationale, sent.Format?.ToString() ?? "");
        var id = $"public-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16]}";
        // A name typed outside never reads as the id of a member, which is lower-case.
        var organisation = char.ToUpperInvariant(sent.Organisation[0]) + sent.Organisation[1..];
        return new Proposal(id, year, ProposalOrigin.PublicForm, organisation, null, sent.Title, sent.Rationale, sent.Format, false, "", now, false, []);
    }
}
