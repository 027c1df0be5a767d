namespace Almanach.Core.Mail.Incoming.Bounces;

/// <summary>What the words of relays mean. Order matters: a full mailbox is often told with the words of an unknown user.</summary>
internal static class BounceWords
{
    /// <summary>Null where the words say nothing.</summary>
    public static BounceReason? Of(string words)
    {
        words = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var (reason, phrases) in Rules)
            if (phrases.In(words))
                return reason;
        return null;
    }

    private static readonly (BounceReason Reason, Phrases Phrases)[] Rules =
    [
        // Of the sender, or of how the relay presents itself: nothing of the recipient.
        (BounceReason.Policy, new Phrases(
            @"\bsender('s)?( e-?mail)?( address| domain)?\b.{0,60}(reject|not exist|not found|unknown|invalid|denied|verif|refus|blocked|does not|not allowed)|domain of sender|sender (address )?(rejected|verify|verification)",
            @"my name was rejected|(helo|ehlo) (command|name|argument)|(invalid|bad|rejected).{0,12}\b(helo|ehlo)\b|in reply to (helo|ehlo)|(in reply to|after( pipelined)?) mail from|expéditeur.{0,40}(refusé|rejeté|inconnu|invalide)|(invalid|unknown|bad) (sender|return path|originator)|from:? (domain|address).{0,40}(not exist|not found|invalid)")),
        // How much the sender sends, told with the code of an unknown user; and what may be a right that lacks.
        (BounceReason.Policy, new Phrases(@"too many (recipients|messages|e-?mails|connections)|rate limit|(sending|hourly|daily) (limit|quota)|may not exist, or you may not have permission")),
        // Lists of senders, told with the words of an unknown user.
        (BounceReason.Policy, new Phrases(@"blacklist|block ?list|black list|\bdnsbl\b|\brbl\b|poor reputation|bad reputation|listed (in|on|at) \S+\.(org|net|com)|liste noire")),
        // A command run on delivery broke.
        (BounceReason.Other, new Phrases(@"command (output|died)|\bprocmail:|\bmaildrop\b|mail forwarding loop|too many hops|hop count|loops? back to|mail loop|boucle")),
        (BounceReason.MailboxFull, new Phrases(
            @"\b(mailbox|inbox|mail ?folder|mailfolder|maildir|account|user|boîte( aux lettres| de réception| mail)?|bal|espace)( \S+)?( is| has| est)?( currently| temporarily)? (full|pleine|plein|saturée|over ?quota|size limit|exceed)",
            @"mailbox (full|is full)|(over|exceed\p{L}*|out of|above)( \p{L}+){0,4} (quota|storage|space|allocated)|\bquota (exceed|reached|dépassé|atteint|is exceed|violation)",
            @"over ?quota|quota.{0,20}exceeded|disk quota|insufficient (disk|storage|system storage|mailbox)|not enough (disk |storage )?space|no space left",
            @"storage (allocation|limit) exceeded|size limit.{0,20}exceeded|mailsize limit|boîte aux lettres.{0,40}(pleine|saturée)|capacité.{0,30}dépassée",
            @"espace de stockage.{0,40}(dépassé|insuffisant|plein)|quota.{0,30}(dépassé|atteint|saturé)|storage full|too much mail data|exceeded storage|mailbox (size )?(limit|quota)",
            @"is out of storage")),
        (BounceReason.Moved, new Phrases(
            @"\b(user|account|mailbox|recipient|address|he|she|adresse|personne|utilisateur)( \S+)?( has| a)? ?(moved|relocated|déménagé|changé d'adresse)|has moved to",
            @"moved to (a )?new|new address|no longer (at|with|works|work|employed|associated)|has left|nouvelle adresse|ne travaille plus|a quitté",
            @"\bis no longer (available|on server|in use)\b.{0,60}(try|use|contact)|please (try|use) <?\S+@\S+")),
        (BounceReason.Suspended, new Phrases(
            @"\b(account|mailbox|user|recipient|address|compte|boîte( aux lettres)?|utilisateur|email|e-mail)\b.{0,60}\b(disabled|suspended|inactive|deactivated|locked|frozen|expired|blocked|désactivée?|suspendue?|bloquée?|inactive?|fermée?|restricted|not active|has been closed|is closed|discontinued)",
            @"(disabled|suspended|inactive|deactivated|disactivated|blocked) (account|mailbox|user|recipient|address)|sorry.{0,20}account.{0,40}(suspended|blocked)",
            @"mailbox currently suspended|domain (is )?(suspended|disabled|inactive)")),
        (BounceReason.TakesNoMail, new Phrases(
            @"does not accept (e-?mail|mail|messages)\b|do not accept (e-?mail|mail)\b|null ?mx|doesn't accept mail|not accept(ing)? (e-?mail|mail|messages) (for|from|at) (this|any)",
            @"accepts no mail|n'accepte (pas|aucun) (de )?(courriel|mail|message)|smtp protocol violation.{0,20}no mail|this (host|server|system|machine) does not (accept|receive) mail",
            @"recipient domain (does not|doesn't) accept")),
        (BounceReason.HostUnknown, new Phrases(
            @"\b(host|domain|hostname|domaine|server|host or domain name|hôte)( name)?( \S+)?( is| was| est)? ?(not found|unknown|inconnu|introuvable|non trouvé|unresolvable|nonexistent|non-existent|does not exist|doesn't exist|n'existe pas|invalid)",
            @"(unknown|no such|bad|invalid|illegal|nonexistent|non-existent|unresolvable|unrouteable|unroutable) (mail )?(host|domain|hostname|server name)|nxdomain",
            @"can't find \p{L}* ?(host|mx)|domain name not found|name (server |service )?(error|lookup failed).{0,40}not found|no mx( record)? (found )?for",
            @"(dns|mx) (error|record).{0,60}(domain|not found|non-existent)|(non-existent|nonexistent|bad) (hosts?|mx)|couldn't find any host|couldn't find a mail exchanger|no mail-?exchanger( or ip address)?.{0,10} found",
            @"no mx or a record|domain of recipient.{0,40}not exist|nom de domaine.{0,40}(inexistant|introuvable|inconnu|n'existe)|cannot find (your |the )?(reverse )?mail server",
            @"mail domain.{0,40}not exist|recipient.?s? domain.{0,40}(not exist|couldn't be found)|hostname lookup failed|host \S+ not found|domain does not exist|domain is not reachable|(^|[\s<(])[a-z0-9-]+(\.[a-z0-9-]+)+ does not exist")),
        (BounceReason.UserUnknown, new Phrases(
            @"\b(user|usr|recipient|mailbox|address|account|addressee|person|alias|name|local ?part|inbox|box|utilisateur|destinataire|adresse|compte|boîte( aux lettres)?|nom|individual|subscriber|email)s?( address| adresse| mail| électronique| name| id)?( \S+)?( is| was| has| est| you (entered|specified)| that you tried to reach| you tried to reach)? ?(unknown|not found|does not exist|doesn't exist|not exist|didn't exist|no longer exists|non existent|nonexistent|non-existent|inconnue?|introuvable|n'existe( plus| pas)?|inexistante?|not known|isn't known|not listed|could not be found|couldn't be found|was not found|wasn't found|not valid|is invalid|invalid|erronée?|non valide|incorrecte?|unrouteable|not recognized|not local|not available|unavailable|unrecognized|cannot be found|not in (the )?directory|not on file|not a valid|no longer valid|undeliverable|not our customer|not in)",
            @"\b(unknown|no such|invalid|bad|illegal|nonexistent|non-existent|unrouteable|unroutable|undeliverable|unrecognized|unavailable|no known|not a valid|not a known|ambiguous) (final delivery |virtual |local |destination |smtp |email |e-mail |mail |our |original |internet |system )?(user ?id|user|recipient|mailbox|address|account|addressee|alias|person|name|local ?part|inbox|customer)(s|es)?\b",
            @"no (mailbox|account|user|inbox|valid recipients?|valid address|recipient|one) (here|by that name|with that name|found|at|named|is|match|registered|exists)",
            @"(user|recipient)unknown|recipnotfound|recipientnotfound|nosuchuser|mailbox unavailable|(isn't|is not|not) listed in|no longer (exists|an active)",
            @"this (user|address|account|mailbox) (doesn't|does not) (exist|have)|(doesn't|does not) have an? .{0,40}(account|mailbox)|there is no (one|user|such|mailbox|account)",
            @"can't (find|verify|create output).{0,20}(user|recipient|address)|unable to (find|deliver to) .{0,20}(user|recipient|mailbox|address)",
            @"(aucune?|pas d|pas de) ?(utilisateur|compte|boîte|destinataire|adresse)|n'a pas (été|pu être) (trouvée?|localisée?)|(absente? de l'annuaire|ne figure pas|n'est pas (répertorié|enregistré|connu|référencé|présent)e?|n'apparaît pas)\b.{0,30}(annuaire|serveur|système|liste|base)?|is not a valid|not (a )?valid recipient|user not",
            @"not in (my|our) (directory|user)|delivery to the following.{0,20}does not|we (do not|don't) (recognize|recognise) this",
            @"adresse (de messagerie|e-?mail|électronique).{0,40}(introuvable|trouvée|incorrecte|inconnue)|recipient (address )?rejected\.?( ?[(\[]|\s*$)|recipient address rejected: access denied|550 5\.1\.1\b|\b#5\.1\.1\b",
            @"no account by|55[0-9] .{0,12}address rejected\.?$|5[0-9]{2} <?[^ ]+@[^ ]+>? rejected\.?$")),
        (BounceReason.TooLarge, new Phrases(
            @"message.{0,30}(too (large|big|long)|size exceeds|exceeds.{0,30}(size|limit|maximum))|(size|length) (limit )?exceed|exceeds (the )?(maximum|size|limit|allowed)",
            @"maximum message size|max(imum)? size|too (big|large)|message trop (volumineux|gros|lourd)|taille.{0,40}(dépasse|maximale|limite)")),
        (BounceReason.Policy, new Phrases(
            @"spam|\bblocked\b|blacklist|blocklist|black list|block list|\bdnsbl\b|\brbl\b|reputation|policy|politique|dmarc|\bspf\b|\bdkim\b|virus|malware|reverse dns|\bptr\b",
            @"\brelay\w*|authenticat|not authorized|unauthorized|access denied|permission|denied|content|rejected|refused|refusé|rejeté|rate limit|too many|throttl|banned|prohibited",
            @"not allowed|rfc ?(2822|5322|5321|821|822)|forbidden|security|certificate|\btls\b|restrict")),
        (BounceReason.Delayed, new Phrases(
            @"timed? ?out|time-?out|delayed|retrying|retry|temporar|too long|queue|expired|unreachable|connection (refused|reset|lost|failed|closed|dropped)|no route to host|try again",
            @"greylist|graylist|not responding|lost connection|délai|différé|retardé|network is|will be (re)?tried|has not been|pas encore")),
    ];
}
