using System.Globalization;
using Almanach.Bench;

// Almanach.Smtp LETTERS ROUNDS PACE [PORT]: measures on a sink of ours that takes so many milliseconds for each letter, or on
// one that listens on a port already; the other verbs are processes that it starts.
switch (args)
{
    case ["sink", string pace]:
        await Sink.Run(TimeSpan.FromMilliseconds(Number(pace)));
        return 0;
    case ["mailer", string port, string letters]:
        await Sender.Mailer(Number(port), Number(letters));
        return 0;
    case ["bare", string port, string letters]:
        await Sender.Bare(Number(port), Number(letters), writes: false);
        return 0;
    case ["writing", string port, string letters]:
        await Sender.Bare(Number(port), Number(letters), writes: true);
        return 0;
    case [string letters, string rounds, string pace, .. var rest]:
        return await new Measurement(Number(letters), Number(rounds), Number(pace), rest is [string listening] ? Number(listening) : null).Run() ? 0 : 1;
    default:
        Console.Error.WriteLine("Almanach.Smtp LETTERS ROUNDS PACE [PORT]");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
