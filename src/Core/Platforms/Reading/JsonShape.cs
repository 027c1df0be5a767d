using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Almanach.Core.Platforms.Reading;

/// <summary>What a type of the configuration looks like in JSON.</summary>
internal abstract class JsonShape
{
    private static readonly ConcurrentDictionary<Type, JsonShape> _shapes = new();

    private JsonShape() { }

    /// <summary>Stands for a damaged value while the other checks run; nothing ever starts with it.</summary>
    public abstract object Neutral { get; }

    public static JsonShape Of(Type type) => _shapes.GetOrAdd(type, Make);

    private static JsonShape Make(Type type) =>
        type.IsGenericType ? new List(type.GetGenericArguments()[0])
        : type.IsEnum ? new Name(type)
        : type == typeof(string) ? new Scalar("", value => JsonWords.TryText(value, out var text) ? text : null)
        : type == typeof(bool) ? new Scalar(false, value => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null)
        : type == typeof(int) ? new Scalar(0, value => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? whole : null)
        : type == typeof(decimal) ? new Scalar(0m, value => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null)
        : type == typeof(TimeOnly) ? new Scalar(default(TimeOnly), Time)
        : type.IsAbstract ? new Union(type)
        : new Record(type);

    private static object? Time(JsonElement value) => JsonWords.TryText(value, out var text)
        && TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    /// <summary>A text, a number, true or false, an hour.</summary>
    public sealed class Scalar(object neutral, Func<JsonElement, object?> read) : JsonShape
    {
        public override object Neutral => neutral;

        /// <summary>Null for anything else.</summary>
        public object? Read(JsonElement value) => read(value);
    }

    /// <summary>A member of an enum, by its camelCase name.</summary>
    public sealed class Name(Type type) : JsonShape
    {
        private readonly string[] _members = Enum.GetNames(type);

        public IReadOnlyList<string> Names => field ??= [.. _members.Select(JsonNamingPolicy.CamelCase.ConvertName)];

        public override object Neutral => Enum.Parse(type, _members[0]);

        public object? Find(string name) => Names.ToList().IndexOf(name) is >= 0 and var index ? Enum.Parse(type, _members[index]) : null;
    }

    /// <summary>A list, made as an array.</summary>
    public sealed class List(Type element) : JsonShape
    {
        public Type Element => element;

        public override object Neutral => Array.CreateInstance(element, 0);
    }

    /// <summary>A record, made by its one constructor.</summary>
    public sealed class Record(Type type) : JsonShape
    {
        private readonly ConstructorInfo _constructor = type.GetConstructors().Single();

        public IReadOnlyList<Property> Properties => field ??= [.. _constructor.GetParameters().Select(parameter => new Property(parameter))];

        public override object Neutral => Make(property => property.Shape.Neutral);

        public object Make(Func<Property, object?> value) => _constructor.Invoke([.. Properties.Select(value)]);
    }

    /// <summary>One of several records, told apart by a property.</summary>
    public sealed class Union(Type type) : JsonShape
    {
        public string Discriminator { get; } = type.GetCustomAttribute<JsonPolymorphicAttribute>()!.TypeDiscriminatorPropertyName!;

        public IReadOnlyList<(string Name, Type Type)> Cases { get; } =
            [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(one => ((string)one.TypeDiscriminator!, one.DerivedType))];

        public override object Neutral => Of(Cases[0].Type).Neutral;
    }

    /// <summary>A parameter of a record's constructor.</summary>
    public sealed class Property(ParameterInfo parameter)
    {
        // Attributes are slow to read, and each is asked for once a record.
        private readonly DefaultValueAttribute? given = parameter.GetCustomAttribute<DefaultValueAttribute>();

        public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

        public JsonShape Shape => field ??= Of(parameter.ParameterType);

        public bool HasDefault => Shape is List || given is not null;

        public object? Default => Shape is List list ? list.Neutral
            : given?.Value is int number && parameter.ParameterType == typeof(decimal) ? (decimal)number
            : given?.Value;

        public bool MayBeNull => given is { Value: null };
    }
}
