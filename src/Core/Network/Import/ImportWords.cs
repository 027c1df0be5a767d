using Almanach.Core.Platforms;

namespace Almanach.Core.Network.Import;

/// <summary>Columns and verdicts in words.</summary>
public static class ImportWords
{
    public static string Name(MeantColumn column, Platform platform) => column.Meaning switch
    {
        Meaning.Organisation => "organisme",
        Meaning.OrganisationFor => "organisme, dans une phrase",
        Meaning.College => "collège",
        Meaning.OrganisationKind => "type d’organisme",
        Meaning.Charter => "signature de la charte",
        Meaning.Commitment => "engagement",
        Meaning.LastName => "nom",
        Meaning.FirstName => "prénom",
        Meaning.SurnameFirst or Meaning.FirstNameFirst => "nom et prénom",
        Meaning.Address => "courriel",
        Meaning.Function => "fonction",
        Meaning.Referent => "personne référente",
        Meaning.Suppleant => "suppléance",
        Meaning.Roles => "rôles",
        Meaning.Body => platform.Bodies.First(body => body.Id == column.Body).Name.ToLowerInvariant(),
        Meaning.Source => "provenance",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Added => "ajout",
        Verdict.Changed => "changement",
        Verdict.Unchanged => "sans changement",
        Verdict.Doubtful => "à vérifier",
        Verdict.KeptOut => "non réinscrit",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
