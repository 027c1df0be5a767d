using Almanach.Core.Engine;
using Almanach.Core.Network;
using Microsoft.AspNetCore.Components;

namespace Almanach.Web.Library.Space;

/// <summary>A page inside the members’ area.</summary>
public abstract class SpaceRoom : ComponentBase
{
    [Parameter, EditorRequired]
    public required Setting Setting { get; set; }

    [Parameter, EditorRequired]
    public required Contact Person { get; set; }

    /// <summary>What its forms send along.</summary>
    [Parameter, EditorRequired]
    public required string FormToken { get; set; }
}
