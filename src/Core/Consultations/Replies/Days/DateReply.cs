using Almanach.Core.Consultations.Replies.Words;
using Almanach.Core.Consultations.Tallies;
using Almanach.Core.Platforms;

namespace Almanach.Core.Consultations.Replies.Days;

/// <summary>« OK pour le mardi 12, pas le 14 ». Dates that are not spoken of stay as they were, or unsaid.</summary>
internal static class DateReply
{
    public static Heard Of(string text, IReadOnlyList<OptionTemplate> options, AnswerValue.Dates? before)
    {
        var (signed, mentions) = DayReader.Read(text);
        if (IsUnavailable(signed))
            return new Heard.Said(new AnswerValue.Dates(options.ToDictionary(option => option.Id, _ => Availability.No)));
        if (DateSentences.Read(DateGrid.Unfold(signed)) is not { Count: > 0 } statements)
            return mentions.Count == 0 ? new Heard.Unsure("Le message ne dit pas clairement quelles dates conviennent.") : new Heard.Unsure("Ce que le message dit des dates n’est pas sûr.");
        // A grid was unfolded: the dates keep their order, so that each sign still finds its own.
        var (choices, said, at) = (new DayChoices(options), new Dictionary<string, Availability>(), 0);
        var rest = new List<Availability>();
        foreach (var (word, signs, remaining) in statements)
            foreach (var _ in signs)
            {
                var mention = mentions[at++];
                if (mention.Sign == Signs.Rest || remaining && choices.Agrees(mention.Count))
                    rest.Add(word);
                else if (Meant(choices, mention, word) is not { Count: > 0 } meant)
                    return new Heard.Unsure("Le message parle d’une date qui n’est pas proposée, ou dont on ne sait pas laquelle c’est.");
                else if (!Add(said, meant, word))
                    return Contradicts;
            }
        if (rest.Count > 1 || rest.Count == 1 && !Others(choices, said, rest[0], mentions))
            return Contradicts;
        return new Heard.Said(new AnswerValue.Dates(Merged(options, before, said)));
    }

    private static Heard.Unsure Contradicts { get; } = new("Le message semble dire deux choses différentes d’une même date.");

    private static bool IsUnavailable(string signed) =>
        Sentences.Of(signed).SelectMany(Sentences.Clauses).Where(clause => !Courtesies.Is(clause)).ToList() is [var only] && DateWords.Unavailable.In(Plain.Fold(only));

    private static IReadOnlyList<string> Meant(DayChoices choices, DayMention mention, Availability word) =>
        mention.Sign is Signs.All or Signs.None ? choices.Agrees(mention.Count) ? [.. choices.All] : [] : choices.Of(mention, word == Availability.No);

    private static bool Add(Dictionary<string, Availability> said, IReadOnlyList<string> options, Availability word)
    {
        foreach (var option in options)
            if (!said.TryAdd(option, word) && said[option] != word)
                return false;
        return true;
    }

    /// <summary>« pas les autres »: beside at least one that was named, and not beside « toutes ».</summary>
    private static bool Others(DayChoices choices, Dictionary<string, Availability> said, Availability word, IReadOnlyList<DayMention> mentions)
    {
        var others = choices.All.Where(option => !said.ContainsKey(option)).ToList();
        return said.Count > 0 && others.Count > 0 && mentions.Count(mention => mention.Sign is Signs.All or Signs.None) <= 1 && Add(said, others, word);
    }

    private static Dictionary<string, Availability> Merged(IReadOnlyList<OptionTemplate> options, AnswerValue.Dates? before, Dictionary<string, Availability> said)
    {
        var merged = new Dictionary<string, Availability>();
        foreach (var option in options)
            if (said.TryGetValue(option.Id, out var word) || before?.ByOption.TryGetValue(option.Id, out word) == true)
                merged[option.Id] = word;
        return merged;
    }
}
