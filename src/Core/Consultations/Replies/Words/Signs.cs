namespace Almanach.Core.Consultations.Replies.Words;

/// <summary>Signs that stand in a text where a date stood, so that patterns need not know dates.</summary>
internal static class Signs
{
    public const char Day = '¤';

    /// <summary>« les deux dates », « toutes ».</summary>
    public const char All = '∀';

    /// <summary>« aucune de ces dates ».</summary>
    public const char None = '∅';

    /// <summary>« les autres ».</summary>
    public const char Rest = '∁';
}
