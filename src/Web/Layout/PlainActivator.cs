using Microsoft.AspNetCore.Components;

namespace Almanach.Web.Layout;

/// <summary>Makes components that ask for no service: nothing is compiled for each of them, as the framework's own activator does.</summary>
internal sealed class PlainActivator : IComponentActivator
{
    public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
}
