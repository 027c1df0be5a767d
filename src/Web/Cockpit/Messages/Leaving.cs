using Almanach.Core;
using Almanach.Core.Engine;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Cockpit.Year;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>Messages about to leave, as pages announce them.</summary>
internal static class Leaving
{
    /// <param name="step">« 2022/collecte »; null for all.</param>
    public static async Task<IReadOnlyList<LeavingView>> Of(Office office, string? step, CancellationToken stop)
    {
        var waiting = (await office.Sends.Waiting(office.Now, stop)).Select(pending => (pending.At, Send: (Effect.SendMailing)pending.Effect))
            .Where(pending => step is null || pending.Send.Step == step);
        List<LeavingView> leaving = [];
        foreach (var (at, send) in waiting)
        {
            var letter = await office.Letters.Compose(send.Mailing, send.Due, stop);
            var members = await office.MailRoom.Members(send.Mailing, stop);
            var roster = await office.Guests.Among(members, stop);
            var known = await office.Suppressions.Load(stop);
            var seconds = (int)Math.Ceiling((at - office.Now).TotalSeconds);
            leaving.Add(new LeavingView(
                send.Mailing.Key, TextNames.Title(office.Setting, new MailingLine(send.Mailing.Key, "", at, LetterWords.Plain(letter.Subject), send.Mailing.Text, 0)),
                members.Count(member => People.Reached(roster, known, send.Mailing, member.Contact)),
                seconds > 5 ? $"dans {seconds} secondes" : "dans un instant"));
        }
        return leaving;
    }
}
