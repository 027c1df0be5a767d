using System.Text.Json;
using Almanach.Core.Engine;
using Microsoft.AspNetCore.Http;

namespace Almanach.Web.Api;

/// <summary>What an endpoint of the API answers.</summary>
internal abstract record ApiAnswer
{
    private ApiAnswer() { }

    public abstract Task Write(HttpContext context);

    public static ApiAnswer Of<T>(T value) => new Value<T>(value);

    /// <summary>Done, or why not.</summary>
    public static ApiAnswer Of(Refusal? refusal) => refusal is null ? new Value<Done>(new Done()) : new Refused(refusal);

    /// <summary>Done, or why not, by the names of the JSON: the rules name the fields of the cockpit's forms.</summary>
    public static ApiAnswer Of(Refusal? refusal, IReadOnlyDictionary<string, string> names) => Of(refusal is null ? null : refusal with
    {
        Fields = [.. refusal.Fields.Select(error => error with { Field = names.GetValueOrDefault(error.Field, error.Field) })],
    });

    /// <summary>What was found, or a 404 that says what there is not.</summary>
    public static ApiAnswer Found<T>(T? value, string missing)
        where T : class => value is null ? new Refused(Refusal.Because(Why.Unknown, missing)) : new Value<T>(value);

    public static ApiAnswer Refuse(int status, string message) => new Error(status, new ErrorView(new ErrorText(message, [])));

    /// <summary>What was confirmed has changed since.</summary>
    /// <param name="hash">What is to be confirmed now.</param>
    public static ApiAnswer Changed(string message, string hash) => new Error(StatusCodes.Status409Conflict, new ErrorView(new ErrorText(message, []), hash));

    private sealed record Value<T>(T Content) : ApiAnswer
    {
        public override Task Write(HttpContext context) => Send(context, StatusCodes.Status200OK, Content);
    }

    /// <summary>A page to look at.</summary>
    public sealed record Page(byte[] Html) : ApiAnswer
    {
        public override Task Write(HttpContext context)
        {
            context.Response.ContentType = Layout.HtmlPages.ContentType;
            return context.Response.Body.WriteAsync(Html).AsTask();
        }
    }

    public sealed record Refused(Refusal Refusal) : ApiAnswer
    {
        public override Task Write(HttpContext context) =>
            Send(context, Status(Refusal.Why), new ErrorView(new ErrorText(Refusal.Message, Refusal.Fields)));

        private static int Status(Why why) => why switch
        {
            Why.Invalid => StatusCodes.Status400BadRequest,
            Why.Unknown => StatusCodes.Status404NotFound,
            Why.NotYetOpen or Why.Closed or Why.Changed or Why.NotNow => StatusCodes.Status409Conflict,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private sealed record Error(int Status, ErrorView View) : ApiAnswer
    {
        public override Task Write(HttpContext context) => Send(context, Status, View);
    }

    private static Task Send<T>(HttpContext context, int status, T value)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.Of<T>())).AsTask();
    }
}
