namespace Almanach.Web.Hosting;

/// <summary>What a host decides about its pages.</summary>
/// <param name="ApiKey">Opens <c>/api</c>; at least 32 characters.</param>
/// <param name="SessionKey">Signs the coordinator's session; 32 random bytes.</param>
/// <param name="IncomingKey">Opens <c>/courrier/KEY</c> to whoever posts mail that arrives; empty: nobody.</param>
/// <param name="EventsKey">Public key of SendGrid's Event Webhook, which tells what becomes of mails; empty: nobody is heard.</param>
/// <param name="Demonstration">The clock can be moved, the outbox is shown to everybody, and a banner says so.</param>
public sealed record WebSettings(string ApiKey, byte[] SessionKey, bool Demonstration, string IncomingKey = "", string EventsKey = "");
