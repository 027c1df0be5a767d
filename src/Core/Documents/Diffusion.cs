namespace Almanach.Core.Documents;

/// <summary>Who may read a document.</summary>
public enum Diffusion
{
    /// <summary>Anybody.</summary>
    Public,

    /// <summary>The members of the network.</summary>
    Network,

    /// <summary>The members of the body, or of the working group, it belongs to.</summary>
    Circle,
}

/// <summary>What the coordinator decided for one document, in place of what is usual for its kind.</summary>
/// <param name="At">When, UTC.</param>
public sealed record ChosenDiffusion(Diffusion Diffusion, DateTimeOffset At);
