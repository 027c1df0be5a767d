namespace Almanach.Core.Network;

/// <summary>A mandat: until when a person sits in a body.</summary>
/// <param name="Body">Id of the body.</param>
/// <param name="Kind">As what she sits: the role comes back with a renewal.</param>
/// <param name="Until">The last day on which she sits, in the platform's time zone.</param>
/// <param name="Last">It was decided that it is not renewed: nobody is asked about it any more.</param>
public sealed record Term(string Body, RoleKind Kind, DateOnly Until, bool Last = false)
{
    public bool IsOver(DateOnly day) => Until < day;
}
