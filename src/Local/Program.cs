using Almanach.Local.Commands;

return await CommandLine.Build().Parse(args).InvokeAsync();
