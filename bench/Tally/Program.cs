// `files DIR` writes a file of each method; without arguments, what reading and counting them takes in memory.
using Almanach.Bench;
using Almanach.Core.Consultations.Tallies;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

if (args is ["files", var folder])
{
    foreach (var method in Enum.GetValues<TallyMethod>())
        File.WriteAllBytes(Path.Combine(folder, $"{method}.csv"), LargeElection.Of(method));
    return;
}

// In this process: nothing is built while it runs. Medians, for the machine may have other work.
BenchmarkRunner.Run<CountingBench>(ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(15).WithInvocationCount(1).WithUnrollFactor(1))
    .AddColumn(TargetMethodColumn.Method, StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.Max, BaselineRatioColumn.RatioMean)
    .AddColumnProvider(DefaultColumnProviders.Params)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.Console)
    .AddLogger(ConsoleLogger.Default));
