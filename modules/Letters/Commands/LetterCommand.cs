using System.Text;
using CommunityBusinessNetwork.Letters.Writing;

namespace CommunityBusinessNetwork.Letters.Commands;

/// <summary>
/// letter FIELDS.json --profile seed|corrected --format text|docx --output FILE:
/// writes a letter and its enclosure from a file, byte for byte the same each time. Without --output it goes to standard output.
/// </summary>
internal static class LetterCommand
{
    private const int Done = 0;
    private const int BadInput = 2;
    private const string Usage = "letter FIELDS.json --profile seed|corrected [--format text|docx] [--output FILE]";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var asked = Arguments.Parse(args);
        return asked.Fault is null ? await WriteAsync(asked, output, error) : await RefuseAsync(error, asked.Fault);
    }

    private static async Task<int> WriteAsync(Arguments asked, TextWriter output, TextWriter error)
    {
        string json;

        try
        {
            json = await File.ReadAllTextAsync(asked.FieldsFile);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(error, $"{asked.FieldsFile}: cannot be read");
        }

        var read = LetterFieldsFile.Read(json);

        if (read.Fields is null)
        {
            return await RefuseAsync(error, $"{asked.FieldsFile}: {string.Join("; ", read.Faults)}");
        }

        try
        {
            await PutAsync(asked, LetterComposer.Compose(read.Fields, asked.Wording), output);
            return Done;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync(error, $"{asked.OutputFile}: cannot be written");
        }
    }

    private static async Task PutAsync(Arguments asked, LetterSheet sheet, TextWriter output)
    {
        if (asked.Format == "docx")
        {
            await using var file = asked.OutputFile is null ? Console.OpenStandardOutput() : File.Create(asked.OutputFile);
            await file.WriteAsync(LetterDocx.Write(sheet));
        }
        else if (asked.OutputFile is null)
        {
            await output.WriteAsync(LetterText.Write(sheet, asked.Wording));
            await output.FlushAsync();
        }
        else
        {
            await File.WriteAllTextAsync(asked.OutputFile, LetterText.Write(sheet, asked.Wording), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    private static async Task<int> RefuseAsync(TextWriter error, string fault)
    {
        await error.WriteLineAsync($"letter: {fault}");
        return BadInput;
    }

    private sealed record Arguments(string FieldsFile, Wording Wording, string Format, string? OutputFile, string? Fault)
    {
        public static Arguments Parse(string[] args)
        {
            string? fields = null, output = null;
            var profile = "corrected";
            var format = "text";

            for (var at = 0; at < args.Length; at++)
            {
                if (args[at] is not ("--profile" or "--format" or "--output"))
                {
                    if (fields is not null || args[at].StartsWith('-'))
                    {
                        return Bad($"what is {args[at]}? {Usage}");
                    }

                    fields = args[at];
                    continue;
                }

                if (at + 1 == args.Length)
                {
                    return Bad($"{args[at]} wants a value. {Usage}");
                }

                switch (args[at])
                {
                    case "--profile":
                        profile = args[++at];
                        break;
                    case "--format":
                        format = args[++at];
                        break;
                    default:
                        output = args[++at];
                        break;
                }
            }

            return (fields, Wording.Find(profile), format) switch
            {
                (null, _, _) => Bad(Usage),
                (_, null, _) => Bad($"no profile {profile}: seed or corrected"),
                (_, _, not ("text" or "docx")) => Bad($"no format {format}: text or docx"),
                ({ } file, { } wording, _) => new(file, wording, format, output, null),
            };
        }

        private static Arguments Bad(string fault) => new("", Wording.Corrected, "", null, fault);
    }
}
