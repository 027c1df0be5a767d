using System.Collections.Concurrent;
using Almanach.Core.Ports;

namespace Almanach.Core.Engine;

/// <summary>
/// Large records as they were last decoded: a year's plan and an open consultation are asked for by every page and change
/// a few times a day. Each stands for as long as the store gives the same version, which is asked every time. Records are
/// immutable, so whoever asks gets the same one. Safe for many threads.
/// </summary>
public sealed class Decoded
{
    /// <summary>Shorter records are decoded in less time than it takes to keep order here. In characters.</summary>
    public const int WorthKeeping = 1024;

    /// <summary>More than the plans and consultations of the years at hand; one more, and all are forgotten.</summary>
    public const int Most = 64;

    private readonly ConcurrentDictionary<(Type Kind, string Partition, string Key), object> held = new();

    public Held<T> Read<T>(string partition, Entry entry)
        where T : class
    {
        if (entry.Value.Length < WorthKeeping)
            return Decode<T>(entry);
        var place = (typeof(T), partition, entry.Key);
        if (held.TryGetValue(place, out var found) && found is Held<T> known && known.Version == entry.Version)
            return known;
        var decoded = Decode<T>(entry);
        if (held.Count >= Most)
            held.Clear();
        held[place] = decoded;
        return decoded;
    }

    public static Held<T> Decode<T>(Entry entry)
        where T : class => new(entry.Key, entry.Version, Stored.Read<T>(entry.Value));
}
