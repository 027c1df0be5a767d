using System.ComponentModel;
using Almanach.Core.Network;

namespace Almanach.Core.Platforms;

/// <summary>A newsletter of the platform. When its editions leave is in the calendar (<see cref="StepWork.SendEdition"/>).</summary>
/// <param name="Id">Also the id of the list of those who receive it.</param>
/// <param name="Title">« Lettre d’informations ».</param>
/// <param name="About">What one receives and how often, in a sentence: where one subscribes, or leaves.</param>
/// <param name="Contributors">Who is asked for contributions: contacts with one of these roles; nobody where it is empty.</param>
/// <param name="Editors">Id of the body that approves the articles; null where the coordinator alone does.</param>
/// <param name="Sections">In the order in which one reads them.</param>
public sealed record NewsletterSetting(
    string Id, string Title, string About, IReadOnlyList<RoleKind> Contributors,
    [DefaultValue(null)] string? Editors, IReadOnlyList<SectionSetting> Sections);

/// <summary>A section of a newsletter (rubrique).</summary>
/// <param name="Holds">What goes into it unless the coordinator moves it: each kind is in one section.</param>
public sealed record SectionSetting(string Id, string Title, IReadOnlyList<MatterKind> Holds);

/// <summary>What an edition is made of: what people contribute, and what the platform knows by itself.</summary>
public enum MatterKind
{
    Article,
    Link,
    Event,
    Publication,
    Picture,

    /// <summary>Documents published since the edition before.</summary>
    Documents,

    /// <summary>Meetings to come.</summary>
    Meetings,

    /// <summary>What has moved in the programme since the edition before.</summary>
    Programme,

    /// <summary>What was added to the catalogue of studies and sources: a bibliographic watch.</summary>
    Catalogue,
}
