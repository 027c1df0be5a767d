using Almanach.Core.Mail.Incoming.Mime;

namespace Almanach.Core.Mail.Incoming.Bounces;

/// <summary>Whether a message is a relay's notice, by whom it is from and what it is called.</summary>
internal static class Notice
{
    public static bool Is(MimePart message)
    {
        var headers = message.Headers;
        if (headers.Has("X-Failed-Recipients") || Outside(message).Any(IsStatus))
            return true;
        var from = headers.First("From");
        var subject = headers.First("Subject");
        if (Relays.In(from) && !Away.In(subject) || Subjects.In(subject) && (Relays.In(from) || Servers.In(from)))
            return true;
        return Subjects.In(subject) && !Answers.In(subject) && (headers.Raw("Return-Path").Trim() is "" or "<>" || Relays.In(headers.First("Return-Path")) || headers.Has("Auto-Submitted"));
    }

    /// <summary>Its parts, without those of a message carried along: somebody may pass a notice on.</summary>
    private static IEnumerable<MimePart> Outside(MimePart part) =>
        part.Media == "message/rfc822" ? [part] : part.Parts.SelectMany(Outside).Prepend(part);

    /// <summary>By its subject; a relay writes of other things, too.</summary>
    public static bool IsCalledSo(MimePart message) => Subjects.In(message.Headers.First("Subject"));

    public static bool IsStatus(MimePart part) => part.Media is "message/delivery-status" or "message/global-delivery-status" or "message/xdelivery-status" or "text/delivery-status" or "message/delivery_status";

    /// <summary>The notice without the copy of the message it is about.</summary>
    public static string Own(string words)
    {
        var cut = Copies.Match(words);
        return cut.Success && cut.Index > 20 ? words[..cut.Index] : words;
    }

    private static readonly Phrases Relays = new(
        @"mailer[-_ ]?daemon|post.?master|mail delivery (sub)?system|mail delivery service|mail (delivery )?agent|mail administrator",
        @"delivery (subsystem|notification|status)|microsoftexchange|mdaemon|mail\.delivery|maildelivery|internet mail delivery|bounce[s]?[@+-]|mail-?router",
        @"no-?delivery|non-?remis|listserv|symantec|mailsweeper|mailmarshal|mailadm|majordomo|smtpd?@|mail ?system|automailer|amavis|content-filter",
        @"^""?(mail|exchange|system|groupwise|lotus|domino)\b.{0,30}(system|server|administrator|daemon|router)|administrat(or|eur)|gestionnaire de messagerie",
        @"système de (messagerie|distribution)");

    /// <summary>Names that people bear, too.</summary>
    private static readonly Phrases Servers = new(@"administrat(or|eur)|no-?reply|notification|microsoft outlook|symantec|support|messagerie");

    private static readonly Phrases Subjects = new(
        @"undeliver|returned mail|return(ed)? to sender|mail delivery (fail|system|problem|error|status)",
        @"delivery (status notification|failure|failed|has failed|error|problem|notification|status|report|incomplete)|failure (notice|delivery|report)",
        @"failed (mail|delivery|message)|non-?deliver|not delivered|undelivered|could not (be )?(deliver|send)|warning: (could not|message)|mail system error",
        @"message (status|you sent|delayed|not delivered|undeliverable|delivery)|(delivery )?delay(ed)?\b.{0,30}(mail|message|notif|delivery)|delivery delayed",
        @"mail (could not|failed|failure|error|bloqué|rejeté|non remis)|bounced|ndn:|rejected (mail|message)",
        @"your (message|mail|email|e-mail)\b.{0,40}(not|fail|reject|could|cannot|undeliver|rejected|couldn't)|unknown address error",
        @"address (not found|error|unknown)|permanent fatal errors|transient fatal|user unknown|unzustellbar|problems? delivering|unable to deliver|error sending",
        @"delivery to|considered unsolicited|rejet (de |du )?(votre )?(message|courriel|mail|courrier)|revenu en erreur|non remis|non distribu|non délivr|échec (de|d'|de la|du) ?(remise|distribution|livraison|envoi|l'envoi|transmission)",
        @"échec de la|notification (d'état|de remise|d'échec|de non|d'erreur|de retard)|avis de non|retour (à l'expéditeur|de courrier|de message)",
        @"(message|courriel|mail|courrier) (non|pas) (remis|délivré|distribué|livré|transmis)",
        @"(message|courriel|mail|courrier) (refusé|rejeté|retardé|en attente|différé|retourné)|remise (retardée|impossible|différée|en échec)|impossible (de|d')",
        @"adresse (introuvable|inconnue|inexistante|incorrecte)|destinataire inconnu|erreur (de|d')(remise|distribution|envoi|livraison|acheminement)?",
        @"problème (de|d')? ?(remise|distribution|envoi|livraison)|boîte (aux lettres )?pleine|distribution (du message|impossible|retardée)",
        @"n'a pas (pu être|été) (remis|distribué|délivré|envoyé)");

    /// <summary>A person writing about a notice, or somebody's absence told by a postmaster.</summary>
    private static readonly Phrases Answers = new(
        @"^(re|tr|fw|fwd|rép|aw)\s?:");

    private static readonly Phrases Away = new(
        @"réponse automatique|automatic reply|out of office|absence|auto(-|\s)?reply|accusé|ticket|welcome|bienvenue|digest|newsletter|subscri|abonnement|confirm");

    private static readonly SafePattern Copies = new(
        @"\n[ >]*(-{2,}.{0,60}(copy of (the|your) message|original message|message header|returned message|message d'origine|below this line|unsent message|en-têtes|headers? of).{0,120}|-{3,} .{0,30}(original|returned|message|undelivered|enclosed|header|copy).{0,60}|={3,}.{0,60}(original|returned|message).{0,60}|the (original|full) message( headers?)? (follow|was|is|included|received)?.{0,40}:|original message (follows|headers).{0,20}|message header[s]?( follow)?:?|message[- ]en-têtes.{0,30}|(begin|start) of (returned|original).{0,40}|copie du message.{0,60}|le message d'origine.{0,40}:|en-têtes (du message|d'origine).{0,40}|(original )?message headers:)[ -]*\n");
}
