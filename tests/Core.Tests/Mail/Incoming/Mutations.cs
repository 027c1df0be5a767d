namespace Almanach.Core.Tests.Mail.Incoming;

/// <summary>Messages as they might arrive broken: bytes changed, lost, doubled, cut off, exchanged.</summary>
internal static class Mutations
{
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var i = random.Next(1, 6); i > 0 && bytes.Count > 8; i--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(1, Math.Min(200, bytes.Count - at) + 1);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    for (var j = at; j < at + length; j++)
                        bytes[j] = (byte)random.Next(256);
                    break;
                case 5:
                    bytes.RemoveAll(value => value == '\r');
                    break;
                case 6:
                    bytes.InsertRange(at, "\r\n--\r\n"u8.ToArray());
                    break;
            }
        }
        return [.. bytes];
    }
}
