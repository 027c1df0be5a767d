namespace Almanach.Core.Network.Import;

/// <summary>What a column of an imported table holds.</summary>
public enum Meaning
{
    Organisation,
    OrganisationFor,
    College,
    OrganisationKind,
    Charter,
    Commitment,
    LastName,
    FirstName,

    /// <summary>Both in one cell, surname first unless capitals say otherwise.</summary>
    SurnameFirst,

    /// <summary>Both in one cell, first name first unless capitals say otherwise.</summary>
    FirstNameFirst,
    Address,
    Function,
    Referent,
    Suppleant,

    /// <summary>Any roles, in words.</summary>
    Roles,

    /// <summary>Member of a body, yes or no.</summary>
    Body,
    Source,
}

/// <param name="Body">Id, for <see cref="Meaning.Body"/>.</param>
public sealed record MeantColumn(int Index, Meaning Meaning, string? Body = null);
