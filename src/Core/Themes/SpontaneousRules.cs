using System.Security.Cryptography;
using System.Text;
using Almanach.Core.Network;
using Almanach.Core.Platforms;

namespace Almanach.Core.Themes;

/// <summary>A subject as a member sends it outside any collection.</summary>
public sealed record SpontaneousProposal(string Title, string Rationale, ActionKind? Format, bool CanSpeak, string OutsideSpeaker);

/// <summary>What a member proposes at any time of the year. Lengths are judged by the board.</summary>
public static class SpontaneousRules
{
    /// <summary>The same words of the same organisation sent again are the same proposal.</summary>
    public static Proposal Of(SpontaneousProposal sent, Contact by, int year, DateTimeOffset now)
    {
        var words = string.Join('\n', sent.Title, sent.Rationale, sent.Format?.ToString() ?? "", sent.CanSpeak ? "oui" : "", sent.OutsideSpeaker);
        var id = $"libre-{by.Organisation}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..16]}";
        return new Proposal(id, year, ProposalOrigin.Spontaneous, by.Organisation, by.Id, sent.Title, sent.Rationale, sent.Format, sent.CanSpeak, sent.OutsideSpeaker, now, false, []);
    }
}
