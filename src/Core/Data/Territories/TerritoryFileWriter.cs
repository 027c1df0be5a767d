using System.Text;

namespace Almanach.Core.Data.Territories;

/// <summary>Writes a <see cref="TerritoryFile"/>, such as an imported table gives.</summary>
public static class TerritoryFileWriter
{
    public static byte[] Write(TerritoryFile file)
    {
        var text = new StringBuilder($"# almanach-cog 1;{file.First};{file.Last}\n");
        foreach (var one in file.Territories)
            text.Append($"T;{LevelNames.Mark(one.Level)};{one.Code};{Years(one.Years)};{Clean(one.Name)}{(one.Population is { } people ? $";{people}" : "")}\n");
        foreach (var name in file.Names)
            text.Append($"N;{LevelNames.Mark(name.Level)};{name.Code};{name.Until};{Clean(name.Name)}\n");
        foreach (var group in file.Belongings)
            text.Append($"A;{LevelNames.Mark(group.Level)};{group.Code};{Years(group.Years)};{LevelNames.Mark(group.ChildLevel)};{string.Join(' ', group.Children)}\n");
        foreach (var move in file.Moves)
            text.Append($"M;{move.Year};{move.From};{string.Join(' ', move.Heirs)}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Years(YearSpan years) => $"{years.From};{(years.Until == YearSpan.NoEnd ? "" : years.Until)}";

    /// <summary>A name of a stranger's file holds no separator.</summary>
    private static string Clean(string name) => string.Concat(name.Select(c => c == ';' || char.IsControl(c) ? ' ' : c)).Trim();
}
