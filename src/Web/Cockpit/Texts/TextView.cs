
namespace Almanach.Web.Cockpit.Texts;

/// <summary>A text in its box.</summary>
/// <param name="Source">As it stands, or as it was typed.</param>
/// <param name="Changed">It differs from the platform’s own.</param>
public sealed record TextView(
    string Id, string Name, string Source, bool Changed, IReadOnlyList<(string Word, string Meaning)> Allowed)
{
    public string Href => Addresses.Text(Id);
}
