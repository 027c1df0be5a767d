using Almanach.Core.French;

namespace Almanach.Core.Calendar;

/// <summary>The words of a text that are still to be read, and what went wrong, if anything did.</summary>
sealed class DateCursor(string text)
{
    readonly IReadOnlyList<DateToken> _tokens = DateTokens.Of(text);

    /// <summary>Index of the next word.</summary>
    public int Next { get; set; }

    public ParseProblem? Problem { get; private set; }

    /// <summary>The next word; empty at the end.</summary>
    public string Word => Next < _tokens.Count ? _tokens[Next].Text : "";

    public bool Accept(string word)
    {
        if (Word != word)
            return false;

        Next++;
        return true;
    }

    public bool Expect(params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (!Accept(word))
            {
                Fail($"« {word} » est attendu.");
                return false;
            }
        }

        return true;
    }

    /// <summary>What <paramref name="read"/> makes of the next word; null with a problem when it makes nothing of it.</summary>
    public T? Take<T>(Func<string, T?> read, string problem)
        where T : struct
    {
        var value = read(Word);
        if (value is null)
            Fail(problem);
        else
            Next++;

        return value;
    }

    /// <summary>The next word doesn't fit.</summary>
    public void Fail(string message) =>
        Problem = new ParseProblem(Next < _tokens.Count ? _tokens[Next].Position : text.Length, Typography.Text(message));
}
