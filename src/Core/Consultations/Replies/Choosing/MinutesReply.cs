using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Documents;
using Phrases = Almanach.Core.Mail.Incoming.Phrases;

namespace Almanach.Core.Consultations.Replies.Choosing;

/// <summary>« Approuvé », « rien à signaler »; or the correction that is asked for, where it begins like one.</summary>
internal static class MinutesReply
{
    public static Understanding Of(string text, Answer? before)
    {
        var bare = Plain.Bare(text);
        var clauses = Sentences.Of(bare).Where(sentence => !Courtesies.Is(sentence)).Select(Courtesies.AfterGreeting).SelectMany(sentence => sentence.Replace(" - ", ",", StringComparison.Ordinal).Split([',', ':', '(', ')', '–']))
            .Where(clause => !Courtesies.Is(clause)).Select(clause => Plain.Narrow(Plain.Fold(clause))).ToList();
        var asked = before?.Values.GetValueOrDefault(MinutesApproval.Opinion) is AnswerValue.Choice { Option: MinutesApproval.Correct };
        if (clauses.Count > 0 && clauses.All(Approves.In))
            return asked ? new Understanding.Unclear("La personne a demandé une correction, et ce message approuve.") : Values(MinutesApproval.Approve, "");
        var said = TextReply.Said(text);
        if (clauses.Any(Approves.In) || Approving.In(Plain.Fold(bare)) || !Corrects.In(Plain.Fold(said)) || said.Contains('?', StringComparison.Ordinal))
            return new Understanding.Unclear("Le message n’approuve pas simplement le compte-rendu, et ne demande pas clairement une correction.");
        var former = asked ? before!.Values.GetValueOrDefault(MinutesApproval.Correction) as AnswerValue.Text : null;
        return Values(MinutesApproval.Correct, TextReply.Added(former?.Value ?? "", said));
    }

    private static Understanding.Answered Values(string opinion, string correction)
    {
        var values = new Dictionary<string, AnswerValue> { [MinutesApproval.Opinion] = new AnswerValue.Choice(opinion) };
        if (correction.Length > 0)
            values[MinutesApproval.Correction] = new AnswerValue.Text(correction);
        return new Understanding.Answered(values, false);
    }

    private const string Tail = "( (de (ma|notre) part|de (mon|notre) cote|pour (moi|nous|ma part|notre part)|sur (ce|le) (compte[ -]rendu|cr|document|projet)))*";

    private static readonly Phrases Approves = new(
        "^(oui )?(j'approuve|approuvee?|nous approuvons|je valide|validee?|nous validons|j'approuve (bien|sans reserve)|approuve sans reserve)( (ce|le) (compte[ -]?rendu|cr|projet|document|proces verbal|pv))?" + Tail + "$",
        "^(ras|r\\.a\\.s\\.?|rien a (signaler|redire|corriger|modifier|ajouter)|(c'est )?(ok|bon|parfait)|conforme|d'accord|oui|je n'ai rien a (signaler|redire|corriger|modifier|ajouter))" + Tail + "$",
        "^(oui )?(le (compte[ -]?rendu|cr|projet|document|proces[ -]verbal|pv)|cela|ca|il) (me|nous) (convient|va)( (bien|tres bien|parfaitement))?" + Tail + "$",
        "^(je n'ai |nous n'avons )?(pas de|pas d'|aucune|sans) ?(remarques?|observations?|corrections?|modifications?|commentaires?)( particulieres?| a (faire|formuler|apporter|signaler))?" + Tail + "$");

    private static readonly Phrases Approving = new(@"\b(approuv|valid|d'accord|ok\b|sous reserve)");

    private static readonly Phrases Corrects = new(
        @"^(corrections?|rectificatif|modification)( demandees?)? ?:",
        @"^(je (demande|souhaite|souhaiterais)|nous (demandons|souhaitons)) (une|la|les|des|deux|trois) (corrections?|modifications?|rectifications?|precisions?)\b",
        @"^((merci|il convient|il faudrait|il faut|priere) (de |d')?|veuillez )(corriger|modifier|remplacer|rectifier|ajouter|supprimer|lire|preciser)\b",
        @"^(a la |en )?(page|p\.|paragraphe|point|§|partie|chapitre|ligne) ?[0-9ivx]+\b.{0,200}\b(il (faut|faudrait|convient|manque)|lire|au lieu|remplacer|corriger|c'est|non pas|erreur)\b",
        @"^(au lieu de|remplacer) .{2,}");
}
