using System.Text.Json;
using Almanach.Functions.Tests.Mail;

namespace Almanach.Bench;

/// <summary>The made-up SendGrid as a process: says its address, and what it received whenever a line comes in.</summary>
internal static class FakeServer
{
    public static async Task Run(Scenario scenario)
    {
        await using var server = await new FakeSendGrid { Keeps = false, Pace = scenario.Pace }.Start();
        server.Then([.. scenario.Answers()]);
        Console.WriteLine(server.Address);
        while (Console.ReadLine() is not null)
            Console.WriteLine(JsonSerializer.Serialize(
                new Received(server.Requests, server.Bytes, server.Copies.Count, server.Copies.Values.Count(times => times > 1))));
    }
}

/// <param name="Requests">Whatever became of them.</param>
/// <param name="Bytes">Of their bodies.</param>
/// <param name="Copies">Different ones.</param>
/// <param name="Doubled">How many of them were taken more than once.</param>
public sealed record Received(int Requests, long Bytes, int Copies, int Doubled);
