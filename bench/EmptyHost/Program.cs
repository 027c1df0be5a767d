// The least an ASP.NET host can be: what the start of `almanach serve` is measured against (bench/start.sh).
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapGet("/", () => Results.Content("<!doctype html><title>Empty</title>", "text/html"));
app.Run();
