using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Almanach.Tests.LongestFirst))]

namespace Almanach.Tests;

/// <summary>About how long the tests of a class take, of those that take more than ten seconds.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesAttribute(int seconds) : Attribute
{
    public int Seconds { get; } = seconds;
}

/// <summary>What takes longest begins first, and the short tests run beside it: none is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly Dictionary<string, int> Seconds = Assembly.GetExecutingAssembly().GetTypes()
        .Where(type => type.GetCustomAttribute<TakesAttribute>() is not null)
        .ToDictionary(type => type.FullName!, type => type.GetCustomAttribute<TakesAttribute>()!.Seconds);

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(one => Seconds.FirstOrDefault(known => one.TestCollectionDisplayName.Contains(known.Key + " ", StringComparison.Ordinal)).Value)];
}
