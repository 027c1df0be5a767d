namespace Almanach.Web.Layout;

/// <summary>What is wrong with one field, in a sentence that says what to do (« Donnez un titre à votre proposition. »).</summary>
/// <param name="Field">The <c>id</c> of the field the summary links to.</param>
public sealed record FieldError(string Field, string Message);
