using System.Text.Json.Serialization.Metadata;

namespace Almanach.Web.Api;

/// <summary>What an endpoint says of itself, for the description of the API.</summary>
/// <param name="Module">Under which it is listed.</param>
/// <param name="Summary">One line in French.</param>
/// <param name="Body">What it takes; null for nothing.</param>
/// <param name="Answer">What it answers; null for a page or a file.</param>
/// <param name="Query">Parameters of the query.</param>
/// <param name="Files">Media types of the file it takes as its body; empty where it takes none.</param>
internal sealed record ApiOperation(
    string Module, string Summary, JsonTypeInfo? Body, JsonTypeInfo? Answer, IReadOnlyList<ApiQuery> Query, params IReadOnlyList<string> Files)
{
    /// <summary>Of what it answers where that is no JSON of a known shape.</summary>
    public string Media { get; init; } = "text/html";

    /// <summary>For everybody, without a key: described in a document of its own.</summary>
    public bool IsOpen { get; init; }
}

/// <param name="Format"><c>date</c> or <c>date-time</c>; empty for words.</param>
/// <param name="Choices">The only words it may be; null for any.</param>
internal sealed record ApiQuery(string Name, string Format, bool Required, string Says, IReadOnlyList<string>? Choices = null);
