using Almanach.Local.Commands;
using Almanach.Web.Hosting;

// While the command line is being understood, a second processor readies the first page. What fails here fails there too, and is said there.
if (args is [] or ["serve", ..])
    _ = Task.Run(WarmUp.Drawing);
return await CommandLine.Run(args);
