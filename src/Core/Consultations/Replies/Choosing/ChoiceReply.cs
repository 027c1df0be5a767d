using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Consultations.Votes;
using Almanach.Core.Mail.Incoming;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies.Choosing;

/// <summary>One option named by its label and nothing beside it; « oui » and « non » where the options are such.</summary>
internal static class ChoiceReply
{
    public static Heard Of(Consultation consultation, IReadOnlyList<OptionTemplate> options, string text)
    {
        var said = Said(text);
        if (consultation.Template.Vote is { Blank: true } && said is [var only] && Blank.In(Plain.Fold(only)))
            return new Heard.Said(VoteBallots.Blank(QuestionKind.Choice));
        return said.Select(sentence => Named(options, sentence)).Distinct().ToList() is [{ } option] ? new Heard.Said(new AnswerValue.Choice(option)) : NotNamed;
    }

    /// <summary>Any number of options, one a line or a bullet; of a vote one only.</summary>
    public static Heard Several(Consultation consultation, IReadOnlyList<OptionTemplate> options, string text)
    {
        var named = Said(text).Select(sentence => Named(options, sentence)).ToList();
        return named.Count == 0 || named.Contains(null) || named.Distinct().Count() > 1 && consultation.Template.Vote is not null
            ? NotNamed : new Heard.Said(new AnswerValue.Approval([.. named.OfType<string>().Distinct()]));
    }

    private static Heard.Unsure NotNamed { get; } = new("Le message ne nomme pas exactement un des choix proposés.");

    private static List<string> Said(string text) => [.. Sentences.Of(text).Where(sentence => !Courtesies.Is(sentence)).Select(sentence => Courtesies.AfterGreeting(sentence).Trim())
        .Select(sentence => sentence.LastIndexOf(',') is > 0 and var comma && Courtesies.Is(sentence[(comma + 1)..]) ? sentence[..comma] : sentence)];

    private static string? Named(IReadOnlyList<OptionTemplate> options, string sentence)
    {
        var words = Plain.Words(sentence);
        var chosen = Lead.Match(words) is { Success: true } lead ? words[lead.Length..] : words;
        var named = options.Where(option => Core(option.Label) is { Length: > 0 } label && (label == Core(chosen) || label == Core(words))).ToList();
        if (named.Count == 0 && (YesOrNo.IsMatch(words) ? words[..3] : null) is { } word)
            named = [.. options.Where(option => Plain.Words(option.Label).Split(' ')[0] == word)];
        return named is [var one] ? one.Id : null;
    }

    private static string Core(string label) => Article.Replace(Plain.Words(label), "");

    private static readonly SafePattern Lead = new(
        "^(?:(?:bonjour|pour moi|pour nous|pour ma part|oui|donc) )*(?:(?:je|nous) (?:choisis|choisissons|vote|votons|opte|optons|retiens|retenons|prefere|preferons) (?:pour )?|(?:mon|notre) (?:choix|vote) (?:est |se porte sur |va a )?|ok pour |pour |vote pour |choix )?(?:l option |le choix |le theme |le groupe )?");

    private static readonly SafePattern Article = new("^(?:le|la|les|l|un|une|des|du) ");

    private static readonly SafePattern YesOrNo = new("^(?:oui|non)(?: (?:merci|bien sur|tout a fait|desolee?|pour moi|pour nous))?$");

    private static readonly Phrases Blank = new("^((je|nous) (vote|votons) blanc|vote blanc|bulletin blanc)$");
}
