using Almanach.Core.Data.Territories;

namespace Almanach.Web.Dashboard;

/// <summary>A text that is a level of territories, as addresses write it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LevelSlugAttribute : Attribute
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TerritoryLevel>().Select(LevelNames.Slug)];
}
