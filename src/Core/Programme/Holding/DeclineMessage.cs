using System.Globalization;
using Almanach.Core.Engine;
using Almanach.Core.French;
using Almanach.Core.Mail;
using Almanach.Core.Platforms;

namespace Almanach.Core.Programme.Holding;

/// <summary>The one message to those who wished for a meeting: it is not held this time, and why.</summary>
public static class DeclineMessage
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(120);

    /// <param name="people">As they are frozen, or sketched for a preview.</param>
    public static Mailing Of(Decline decline, ProgrammeAction action, string kind, Audience people) => new(
        $"not-held-{action.Year}-{action.Id}-{Todo.Stamp(decline.Now)}".ToLowerInvariant(), TextCatalogue.NotHeld, new Dictionary<string, string>
        {
            ["année"] = action.Year.ToString(CultureInfo.InvariantCulture),
            ["titre"] = Typography.Text(action.Title, Flavour.Mail),
            ["rencontre"] = kind,
            ["raison"] = Typography.Text(decline.Reason, Flavour.Mail),
            ["suite"] = decline.GivenUp ? "Le sujet n’est pas repris." : "Le sujet pourra être repris à la prochaine collecte.",
        }, people,
        "Vous recevez ce message parce que [organisme] a proposé ou soutenu ce sujet, ou s’est intéressé à cette rencontre.",
        new LinkTo(LinkPurpose.Person, "", decline.Now + LinkLasts), Replay.SendAgain);
}
