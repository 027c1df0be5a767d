namespace Almanach.Core.Network;

/// <summary>Why somebody gets no mail any more, or does again: for the coordinator, never shown to others.</summary>
/// <param name="Text">One of <see cref="Reasons"/>: no free words about a person.</param>
public sealed record ContactNote(string Text, DateTimeOffset At)
{
    public const string Prefix = "note|";

    public static IReadOnlyList<string> Reasons { get; } =
        ["À sa demande", "Son adresse ne fonctionne plus", "Une autre personne de l’organisme suffit", "Autre raison"];
}
