using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Almanach.Core.Mail.Incoming;

namespace Almanach.Local.ReadMail;

/// <summary><c>{"kind","text","bounce":{"recipient","status","hard"}}</c>; <c>bounce</c> is null for what is none, and speaks of the first address.</summary>
public static class ReadMailJson
{
    public static string Of(IncomingMail mail) => new JsonObject
    {
        ["kind"] = Kind(mail.Kind),
        ["text"] = mail.Text,
        ["bounce"] = mail.Bounces.Count == 0 ? null : new JsonObject
        {
            ["recipient"] = mail.Bounces[0].Recipient,
            ["status"] = mail.Bounces[0].Status,
            ["hard"] = mail.Bounces[0].Hard,
        },
    }.ToJsonString(Readable);

    private static string Kind(IncomingKind kind) => kind switch
    {
        IncomingKind.Reply => "reply",
        IncomingKind.AutoReply => "auto-reply",
        IncomingKind.Bounce => "bounce",
        IncomingKind.Complaint => "complaint",
        IncomingKind.Other => "other",
    };

    /// <summary>Accents as they are.</summary>
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
