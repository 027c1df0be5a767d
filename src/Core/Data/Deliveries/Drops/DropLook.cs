using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Almanach.Core.Ports;

namespace Almanach.Core.Data.Deliveries.Drops;

/// <summary>What lay in the watched place when it was last looked at, and was left there.</summary>
public sealed record DropLook(IReadOnlyList<SeenDrop> Files)
{
    public const string Partition = "drop";

    public const string Key = "look";
}

/// <param name="Id">Of its place and name.</param>
/// <param name="Folder">Where it lies, cut to what a page shows.</param>
/// <param name="Name">Cleaned, as that of any file.</param>
/// <param name="Since">When it was first seen.</param>
/// <param name="Problem">Why it is not taken, for the coordinator; empty while it waits to be seen unchanged.</param>
/// <param name="Taken">It is kept already, and could not be taken away.</param>
public sealed record SeenDrop(string Id, string Folder, string Name, string Version, DateTimeOffset Since, string Problem = "", bool Taken = false)
{
    [JsonIgnore]
    public bool IsStuck => Problem.Length > 0;

    public static string IdOf(DroppedFile file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Folder}/{file.Name}")))[..24];

    /// <param name="known">What was seen of it before; null for nothing.</param>
    public static SeenDrop Of(DroppedFile file, SeenDrop? known, DateTimeOffset now, string problem = "", bool taken = false) => new(
        IdOf(file), file.Folder.Length == 0 ? "" : DepositName.Clean(file.Folder), DepositName.Clean(file.Name), file.Version, known?.Since ?? now, problem, taken);
}
