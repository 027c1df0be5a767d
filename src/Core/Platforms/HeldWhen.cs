using System.ComponentModel;
using Almanach.Core.Consultations;

namespace Almanach.Core.Platforms;

/// <summary>On what conditions a meeting of the programme is held. What is missing is told; the coordinator may go ahead all the same.</summary>
/// <param name="Speaker">Somebody must be found to speak.</param>
/// <param name="Committed">How many organisations must commit in its consultation; 0 for any.</param>
/// <param name="Consultation">Id of the consultation that asks who commits, or who could speak; null for none.</param>
/// <param name="Level">From which effort on an organisation counts as committed.</param>
public sealed record HeldWhen(
    [DefaultValue(false)] bool Speaker = false, [DefaultValue(0)] int Committed = 0, [DefaultValue(null)] string? Consultation = null,
    [DefaultValue(Effort.Attend)] Effort Level = Effort.Attend)
{
    /// <summary>More than any network has.</summary>
    public const int Most = 200;
}
