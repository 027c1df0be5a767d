using System.Globalization;
using System.Text.Json;

namespace Almanach.Bench;

/// <summary>The mailer and the bare loops in turn, each a process of its own, over one sink.</summary>
/// <param name="pace">Milliseconds that a sink of ours takes for each letter.</param>
/// <param name="port">Null: a sink of ours is started, and asked what it took.</param>
internal sealed class Measurement(int letters, int rounds, int pace, int? port)
{
    private static readonly string[] Senders = ["mailer", "bare", "writing"];

    /// <returns>False when a letter is missing or doubled.</returns>
    public async Task<bool> Run()
    {
        using var sink = port is null ? new Child("sink", $"{pace}") : null;
        var at = port?.ToString(CultureInfo.InvariantCulture) ?? await sink!.Says();
        var well = true;
        List<Measured[]> all = [];
        for (var round = 0; round < rounds; round++)
        {
            Measured[] three = [await Once("mailer", at), await Once("bare", at), await Once("writing", at)];
            well &= await Whole(sink, three);
            Console.WriteLine($"round {round + 1}: {string.Join("; ", Senders.Zip(three, (sender, measured) => $"{sender} {Text(measured)}"))}; ratios {Number(three[1].Seconds / three[0].Seconds)}, {Number(three[2].Seconds / three[0].Seconds)}");
            all.Add(three);
        }
        Console.WriteLine($"medians of {rounds}: {string.Join(", ", Senders.Select((sender, i) => $"{sender} {Number(letters / Median(all.Select(three => three[i].Seconds)))}"))} letters a second; "
            + $"ratio to the bare loop {Number(Median(all.Select(three => three[1].Seconds / three[0].Seconds)))} (goal 0.80), to the one that writes the letters as it goes {Number(Median(all.Select(three => three[2].Seconds / three[0].Seconds)))}");
        return well;
    }

    private async Task<Measured> Once(string verb, string at)
    {
        using var child = new Child(verb, at, $"{letters}");
        return JsonSerializer.Deserialize<Measured>(await child.Says())!;
    }

    /// <summary>All brought the same letters: each was taken three times, and none more often or less.</summary>
    private async Task<bool> Whole(Child? sink, Measured[] three)
    {
        var received = sink is null ? null : JsonSerializer.Deserialize<Received>(await sink.Asked());
        if (three.All(one => one.Sent == letters) && (received is null || received == new Received(letters, letters * three.Length, three.Length)))
            return true;
        Console.WriteLine($"WRONG: {string.Join(", ", three.Select(one => one.Sent))} of {letters} sent, {received}");
        return false;
    }

    private static double Median(IEnumerable<double> numbers) => numbers.Order().ElementAt(numbers.Count() / 2);

    private static string Text(Measured measured) => $"{Number(measured.Seconds)} s, {Number(measured.Processor)} CPU s, {measured.Peak} MiB";

    private static string Number(double number) => number.ToString(number >= 100 ? "0" : "0.00", CultureInfo.InvariantCulture);
}
