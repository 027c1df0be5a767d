namespace Almanach.Core.Engine;

/// <summary>The line an effect leaves in the journal: ids and titles, never an address or an answer.</summary>
public static class JournalWords
{
    public static JournalLine Of(Effect effect) => new(
        effect.Due, effect.Step, effect.GetType().Name, Subject(effect), effect is Effect.Note note ? note.Actor : "", effect.Key);

    /// <summary>Mornings without an ask, batches and their new rows, addresses that ask for a link, the care of registrations and what is told only if somebody was asked say nothing of their own: the messages they carry have their lines.</summary>
    public static bool Tells(Effect effect) => effect is not (Effect.AskAgain or Effect.DeliverBatch or Effect.TakeUpMailing or Effect.SendLinks or Effect.TellRegistered or Effect.TendRegistration
        or Effect.CancelMeeting { Asked: true } or Effect.RestoreMeeting { Asked: true });

    private static string Subject(Effect effect) => effect switch
    {
        Effect.StartStep start => $"{start.Year}/{start.Id}",
        Effect.EndStep end => $"{end.Year}/{end.Id}",
        Effect.OpenYear open => $"{open.Year}",
        Effect.OpenConsultation open => $"{open.Year}-{open.Template}",
        Effect.AskNewcomer ask => ask.Contact,
        Effect.AskImported ask => ask.Import,
        Effect.SendLinks send => send.Id,
        Effect.ReadMail read => read.Id,
        Effect.HandOver pass => $"{pass.From}/{pass.To}",
        Effect.AskSuccessor ask => ask.Contact,
        Effect.SuppressAddresses suppress => string.Join(' ', suppress.Learned.Select(one => one.Contact).Distinct()),
        Effect.CloseConsultation close => close.Consultation,
        Effect.SettleConsultation settle => settle.Consultation,
        Effect.CollectProposals collect => $"{collect.Consultation}/{collect.Unit}/{collect.Revision}",
        Effect.CollectContributions collect => $"{collect.Consultation}/{collect.Unit}/{collect.Revision}",
        Effect.UpdateCatalogue update => $"{update.Consultation}/{update.Unit}/{update.Revision}",
        Effect.TakeInFile take => $"{take.Consultation}/{take.Delivery}",
        Effect.CheckDeliveries check => $"{check.Consultation}/{check.Unit}/{check.Revision}",
        Effect.JoinUpload join => join.Id,
        Effect.PrintPortrait print => $"portrait {print.Year} {print.Code}, version {print.Version}",
        Effect.Acknowledge acknowledge => $"{acknowledge.Consultation}/{acknowledge.Unit}/{acknowledge.Revision}",
        Effect.CountVote count => count.Consultation,
        Effect.RecordFates record => record.Source,
        Effect.TellAuthors tell => tell.Text,
        Effect.Convene convene => convene.Meeting,
        Effect.AnnounceDate announce => announce.Meeting,
        Effect.TellNewDate tell => tell.Meeting,
        Effect.TellArrangement tell => tell.Meeting,
        Effect.ConveneAgain again => again.Meeting,
        Effect.CancelMeeting cancel => cancel.Meeting,
        Effect.RestoreMeeting restore => restore.Meeting,
        Effect.TellRegistered tell => tell.Meeting,
        Effect.TendRegistration tend => tend.Meeting,
        Effect.AdoptActions adopt => adopt.Meeting,
        Effect.FollowMeeting follow => $"{follow.Year}-{follow.Meeting}",
        Effect.LaunchGroup launch => launch.Group.Id,
        Effect.DrawUp draw => $"{draw.Document} {draw.Year}",
        Effect.AskApproval ask => ask.Document,
        Effect.SettleMinutes settle => settle.Document,
        Effect.ApproveMinutes approve => approve.Document,
        Effect.AskAgain ask => $"{ask.Day:yyyy-MM-dd}",
        Effect.CallContributions call => call.Edition,
        Effect.PrepareEdition prepare => prepare.Edition,
        Effect.AskEditors ask => ask.Edition,
        Effect.SettleEdition settle => settle.Edition,
        Effect.SendEdition send => send.Edition,
        Effect.FollowEdition follow => follow.Edition,
        Effect.SendMailing send => $"{send.Mailing.Key} ({send.Mailing.Audience.Count})",
        Effect.DeliverBatch deliver => $"{deliver.Mailing}#{deliver.Batch}",
        Effect.TakeUpMailing take => take.Mailing,
        Effect.ApplyImport apply => apply.Import,
        Effect.InformContacts inform => inform.Import,
        Effect.ErasePerson erase => erase.Contact,
        Effect.Note note => note.Subject,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
