namespace Almanach.Core.Consultations.Replies;

/// <summary>What the words say to one question, before the answer of before is thought of.</summary>
internal abstract record Heard
{
    private Heard() { }

    public sealed record Said(AnswerValue Value) : Heard;

    /// <summary>No answer this year, or the abstention.</summary>
    public sealed record Declines : Heard;

    public sealed record Unsure(string Because) : Heard;

    public static Heard Nothing { get; } = new Unsure("Le message ne répond pas clairement à la question.");
}
