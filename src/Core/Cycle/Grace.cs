using Almanach.Core.Engine;

namespace Almanach.Core.Cycle;

/// <summary>What the coordinator orders is done at once, but its mail waits a little: until then it can be undone.</summary>
public static class Grace
{
    public static Effect Give(Effect effect, TimeSpan grace) => effect switch
    {
        Effect.OpenConsultation open => open with { MailsAt = open.Due + grace },
        Effect.Convene convene => convene with { MailsAt = convene.Due + grace },
        Effect.AnnounceDate announce => announce with { MailsAt = announce.Due + grace },
        Effect.TellNewDate tell => tell with { MailsAt = tell.Due + grace },
        Effect.TellArrangement tell => tell with { MailsAt = tell.Due + grace },
        Effect.ConveneAgain again => again with { MailsAt = again.Due + grace },
        Effect.CancelMeeting cancel => cancel with { MailsAt = cancel.Due + grace },
        Effect.RestoreMeeting restore => restore with { MailsAt = restore.Due + grace },
        Effect.TellRegistered tell => tell with { MailsAt = tell.Due + grace },
        Effect.TellAuthors tell => tell with { MailsAt = tell.Due + grace },
        Effect.DrawUp draw => draw with { MailsAt = draw.Due + grace },
        Effect.SendEdition send => send with { MailsAt = send.Due + grace, Ordered = true },
        _ => effect,
    };
}
