using Microsoft.AspNetCore.Components;

namespace Almanach.Web.Cockpit.Rooms;

/// <summary>A page of a room: the room and what is shown.</summary>
public abstract class RoomPage<TView> : ComponentBase
{
    [Parameter, EditorRequired]
    public required Room Room { get; set; }

    [Parameter, EditorRequired]
    public required TView View { get; set; }
}
