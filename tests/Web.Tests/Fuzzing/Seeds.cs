namespace Almanach.Web.Tests.Fuzzing;

/// <summary>A real request, and the form or body it is made of.</summary>
internal sealed record Seed(Shot Shot, Form? Form);

/// <summary>Real requests by the endpoint they reach, and which endpoints did what they are for.</summary>
internal sealed class Seeds
{
    private const int Most = 24;

    private readonly Dictionary<string, List<Seed>> byEndpoint = [];

    /// <summary>Endpoints that answered a real request with what was asked: no refusal.</summary>
    public HashSet<string> Reached { get; } = [];

    /// <summary>What endpoints answered to whoever was refused, the last words of each.</summary>
    public Dictionary<string, string> Refused { get; } = [];

    /// <summary>Shapes of addresses and forms that were tried with success: a later day tries them once, or not again.</summary>
    public HashSet<string> Known { get; } = [];

    /// <summary>Answers that no request at all may get.</summary>
    public List<string> Faults { get; } = [];

    public void Add(Shot shot, Form? form, Reply reply)
    {
        if (reply.Status >= 500)
            Faults.Add($"{reply.Status} {shot}");
        if (reply.Endpoint.Length == 0)
            return;
        var name = Name(shot.Method, reply.Endpoint);
        if (reply.Status < 400)
            Reached.Add(name);
        else
            Refused[name] = $"{reply.Status} {shot}";
        var held = byEndpoint.TryGetValue(name, out var list) ? list : byEndpoint[name] = [];
        if (held.Count < Most)
            held.Add(new Seed(shot, form));
        else if (reply.Status < 400)
            held[held.Count * 7 % Most] = new Seed(shot, form);
    }

    public IReadOnlyList<Seed> Of(string name) => byEndpoint.GetValueOrDefault(name) ?? [];

    public IEnumerable<string> Names => byEndpoint.Keys;

    public static string Name(string method, string pattern) => $"{(method == "HEAD" ? "GET" : method)} {pattern}";
}
