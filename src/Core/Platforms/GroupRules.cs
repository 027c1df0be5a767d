using System.ComponentModel;

namespace Almanach.Core.Platforms;

/// <summary>
/// On what conditions a working group is launched, and which consultation says whether they are met. They are read once it
/// is closed: its end is the date by which volunteers and a pilot must be there.
/// </summary>
/// <param name="Consultation">Id of the consultation among the year's candidates.</param>
/// <param name="Useful">Id of its question on the groups one would take part in (approval of the candidates).</param>
/// <param name="Effort">Id of its question on the time one can give (engagement).</param>
/// <param name="Pilot">Id of its question on the groups one would pilot (approval of the candidates).</param>
/// <param name="Volunteers">How many people must volunteer at least: an answer is one person's.</param>
/// <param name="Organisations">From how many organisations at least.</param>
/// <param name="PilotRequired">An organisation must offer to pilot.</param>
public sealed record GroupRules(
    string Consultation, string Useful, string Effort, string Pilot,
    [DefaultValue(5)] int Volunteers = 5, [DefaultValue(4)] int Organisations = 4, [DefaultValue(true)] bool PilotRequired = true)
{
    /// <summary>More than any network has.</summary>
    public const int Most = 200;
}
