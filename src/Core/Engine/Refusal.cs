
namespace Almanach.Core.Engine;

/// <summary>A refusal with its reason: what happened and what to do next, in the reader's language. Never an exception.</summary>
/// <param name="Why">Chooses the HTTP status and the page.</param>
/// <param name="Fields">Errors bound to form fields, in the order of the page; empty when the refusal is about the whole.</param>
public sealed record Refusal(Why Why, string Message, IReadOnlyList<FieldError> Fields)
{
    public static Refusal Invalid(params IReadOnlyList<FieldError> fields) =>
        new(Why.Invalid, fields.Count == 1 ? fields[0].Message : $"{fields.Count} réponses sont à revoir.", fields);

    public static Refusal Because(Why why, string message) => new(why, message, []);
}

/// <param name="Field">Name of the form field or JSON property.</param>
public sealed record FieldError(string Field, string Message);

public enum Why
{
    /// <summary>What was sent cannot be understood or taken: 422 for a form, 400 for the API.</summary>
    Invalid,

    /// <summary>There is no such thing: 404.</summary>
    Unknown,

    /// <summary>Too early: 409.</summary>
    NotYetOpen,

    /// <summary>Too late: 409.</summary>
    Closed,

    /// <summary>Somebody else changed it meanwhile: 409, what was typed is shown again.</summary>
    Changed,

    /// <summary>The state of things does not allow it: 409.</summary>
    NotNow,
}
