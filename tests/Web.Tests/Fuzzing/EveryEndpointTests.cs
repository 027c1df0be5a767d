using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>
/// Every endpoint of the table takes real requests, changed at random, on five days of the scripted year. A longer run:
/// <c>ALMANACH_FUZZ=20000</c> (requests a day); another one: <c>ALMANACH_FUZZ_SEED=7</c>; one request alone, with the other two as a failure
/// names them: <c>ALMANACH_FUZZ_ONLY=2021-10-08/123</c>; faults on and on, in a file: <c>ALMANACH_FUZZ_LOG=path</c>.
/// </summary>
[Collection(Alone.Name)]
public sealed partial class EveryEndpointTests(ITestOutputHelper output)
{
    private static readonly DateTime[] Days = [new(2021, 10, 8, 10, 0, 0), new(2021, 12, 14, 12, 30, 0), new(2022, 3, 30, 10, 0, 0), new(2022, 4, 27, 16, 0, 0), new(2022, 6, 21, 9, 30, 0)];

    private static readonly int Count = Number("ALMANACH_FUZZ", 120);
    private static readonly int Seed = Number("ALMANACH_FUZZ_SEED", 1);
    private static readonly string? Only = Environment.GetEnvironmentVariable("ALMANACH_FUZZ_ONLY");
    private static readonly string? Kept = Environment.GetEnvironmentVariable("ALMANACH_FUZZ_LOG");

    /// <summary>Bytes the program may hold more after the requests than before: what its caches keep of them.</summary>
    private const long MostHeld = 150_000_000;

    [Fact]
    public async Task No_request_whatever_it_holds_is_a_fault_of_ours_nor_changes_what_it_should_not()
    {
        await using var world = new FuzzWorld();
        var seeds = new Seeds();
        List<string> faults = [];
        var shots = 0;
        foreach (var day in Days)
        {
            await world.WalkTo(day);
            await Ground.Prepare(world);
            await Gather(world, seeds);
            faults.AddRange(seeds.Faults.Select(fault => $"{day:yyyy-MM-dd} a real request: {fault}"));
            seeds.Faults.Clear();
            var before = GC.GetTotalMemory(true);
            shots += await Throw(world, seeds, $"{day:yyyy-MM-dd}", faults);
            await world.Settle();
            var held = GC.GetTotalMemory(true) - before;
            output.WriteLine($"{day:yyyy-MM-dd}: {held / 1_000_000} MB more are held.");
            if (held > MostHeld)
                faults.Add($"{day:yyyy-MM-dd}: {held / 1_000_000} MB more are held after the requests.");
        }

        var table = world.Endpoints.SelectMany(endpoint => Methods(endpoint).Select(method => Seeds.Name(method, endpoint.RoutePattern.RawText!))).Distinct().Order(StringComparer.Ordinal).ToList();
        var missing = table.Where(name => !seeds.Reached.Contains(name)).ToList();
        output.WriteLine($"{shots} requests with seed {Seed}, {table.Count} endpoints, {missing.Count} not reached.");
        if (Kept is not null)
        {
            await File.WriteAllLinesAsync(Kept, faults, TestContext.Current.CancellationToken);
            await File.AppendAllLinesAsync(Kept, Ground.Refused.Select(line => $"GROUND {line}"), TestContext.Current.CancellationToken);
            await File.AppendAllLinesAsync(Kept, missing.Select(name => $"UNREACHED {name} <- {seeds.Refused.GetValueOrDefault(name, "nothing")}"), TestContext.Current.CancellationToken);
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults (seed {Seed}):\n{string.Join('\n', faults.Take(10))}");
        if (Only is null)
            Assert.True(missing.All(Unreached.Why.ContainsKey), $"No real request reaches these; add one, or a reason: {string.Join(", ", missing.Where(name => !Unreached.Why.ContainsKey(name)))}");
        Assert.All(Unreached.Why.Keys, name => Assert.Contains(name, table));
    }

    private static async Task Gather(FuzzWorld world, Seeds seeds)
    {
        var person = await world.Person();
        List<(string Address, IReadOnlyList<(string Name, string Value)> Headers)> doors =
        [
            ("/", world.Anybody), ("/cockpit", world.Coordinator), ("/espace", world.Member), ("/espace", world.Anybody), ("/cockpit/entrer", world.Anybody),
            .. await Ground.Doors(world), .. world.Mailed.GroupBy(address => Token().Replace(address, "/…")).SelectMany(alike => alike.Take(3)).Select(address => (address, world.Anybody)),
        ];
        await new Crawl(world, seeds).From(doors, posting: true);
        await new ApiSeeds(world, seeds).Gather();
        await Ground.More(world, seeds);
        // An endpoint that nothing leads to is asked for by its pattern.
        foreach (var endpoint in world.Endpoints)
            foreach (var method in Methods(endpoint))
                if (seeds.Of(Seeds.Name(method, endpoint.RoutePattern.RawText!)).Count == 0)
                {
                    var address = Parameter().Replace(endpoint.RoutePattern.RawText!, match => match.Groups[1].Value switch { "year" => "2022", "step" => "collecte", "id" or "meeting" => "2022-copil", "list" or "newsletter" => "lettre", "contact" => person.Id, _ => "1" });
                    var headers = address.StartsWith("/cockpit", StringComparison.Ordinal) ? world.Coordinator : address.StartsWith("/api", StringComparison.Ordinal) ? world.Program : world.Anybody;
                    var form = method == "POST" && !address.StartsWith("/api", StringComparison.Ordinal) ? new Form(address, headers, [new("jeton", Ground.Stamp), new("motif", "x"), new("jour", "2022-03-07")]) : null;
                    var shot = form?.Post() ?? new Shot(method, address, headers, method == "GET" ? null : "application/json", method == "GET" ? null : "{}"u8.ToArray());
                    var moment = world.Moment;
                    seeds.Add(shot, form, await world.Send(shot));
                    world.Rewind(moment);
                }
    }

    private static async Task<int> Throw(FuzzWorld world, Seeds seeds, string day, List<string> faults)
    {
        var names = seeds.Names.Order(StringComparer.Ordinal).ToList();
        var tokens = world.Mailed.Select(address => address.Split('/', '?').FirstOrDefault(part => part.Length > 40)).OfType<string>().Distinct().Take(200).ToList();
        var start = world.Moment;
        var shots = 0;
        for (var number = 0; number < Count; number++)
        {
            if (Only is not null && Only != $"{day}/{number}")
                continue;
            var random = new Random(HashCode(day, number));
            // One after the other, going on where the day before left off: none is passed over.
            var name = names[((Array.FindIndex(Days, one => $"{one:yyyy-MM-dd}" == day) * Count) + number + Seed) % names.Count];
            if (Costly.Contains(name) && number > 2 * names.Count)
                continue;
            var seed = seeds.Of(name)[random.Next(seeds.Of(name).Count)];
            var shot = Mutants.Of(seed, name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..], tokens, random);
            if (name.EndsWith("/courrier/evenements", StringComparison.Ordinal) && random.Next(4) > 0)
                shot = Ground.Signed(world, shot);
            // Now and then a real request stands before, or the same comes twice.
            Shot[] all = random.Next(10) switch { 0 => [shot, shot], 1 => [seed.Shot, shot], 2 => [shot, seed.Shot], _ => [shot] };
            foreach (var one in all)
            {
                shots++;
                if ((await Verdict.Of(world, one)).Fault is { } fault)
                    faults.Add($"ALMANACH_FUZZ={Count} ALMANACH_FUZZ_SEED={Seed} ALMANACH_FUZZ_ONLY={day}/{number} {name}: {fault}\n    {one}");
            }
            if (world.Store.Now != start.Rows)
            {
                if (random.Next(4) == 0)
                    await Performed(world, $"ALMANACH_FUZZ={Count} ALMANACH_FUZZ_SEED={Seed} ALMANACH_FUZZ_ONLY={day}/{number} {name}\n    {shot}", faults);
                world.Rewind(start);
                await world.Settle();
                world.Rewind(start);
            }
            if (Kept is not null && number % 1000 == 0)
                await File.WriteAllLinesAsync(Kept, faults.Append($"{day}/{number}"));
        }
        return shots;
    }

    /// <summary>What was ordered is performed without failing, whatever was typed.</summary>
    private static async Task Performed(FuzzWorld world, string what, List<string> faults)
    {
        var before = (await world.Office.Troubles.All()).Count;
        try
        {
            await world.Settle();
            world.Clock.Set(world.Office.Now.AddMinutes(2));
            await world.Office.Ticker.Tick();
            await world.Settle();
        }
        catch (Exception problem) when (problem is not Xunit.Sdk.XunitException)
        {
            faults.Add($"performing {what}: {problem.GetType().Name} {problem.Message} {problem.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("Almanach", StringComparison.Ordinal))}");
        }
        if ((await world.Office.Troubles.All()).Skip(before).FirstOrDefault() is { } trouble)
            faults.Add($"performing {what}: {trouble}");
    }

    /// <summary>A rehearsal walks a whole year.</summary>
    private static readonly HashSet<string> Costly = ["GET /cockpit/repetition/{year:int}"];

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) => [.. endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Where(method => method != "HEAD")];

    private static int HashCode(string day, int number) => Encoding.ASCII.GetBytes($"{Seed}/{day}/{number}").Aggregate(17, (hash, value) => unchecked((hash * 31) + value));

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    [GeneratedRegex("/[^/?]{41,}")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{([a-zA-Z]+)[^{}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>Memory is measured: nothing runs beside.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "Alone";
}
