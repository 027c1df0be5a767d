using System.Globalization;
using Almanach.Bench;

// Almanach.Mailing CONNECTION RECIPIENTS [LOOPS]: measures mailings of one size; the other verbs are processes that it starts.
switch (args)
{
    case ["network", string connection, string recipients]:
        await EnlargedNetwork.Write(connection, Number(recipients));
        return 0;
    case ["host", string connection, string mail, string file, string hash, string count, string network, string scenario, string loops]:
        await MeasuredHost.Run(connection, mail, new([], file, hash, Number(count)), network == "account" ? null : network, scenario, Number(loops));
        return 0;
    case ["sendgrid", string scenario]:
        await FakeServer.Run(Scenario.Named(scenario));
        return 0;
    case [string connection, string recipients, .. var rest]:
        return await new Measurement(connection, Number(recipients), rest is [string some] ? Number(some) : 1).Run() ? 0 : 1;
    default:
        Console.Error.WriteLine("Almanach.Mailing CONNECTION RECIPIENTS [LOOPS]");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
