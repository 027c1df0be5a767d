using System.Text;
using Almanach.Core.Links;

namespace Almanach.Core.Rehearsal;

/// <summary>What the links of a rehearsal are made of.</summary>
public static class RehearsalLinks
{
    /// <summary>Signed with this public key: the same year gives the same bytes, and opens nothing.</summary>
    public static readonly LinkKeys Keys = new([new("0", Encoding.ASCII.GetBytes("almanach-rehearsal-key-not-secret"))]);

    public const string Root = "https://repetition.example.org";
}
