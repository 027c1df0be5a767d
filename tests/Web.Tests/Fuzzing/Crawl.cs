using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Almanach.Web.Tests.Fuzzing;

/// <summary>Follows links from where people begin, and gathers real requests: the pages, and the forms on them.</summary>
internal sealed partial class Crawl(FuzzWorld world, Seeds seeds)
{
    private const int EachShape = 2;
    private const int EachForm = 12;

    private readonly HashSet<string> before = [.. seeds.Known];
    private readonly HashSet<string> seen = [];
    private readonly HashSet<string> posted = [];
    private readonly Dictionary<string, int> shapes = [];
    private readonly HtmlParser parser = new();
    private Queue<(string Address, IReadOnlyList<(string Name, string Value)> Headers)> ahead = [];

    /// <param name="posting">Sends each form once too, as a person would, and takes it back; what a preview leads to is gathered as well.</param>
    public async Task From(IEnumerable<(string Address, IReadOnlyList<(string Name, string Value)> Headers)> doors, bool posting)
    {
        ahead = new(doors);
        while (ahead.TryDequeue(out var next))
        {
            if (!seen.Add($"{next.Address} {Who(next.Headers)}"))
                continue;
            var shot = Shot.Get(next.Address, next.Headers);
            var reply = await world.Send(shot);
            seeds.Add(shot, null, reply);
            if (reply.Location.Length > 0)
                Follow(reply.Location, next.Headers);
            if (reply.IsPage)
                await Read(reply, next.Address, next.Headers, posting, deep: 0);
        }
    }

    private async Task Read(Reply reply, string address, IReadOnlyList<(string Name, string Value)> headers, bool posting, int deep)
    {
        var page = parser.ParseDocument(reply.Text);
        // What a form led to is gone once it is taken back.
        foreach (var link in deep > 0 ? [] : page.QuerySelectorAll("a[href], iframe[src], img[src], link[href], script[src]").Select(link => link.GetAttribute("href") ?? link.GetAttribute("src")!))
            Follow(link, headers);
        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form[method=post]"))
            foreach (var filled in Form.Of(form, address, headers, world.Office.Setting.Zone.DayOf(world.Clock.GetUtcNow())))
            {
                var shot = filled.Post();
                var shape = $"{Shape(filled.Action)} {string.Join(',', filled.Fields.Select(field => field.Name).Distinct())} {shot.Type} {filled.Filled} {deep}";
                if (before.Contains(shape) || !posted.Add(shape) || (shapes[$"POST {Shape(filled.Action)}"] = shapes.GetValueOrDefault($"POST {Shape(filled.Action)}") + 1) > EachForm)
                    continue;
                var moment = world.Moment;
                var answered = await world.Send(shot);
                seeds.Add(shot, filled, answered);
                if (answered.Status < 400)
                    seeds.Known.Add(shape);
                if (posting && deep < 3 && answered.IsPage && answered.Status < 400)
                    await Read(answered, filled.Action, headers, posting, deep + 1);
                else if (posting && answered.Location.Length > 0 && deep < 2)
                {
                    var landed = await world.Send(Shot.Get(answered.Location, headers));
                    seeds.Add(Shot.Get(answered.Location, headers), null, landed);
                    if (landed.IsPage)
                        await Read(landed, answered.Location, headers, posting, deep + 1);
                }
                world.Rewind(moment);
            }
    }

    private void Follow(string link, IReadOnlyList<(string Name, string Value)> headers)
    {
        var address = link.Split('#')[0];
        if (address.StartsWith(FuzzWorld.Origin, StringComparison.Ordinal))
            address = address[FuzzWorld.Origin.Length..];
        if (!address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal) || seen.Contains($"{address} {Who(headers)}"))
            return;
        var shape = Shape(address) + Who(headers);
        seeds.Known.Add(shape);
        if ((shapes[shape] = shapes.GetValueOrDefault(shape) + 1) <= (before.Contains(shape) ? 1 : EachShape))
            ahead.Enqueue((address, headers));
    }

    private static string Who(IReadOnlyList<(string Name, string Value)> headers) => headers.Count == 0 ? "" : headers[0].Value[..Math.Min(16, headers[0].Value.Length)];

    private static string Shape(string address) => Variable().Replace(address, "/…");

    /// <summary>What stands for one among many: a segment with a digit or a dash, a value of a query.</summary>
    [GeneratedRegex("/[^/?]*[0-9-][^/?]*|=[^&]*")]
    private static partial Regex Variable();
}
