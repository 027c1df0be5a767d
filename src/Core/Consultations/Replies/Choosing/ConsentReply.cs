using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies.Choosing;

/// <summary>« Sans objection », to the one thing put to consent. Reservations and objections bear reasons, which a person reads.</summary>
internal static class ConsentReply
{
    public static Heard Of(IReadOnlyList<OptionTemplate> options, string text)
    {
        var said = Sentences.Of(text).Where(sentence => !Courtesies.Is(sentence)).SelectMany(sentence => sentence.Split(',')).Where(clause => !Courtesies.Is(clause)).ToList();
        return options is [var only] && said.Count > 0 && said.All(clause => None.In(Plain.Narrow(Plain.Fold(clause))))
            ? new Heard.Said(new AnswerValue.Consent(new Dictionary<string, Position> { [only.Id] = new(Consenting.NoObjection, "") }))
            : new Heard.Unsure("Le message ne dit pas simplement «\u00A0sans objection\u00A0».");
    }

    private static readonly Phrases None = new(
        "^(sans|pas d'|aucune) ?objection( de (ma|notre) part| pour (moi|nous)| de (mon|notre) cote)*$|^(je n'ai|nous n'avons) (pas d'|aucune )objection( a (formuler|faire|emettre))?$");
}
