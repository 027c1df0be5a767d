using Almanach.Core;
using Almanach.Core.Mail;
using Almanach.Core.Mail.Incoming.Bounces;
using Almanach.Core.Mail.Letters;
using Almanach.Core.Mail.Sending;
using Almanach.Web.Cockpit.Texts;
using Almanach.Web.Cockpit.Today;

namespace Almanach.Web.Cockpit.Messages;

/// <summary>One message: its words, to whom it went, and what became of each copy.</summary>
/// <param name="As">Whose copy is shown.</param>
/// <param name="Cancelled">When it was undone; empty otherwise.</param>
/// <param name="Erased">Its words are past keeping.</param>
/// <param name="Sending">How far it is, while it leaves; null where there is nothing to say.</param>
public sealed record MessageView(
    string Key, string Subject, string Href, string When, NamedLink? Step, string TextHref, string Cancelled, string Outcome,
    IReadOnlyList<RecipientView> Recipients, string As, string LetterHref, string Text, string Because, bool Erased, SendingView? Sending)
{
    /// <summary>Null for a message that was never written.</summary>
    /// <param name="reader">Contact whose copy is shown; the first of the audience for anybody else.</param>
    internal static async Task<MessageView?> Of(Office office, string key, string? reader, bool links, CancellationToken stop)
    {
        if (!IsKey(key) || await office.MailRoom.Find(key, stop) is not { } state)
            return null;
        var members = await office.MailRoom.Members(state.Mailing, stop);
        var roster = await office.Guests.Among(members, stop);
        var copies = await office.MailRoom.Copies(state, stop);
        var reasons = (await office.MailRoom.Heard(key, stop)).Where(heard => heard.Reason is not null).GroupBy(heard => heard.Contact).ToDictionary(told => told.Key, told => told.Last().Reason);
        var sending = await SendingView.Of(office, state, stop);
        var member = members.FirstOrDefault(member => member.Contact == reader) ?? members[0];
        var copy = await Copy(office, state, member, links, stop);
        var href = Addresses.Message(key);
        return new MessageView(
            key, copy is null ? TextNames.Title(office.Setting, MailingLine.Of(state)) : TextNames.Marked(key, copy.Subject), href, Words.Capital(office.Setting.At(state.Due)), await StepOf(office, state.Step, stop),
            Addresses.Text(state.Mailing.Text), state.CancelledAt is { } cancelled ? office.Setting.At(cancelled) : "",
            state.CancelledAt is null ? Outcomes.Summary(members.Count, copies, sending?.State == Core.Mail.Pausing.SendingState.Paused) : "Annulé avant l’envoi.",
            [.. members.Select(other => Recipient(href, People.Name(roster, other.Contact), other.Contact, state, copies[other.Contact], reasons.GetValueOrDefault(other.Contact)))],
            People.Name(roster, member.Contact), $"{href}/lettre/{member.Contact}", copy?.Text ?? "", state.Mailing.Because, state.Erased, sending);
    }

    internal static async Task<LetterCopy?> Copy(Office office, string key, string reader, bool links, CancellationToken stop) =>
        IsKey(key) && await office.MailRoom.Find(key, stop) is { } state
        && (await office.MailRoom.Members(state.Mailing, stop)).FirstOrDefault(member => member.Contact == reader) is { } member
            ? await Copy(office, state, member, links, stop) : null;

    /// <summary>Null when the person has left the network, or the words are erased: her copy cannot be drawn again.</summary>
    private static async Task<LetterCopy?> Copy(Office office, MailingState state, AudienceMember member, bool links, CancellationToken stop) => state.Erased ? null
        : member.Contact == Core.Access.Coordination.Id || (await office.Guests.Among([member], stop)).OrganisationOf(member.Contact) is not null
            ? await LetterPreview.Of(office, state, member, links, stop) : null;

    private static RecipientView Recipient(string href, string name, string contact, MailingState state, Delivery outcome, BounceReason? reason) => new(
        name, $"{href}?comme={Uri.EscapeDataString(contact)}#lettre",
        state.CancelledAt is null ? Outcomes.Name(outcome, reason) : "non envoyé", state.CancelledAt is null ? Outcomes.Tone(outcome) : null);

    private static async Task<NamedLink?> StepOf(Office office, string name, CancellationToken stop) =>
        Addresses.Step(name) is { } href && name.Split('/') is [var year, var id]
        && (await office.Cycle.Find(int.Parse(year, System.Globalization.CultureInfo.InvariantCulture), stop))?.Find(id) is { } step
            ? new NamedLink(step.Title, href) : null;

    /// <summary>The characters keys are made of: what else an address may hold was never a message.</summary>
    internal static bool IsKey(string key) => key.Length is > 0 and < 300 && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');
}

public sealed record RecipientView(string Name, string Href, string Outcome, string? Tone);
