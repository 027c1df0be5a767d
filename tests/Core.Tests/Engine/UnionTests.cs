using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using Almanach.Core.Engine;

namespace Almanach.Core.Tests.Engine;

/// <summary>
/// Every case of every stored union goes to text and comes back: samples are built by reflection, so that a case missing
/// from a union's list fails here before it fails in the year.
/// </summary>
public sealed class UnionTests
{
    static readonly Assembly _core = typeof(Effect).Assembly;

    /// <summary>Each nested case of each abstract record that is written as JSON.</summary>
    public static TheoryData<Type> Cases => [.. _core.GetTypes().Where(IsUnion).SelectMany(Nested)];

    /// <summary>What the store knows to write.</summary>
    public static TheoryData<Type> Records => [.. typeof(Stored).Assembly.GetType("Almanach.Core.Engine.StoredJson")!
        .GetCustomAttributesData().Where(data => data.AttributeType == typeof(JsonSerializableAttribute))
        .Select(data => (Type)data.ConstructorArguments[0].Value!)];

    [Fact]
    public void The_unions_of_the_engine_are_found()
    {
        var unions = _core.GetTypes().Where(IsUnion).Select(type => type.Name).ToList();

        Assert.Contains("Effect", unions);
        Assert.Contains("AnswerValue", unions);
        Assert.Contains("StepWork", unions);
        Assert.Contains("SlotValue", unions);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_of_a_union_is_listed_under_a_name_of_its_own(Type @case)
    {
        var listed = @case.DeclaringType!.GetCustomAttributes<JsonDerivedTypeAttribute>().ToList();

        Assert.Contains(listed, one => one.DerivedType == @case);
        Assert.Equal(listed.Count, listed.Select(one => one.TypeDiscriminator).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_stored_record_comes_back_as_it_was_written(Type record)
    {
        foreach (var sample in record.IsAbstract ? Nested(record).Select(Sample) : [Sample(record)])
        {
            var text = Write(record, sample);

            var back = Read(record, text);

            Assert.Equal(sample.GetType(), back.GetType());
            Assert.Equal(text, Write(record, back));
            Assert.All(Values(sample).Zip(Values(back)), pair => Assert.Equal(Shown(pair.First), Shown(pair.Second)));
        }
    }

    [Fact]
    public void A_record_of_a_newer_format_is_refused_in_words()
    {
        var problem = Assert.Throws<InvalidDataException>(() => Stored.Read<Trouble>("2 {}"));

        Assert.Contains("Installez la version", problem.Message, StringComparison.Ordinal);
    }

    static bool IsUnion(Type type) =>
        type.IsAbstract && type.IsClass && type.GetCustomAttribute<JsonPolymorphicAttribute>() is not null && type.GetCustomAttributes<JsonDerivedTypeAttribute>().Any();

    static IEnumerable<Type> Nested(Type union) => union.GetNestedTypes().Where(type => type.IsSubclassOf(union));

    static string Write(Type record, object value) => (string)Generic(nameof(Stored.Write), record).Invoke(null, [value])!;

    static object Read(Type record, string text) => Generic(nameof(Stored.Read), record).Invoke(null, [text])!;

    static MethodInfo Generic(string name, Type record) => typeof(Stored).GetMethods()
        .Single(method => method.Name == name && method.GetParameters()[0].ParameterType != typeof(byte[])).MakeGenericMethod(record);

    static IEnumerable<object?> Values(object record) =>
        record.GetType().GetConstructors().Single().GetParameters().Select(parameter => record.GetType().GetProperty(parameter.Name!)!.GetValue(record));

    /// <summary>Lists by their elements, the rest as records show themselves.</summary>
    static string Shown(object? value) => value switch
    {
        null => "",
        string text => text,
        IDictionary map => string.Join(',', map.Keys.Cast<object>().Select(key => $"{key}={Shown(map[key])}")),
        IEnumerable list => string.Join(',', list.Cast<object>().Select(Shown)),
        _ when value.GetType().IsClass => $"{value.GetType().Name}({string.Join(';', Values(value).Select(Shown))})",
        _ => value.ToString()!,
    };

    static object Sample(Type type) => Sample(type, type.Name)!;

    static object? Sample(Type type, string name)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => $"{name} é «\u00A0’ \" \\",
            _ when plain == typeof(int) => 7,
            _ when plain == typeof(long) => 7_000_000_000L,
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(decimal) => 0.5m,
            _ when plain == typeof(DateTimeOffset) => new DateTimeOffset(2022, 3, 27, 1, 30, 0, 123, TimeSpan.Zero),
            _ when plain == typeof(DateTime) => new DateTime(2022, 3, 27, 1, 30, 0),
            _ when plain == typeof(DateOnly) => new DateOnly(2022, 2, 28),
            _ when plain == typeof(TimeOnly) => new TimeOnly(8, 30),
            _ when plain == typeof(byte[]) => new byte[] { 0, 255 },
            _ when plain.IsEnum => Enum.GetValues(plain).Cast<object>().Last(),
            _ when plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => Map(plain.GetGenericArguments()),
            _ when plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
                Activator.CreateInstance(plain, Sample(plain.GetGenericArguments()[0], "key"), Sample(plain.GetGenericArguments()[1], "value")),
            _ when plain.IsGenericType => List(plain.GetGenericArguments()[0]),
            _ when plain.IsAbstract => Sample(Nested(plain).First()),
            _ => Record(plain),
        };
    }

    static object Record(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Sample(parameter.ParameterType, parameter.Name!))]);
    }

    static Array List(Type element)
    {
        // A list of a union holds one of each case.
        object?[] items = element.IsAbstract && element.IsClass ? [.. Nested(element).Select(Sample)] : [Sample(element, "item")];
        var list = Array.CreateInstance(element, items.Length);
        Array.Copy(items, list, items.Length);
        return list;
    }

    static object Map(Type[] types)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
        map.Add(Sample(types[0], "key")!, Sample(types[1], "value"));
        return map;
    }
}
