using Almanach.Core.Consultations;
using Almanach.Core.Cycle;
using Almanach.Core.Data.Deliveries;
using Almanach.Core.Data.Deliveries.Uploads;
using Almanach.Core.Data.Portraits;
using Almanach.Core.Data.Series;
using Almanach.Core.Documents;
using Almanach.Core.Groups;
using Almanach.Core.Library.Catalogue.Update;
using Almanach.Core.Links;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Asks;
using Almanach.Core.Mail.Inbox;
using Almanach.Core.Mail.Pausing;
using Almanach.Core.Mail.Sending;
using Almanach.Core.Mail.Suppressions;
using Almanach.Core.Meetings;
using Almanach.Core.Meetings.Dates;
using Almanach.Core.Meetings.Registration;
using Almanach.Core.Network;
using Almanach.Core.Newsletter;
using Almanach.Core.Pictures;
using Almanach.Core.Platforms;
using Almanach.Core.Privacy;
using Almanach.Core.Programme;
using Almanach.Core.Themes;

namespace Almanach.Core.Engine;

/// <summary>Which desk performs which effect: the table of contents of the year's machinery.</summary>
public sealed class Performer(
    Setting setting, CycleDesk cycle, ConsultationDesk consultations, ThemeDesk themes, FateDesk fates, MeetingDesk meetings, RegistrationDesk registrations,
    ProgrammeDesk programme, GroupDesk groups, LaunchMeetingDesk launchMeetings, DocumentDesk documents, ApprovalDesk approvals, AskDesk asks, MailRoom mailRoom, Postman postman, PauseDesk pauses,
    SuppressionDesk suppressions, InboxMorning inboxMorning, ImportDesk imports, NewcomerDesk newcomers, HandOverDesk handOver, RequestDesk requests, VacancyDesk vacancies, InboxDesk inbox,
    ErasureDesk erasures, EditionDesk editions, NewsletterDesk newsletters, PictureShelf pictures, LinkRequestDesk linkRequests, UpdateDesk updates, DeliveryDesk deliveries, UploadDesk uploads, SeriesDesk series, PortraitDesk portraits, TimeProvider clock)
{
    /// <summary>Null when it is done.</summary>
    public async Task<Again?> Perform(Effect effect, CancellationToken stop)
    {
        switch (effect)
        {
            case Effect.StartStep start:
                await cycle.Apply(start.Year, new CycleCommand.StartsNow(start.Id, start.Due, clock.GetUtcNow()), stop);
                return null;
            case Effect.EndStep end:
                await cycle.Apply(end.Year, new CycleCommand.EndsNow(end.Id, end.Due), stop);
                return null;
            case Effect.OpenYear open:
                await cycle.Open(open.Year, open.Due, stop);
                return null;
            case Effect.OpenConsultation open:
                await Open(open, stop);
                return null;
            case Effect.AskNewcomer ask:
                await newcomers.Ask([ask.Contact], ask.Contact, ask.MailsAt, clock.GetUtcNow(), stop);
                return null;
            case Effect.AskImported ask:
                await newcomers.Ask(await imports.Added(ask.Import, stop), $"import-{ask.Import}", ask.Due.AddSeconds(setting.Platform.Mail.GraceSeconds), clock.GetUtcNow(), stop);
                return null;
            case Effect.HandOver pass:
                await handOver.Pass(pass.From, pass.To, clock.GetUtcNow(), stop);
                await groups.Pass(pass.From, pass.To, stop);
                await requests.Settle(pass.Request, "", pass.Due, stop);
                return null;
            case Effect.AskSuccessor ask:
                await vacancies.Ask(ask, stop);
                return null;
            case Effect.TakeInFile take:
                await series.TakeIn(take, stop);
                return null;
            case Effect.SuppressAddresses suppress:
                await suppressions.Suppress(suppress, stop);
                return null;
            case Effect.CloseConsultation close:
                await consultations.Close(close, stop);
                return null;
            case Effect.SettleConsultation settle:
                await consultations.Settle(settle, stop);
                return null;
            case Effect.CollectProposals collect:
                await Collect(collect, stop);
                return null;
            case Effect.CollectContributions collect:
                await Contribute(collect, stop);
                return null;
            case Effect.UpdateCatalogue update:
                await updates.Bring(update, stop);
                return null;
            case Effect.CheckDeliveries check:
                await deliveries.Check(check.Consultation, check.Unit, stop: stop);
                return null;
            case Effect.JoinUpload join:
                await uploads.Perform(join, stop);
                return null;
            case Effect.PrintPortrait print:
                await portraits.Perform(print, stop);
                return null;
            case Effect.Acknowledge acknowledge:
                if (await consultations.Receipt(acknowledge, stop) is { } receipt)
                    await mailRoom.Start(receipt.Mailing, receipt.Due, receipt.Step, stop);
                return null;
            case Effect.CountVote count:
                await Count(count, stop);
                return null;
            case Effect.RecordFates record:
                await fates.Record(record, stop);
                return null;
            case Effect.TellAuthors tell:
                await fates.TellAuthors(tell, stop);
                return null;
            case Effect.Convene convene:
                await meetings.Convene(convene, stop);
                return null;
            case Effect.AnnounceDate announce:
                await meetings.Announce(announce, stop);
                return null;
            case Effect.TellNewDate tell:
                await meetings.TellNewDate(tell, stop);
                return null;
            case Effect.TellArrangement tell:
                await meetings.TellArrangement(tell, stop);
                return null;
            case Effect.ConveneAgain again:
                await meetings.ConveneAgain(again, stop);
                return null;
            case Effect.CancelMeeting cancel:
                await meetings.Cancel(cancel, stop);
                await consultations.Close(new Effect.CloseConsultation(DateChoice.Of(cancel.Step), $"close-{cancel.Key}", cancel.Due, cancel.Step), stop);
                return null;
            case Effect.RestoreMeeting restore:
                await meetings.Restore(restore, stop);
                return null;
            case Effect.TellRegistered tell:
                await registrations.Tell(tell, stop);
                return null;
            case Effect.TendRegistration tend:
                await registrations.Tend(tend, clock.GetUtcNow(), stop);
                return null;
            case Effect.AdoptActions adopt:
                await programme.Adopt((await meetings.Find(adopt.Meeting, stop))!, stop);
                return null;
            case Effect.FollowMeeting follow:
                if ((await cycle.Find(follow.Year, stop))?.Find(follow.Meeting) is { } step)
                {
                    await programme.Follow(follow, step, stop);
                    await launchMeetings.Follow(follow, step, stop);
                }
                return null;
            case Effect.LaunchGroup launch:
                await groups.Start(launch, stop);
                return null;
            case Effect.DrawUp draw:
                await documents.DrawUp(draw, clock.GetUtcNow(), stop);
                return null;
            case Effect.AskApproval ask:
                await approvals.Ask(ask, stop);
                return null;
            case Effect.SettleMinutes settle:
                await approvals.Settle(settle, stop);
                return null;
            case Effect.ApproveMinutes approve:
                await approvals.Approve(approve, stop);
                return null;
            case Effect.AskAgain ask:
                await asks.Perform(ask, stop);
                await inboxMorning.Tell(ask, stop);
                return null;
            case Effect.CallContributions call:
                await editions.Call(call, clock.GetUtcNow(), stop);
                return null;
            case Effect.PrepareEdition prepare:
                await editions.Prepare(prepare, clock.GetUtcNow(), stop);
                return null;
            case Effect.AskEditors ask:
                await editions.Ask(ask, stop);
                return null;
            case Effect.SettleEdition settle:
                await editions.Settle(settle, stop);
                return null;
            case Effect.SendEdition send:
                await editions.Send(send, clock.GetUtcNow(), stop);
                return null;
            case Effect.FollowEdition follow:
                await editions.Follow(follow, stop);
                return null;
            case Effect.SendMailing send:
                await mailRoom.Start(send.Mailing, send.Due, send.Step, stop);
                return null;
            case Effect.DeliverBatch deliver:
                return await postman.Deliver(deliver, stop);
            case Effect.TakeUpMailing take:
                await pauses.TakeUp(take, stop);
                return null;
            case Effect.SendLinks send:
                await linkRequests.Perform(send, stop);
                return null;
            case Effect.ReadMail read:
                await inbox.Perform(read, stop);
                return null;
            case Effect.ApplyImport apply:
                await imports.Apply(apply, stop);
                return null;
            case Effect.ErasePerson erase:
                await erasures.Perform(erase, stop);
                return null;
            case Effect.InformContacts inform:
                await imports.Inform(inform, stop);
                return null;
            case Effect.Note:
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>
    /// One that asks about the themes left by the year before asks about them as they are today. A consultation that cannot be
    /// opened sends its step back to wait for the coordinator.
    /// </summary>
    private async Task Open(Effect.OpenConsultation effect, CancellationToken stop)
    {
        if (setting.Consultation(effect.Template, effect.Year).Questions.Any(question => question.Source == OptionSource.CarriedOverThemes))
            await cycle.CarryOver(effect.Year, effect.Due, stop);
        if (await consultations.Open(effect, stop) is { Why: Why.NotNow } reason)
            await cycle.Apply(effect.Year, new CycleCommand.HoldBack(effect.Step.Split('/')[1], reason.Message, effect.Due), stop);
    }

    /// <summary>The answer as it stands; looked at again after, so that whoever writes last on the board has written the last one.</summary>
    private async Task Collect(Effect.CollectProposals effect, CancellationToken stop)
    {
        var consultation = (await consultations.Find(effect.Consultation, stop))!;
        var answer = (await consultations.AnswerOf(effect.Consultation, effect.Unit, stop))!;
        for (var brought = 0; brought != answer.Revision; answer = (await consultations.AnswerOf(effect.Consultation, effect.Unit, stop))!)
        {
            brought = answer.Revision;
            await themes.Collect(consultation, answer, stop);
        }
    }

    /// <summary>The pictures of the answer are sent for good; the answer as it stands goes to the edition it was asked for, looked at again after.</summary>
    private async Task Contribute(Effect.CollectContributions effect, CancellationToken stop)
    {
        IReadOnlyList<Answer> answers = [.. await consultations.History(effect.Consultation, effect.Unit, stop), (await consultations.AnswerOf(effect.Consultation, effect.Unit, stop))!];
        await pictures.Take(answers.SelectMany(answer => answer.Contributed).Select(item => item.Picture?.File).OfType<string>(), stop);
        var consultation = (await consultations.Find(effect.Consultation, stop))!;
        var answer = answers[^1];
        for (var brought = 0; brought != answer.Revision; answer = (await consultations.AnswerOf(effect.Consultation, effect.Unit, stop))!)
        {
            brought = answer.Revision;
            await newsletters.Collect(consultation, answer, stop);
        }
    }

    private async Task Count(Effect.CountVote effect, CancellationToken stop)
    {
        var consultation = (await consultations.Find(effect.Consultation, stop))!;
        if (await consultations.Outcome(consultation, stop) is { } outcome)
            await themes.Count(consultation.Year, outcome, effect.Due, stop);
    }
}
