using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Almanach.Bench;

/// <summary>All scenarios in one size, each in processes of its own over the same network.</summary>
internal sealed class Measurement(string connection, int recipients, int loops)
{
    /// <summary>Requests that the host has in hand.</summary>
    private int Together => 2 * loops;

    /// <returns>False when a copy is missing or doubled, or a request was made that need not be.</returns>
    public async Task<bool> Run()
    {
        var began = Stopwatch.StartNew();
        using var network = new Child("network", connection, $"{recipients}");
        var audience = (await network.Says()).Split(' ');
        Console.WriteLine($"== {recipients} recipients, {loops} at once; {(audience[^1] == "account" ? "the network in Azurite" : "the network in a table of ours")}, written in {Text(began.Elapsed.TotalSeconds)} s ==");
        var well = true;
        foreach (var scenario in Scenario.All)
            well &= await Run(scenario, audience);
        return well;
    }

    private async Task<bool> Run(Scenario scenario, string[] audience)
    {
        using var server = new Child("sendgrid", scenario.Name);
        using var host = new Child(["host", connection, await server.Says(), .. audience, scenario.Name, $"{loops}"]);
        var measured = JsonSerializer.Deserialize<Measured>(await host.Says())!;
        var received = JsonSerializer.Deserialize<Received>(await server.Asked())!;
        using var untroubled = new Child("sendgrid", scenario.Rough ? Scenario.All[0].Name : scenario.Name);
        var address = await untroubled.Says();
        var (bare, together) = (await BareLoop.Seconds(address, received, 1), await BareLoop.Seconds(address, received, Together));

        Console.WriteLine($"{scenario.Name} ({scenario.Words}):");
        Console.WriteLine($"  {Text(measured.Seconds)} s, {Text(measured.Processor)} CPU s, {measured.Peak} MiB at the peak; reading the network, part of it, takes {Text(measured.Roster)} s; a bare loop of as many requests and bytes, none refused: {Text(bare)} s, {Together} at once {Text(together)} s");
        Console.WriteLine($"  SendGrid: {received.Requests} requests, {measured.Retries} of them retries, {received.Bytes / 1_000_000} MB");
        Console.WriteLine($"  storage: {measured.Calls.Values.Sum()} calls ({Text(measured.Calls)})");
        Console.WriteLine($"  copies settled: {Text(measured.Outcomes)}; taken by SendGrid: {received.Copies}, more than once: {received.Doubled}");
        return Says(received.Copies == recipients && received.Doubled == 0, "a copy is missing or doubled")
            & Says(measured.Outcomes.GetValueOrDefault("Sent") == recipients, "a copy is not settled as sent")
            & Says(received.Requests - measured.Retries <= (recipients + 999) / 1000, "more requests than a thousand recipients each, and retries");
    }

    private static bool Says(bool well, string otherwise)
    {
        if (!well)
            Console.WriteLine($"  WRONG: {otherwise}");
        return well;
    }

    private static string Text(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Text(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}"));
}
