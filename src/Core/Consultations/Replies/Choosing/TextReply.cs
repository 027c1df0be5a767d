using Almanach.Core.Consultations.Replies.Words;

namespace Almanach.Core.Consultations.Replies.Choosing;

/// <summary>Free words: all of them, without the greeting. A second mail adds to the first.</summary>
internal static class TextReply
{
    /// <summary>Less is a word of politeness, or a yes to something else.</summary>
    private const int Fewest = 15;

    public static Heard Of(string text, AnswerValue.Text? before)
    {
        var said = Said(text);
        if (said.Contains('?', StringComparison.Ordinal))
            return new Heard.Unsure(Doubts.Question);
        if (said.Length < Fewest || Sentences.Of(said).All(Courtesies.Is))
            return new Heard.Unsure("Le message est trop court pour être la réponse attendue.");
        return new Heard.Said(new AnswerValue.Text(Added(before?.Value ?? "", said)));
    }

    /// <summary>Without greeting lines at its start.</summary>
    public static string Said(string text)
    {
        var lines = text.Split('\n').SkipWhile(line => line.Trim(' ', ',', '.', '!') is var greeting && (greeting.Length == 0 || Courtesies.IsGreeting(greeting)));
        return Courtesies.AfterGreeting(string.Join('\n', lines)).Trim();
    }

    public static string Added(string before, string said) =>
        before.Length == 0 || Plain.Words(before) == Plain.Words(said) ? said : Plain.Words(before).Contains(Plain.Words(said), StringComparison.Ordinal) ? before : $"{before}\n\n{said}";
}
