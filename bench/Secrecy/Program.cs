// What auditing the tables of a department and of a region takes, and what the same ends take GLOP.
using System.Diagnostics;
using Almanach.Bench;
using Almanach.Core.Data.Secrecy;

var rounds = args.Length > 0 ? int.Parse(args[0]) : 5;
var rules = KnownSources.Police;
var (exact, judged) = (new AuditLimits { ExactUpTo = int.MaxValue }, new AuditLimits { ExactUpTo = 0 });

var department = RegionTable.Of(335, 15, 1);
Measure("department, exact ends", department, exact, rounds);
Measure("department, judged only", department, judged, rounds);
#if GLOP
var (mine, theirs) = (new List<double>(), new List<double>());
for (var round = 0; round < rounds; round++)
{
    mine.Add(Time(() => SecrecyAudit.Run(department, rules, exact, suggests: false), out var report));
    theirs.Add(Time(() => Glop.Ends(department), out var ends));
    var differ = report.Cells.Zip(ends).Count(pair => Math.Abs((double)pair.First.Low!.Value - pair.Second.Low) > 1e-6 || Math.Abs((double)pair.First.High!.Value - pair.Second.High) > 1e-6);
    if (differ > 0 || report.Cells.Count != ends.Count)
        throw new InvalidOperationException($"{differ} of {ends.Count} intervals differ.");
}
Console.WriteLine($"department, both ends of each: {Median(mine):0} ms; GLOP {Median(theirs):0} ms, the same intervals; ratio {Median(mine) / Median(theirs):0.00}");
#endif
var region = RegionTable.Of(4027, 172, 12);
Measure("region, judged only", region, judged, rounds);
Measure("region, exact ends", region, exact, Math.Min(rounds, 3));

void Measure(string what, AuditTable table, AuditLimits limits, int times)
{
    var took = new List<double>();
    AuditReport report = null!;
    var before = GC.GetTotalAllocatedBytes();
    for (var round = 0; round < times; round++)
        took.Add(Time(() => SecrecyAudit.Run(table, rules, limits, suggests: false), out report));
    var allocated = (GC.GetTotalAllocatedBytes() - before) / times / 1024 / 1024;
    Console.WriteLine($"{what}: {table.Cells.Count} cells, {table.Relations.Count} relations, {report.Cells.Count} hidden, {report.Leaks.Count} leaks; {Median(took):0} ms, {report.Pivots} steps, {allocated} MiB allocated, {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB at most so far");
}

static double Time<T>(Func<T> work, out T result)
{
    var watch = Stopwatch.StartNew();
    result = work();
    return watch.Elapsed.TotalMilliseconds;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
