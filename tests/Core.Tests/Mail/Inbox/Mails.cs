using System.Text;
using Almanach.Core.Links;
using Almanach.Core.Network;
using Almanach.Core.Tests.Engine;

namespace Almanach.Core.Tests.Mail.Inbox;

/// <summary>Messages as a mail server would hand them over.</summary>
internal static class Mails
{
    public const string Box = "reponses@a.example.org";

    /// <summary>The answer of the first contact of the platform who is asked.</summary>
    public static byte[] Reply(TestOffice test, string consultation, string text)
    {
        var contact = test.Office.Setting.Folder.Contacts[0];
        return Message(contact.Address, Address(contact, consultation), text);
    }

    public static string Address(Contact contact, string consultation, int? generation = null) =>
        Box.Replace("@", $"+{new ReplySigner(TestOffice.Keys).Sign(contact.Id, consultation, generation ?? contact.Generation)}@", StringComparison.Ordinal);

    /// <param name="headers">Further ones, each with its end.</param>
    public static byte[] Message(string from, string to, string text, string headers = "", string id = "un@exemple.fr") => Encoding.UTF8.GetBytes(
        $"From: {from}\r\nTo: {to}\r\nSubject: Re: Vos propositions\r\nMessage-ID: <{id}>\r\n{headers}Content-Type: text/plain; charset=utf-8\r\n\r\n{text}");

    /// <summary>A report of an abuse desk (RFC 5965).</summary>
    public static byte[] Complaint(string recipient) => Encoding.UTF8.GetBytes(
        $"From: fbl@example.net\r\nTo: {Box}\r\nSubject: Complaint\r\nMessage-ID: <{recipient.GetHashCode(StringComparison.Ordinal)}@example.net>\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nA complaint.\r\n"
        + $"--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nUser-Agent: a/1\r\nVersion: 1\r\nOriginal-Rcpt-To: <{recipient}>\r\n\r\n--b--\r\n");

    public static byte[] Bounce(string recipient, string status, string words) => Encoding.UTF8.GetBytes(
        $"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example.org\r\nTo: {Box}\r\nSubject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n"
        + $"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {status}\r\nDiagnostic-Code: smtp; {words}\r\n\r\n--b--\r\n");
}
