// What checking a million rows of ten columns takes, beside a typed parse of the same fields; and once in a process of its own.
using System.Diagnostics;
using Almanach.Bench;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

if (args is ["make", var made])
{
    File.WriteAllBytes(made, MillionRows.Make());
    return;
}
if (args is ["once", var path])
{
    var watch = Stopwatch.StartNew();
    WholeFile.Run(path);
    using var self = Process.GetCurrentProcess();
    Console.WriteLine($"| once, cold | {watch.ElapsedMilliseconds} ms | {self.TotalProcessorTime.TotalMilliseconds:0} ms of processor | {self.PeakWorkingSet64 >> 20} MiB at its peak |");
    return;
}

// In this process: nothing is built while it runs. Medians, for the machine may have other work.
BenchmarkRunner.Run<CheckBench>(ManualConfig.CreateEmpty()
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(2).WithIterationCount(9).WithInvocationCount(1).WithUnrollFactor(1))
    .AddColumn(TargetMethodColumn.Method, StatisticColumn.Median, StatisticColumn.Min, StatisticColumn.Max, BaselineRatioColumn.RatioMean)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.Console)
    .AddLogger(ConsoleLogger.Default));
