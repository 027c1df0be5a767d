namespace Almanach.Core.Mail.Texts;

/// <summary>
/// Slots are written <c>[nom]</c> in texts and carried through rendering as private-use marks, so that no encoder
/// touches them and no reader's text can forge one.
/// </summary>
public static class Slots
{
    public const char Open = '\uE000';
    public const char Close = '\uE001';

    /// <summary>The mark of a slot inside a rendered body.</summary>
    public static string Mark(string slot) => $"{Open}{slot}{Close}";
}
