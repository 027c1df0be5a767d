using Almanach.Local.Commands;

return await CommandLine.Run(args);
