using CommunityBusinessNetwork.Letters.Commands;

namespace CommunityBusinessNetwork.Tests.Letters;

public sealed class LetterCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("letter").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("letter_fields.json", "seed", "seed-letter.txt")]
    [InlineData("letter_fields_corrected.json", "corrected", "corrected-letter.txt")]
    public async Task Letter_OfTheSeed_IsWrittenByteForByte(string fields, string profile, string expected)
    {
        var file = Path.Combine(_folder, "letter.txt");

        Assert.Equal(0, await RunAsync(LetterFixture.PathOf(fields), "--profile", profile, "--format", "text", "--output", file));
        Assert.Equal(await File.ReadAllBytesAsync(LetterFixture.PathOf(expected)), await File.ReadAllBytesAsync(file));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task Letter_WithoutAnOutputFile_GoesToStandardOutputAndNothingElseDoes()
    {
        Assert.Equal(0, await RunAsync(LetterFixture.PathOf("letter_fields.json"), "--profile", "seed"));
        Assert.Equal(await File.ReadAllTextAsync(LetterFixture.PathOf("seed-letter.txt")), _output.ToString());
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task Letter_AsDocx_IsAWordFile()
    {
        var file = Path.Combine(_folder, "letter.docx");

        Assert.Equal(0, await RunAsync(LetterFixture.PathOf("letter_fields.json"), "--profile", "corrected", "--format", "docx", "--output", file));
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(file))[..2]);
    }

    [Fact]
    public async Task Letter_WithUnknownProperties_LeavesThemAlone()
    {
        var fields = LetterFixture.Fields();
        fields.Letter()["colour"] = "blue";

        Assert.Equal(0, await RunAsync(Written(fields.ToJsonString()), "--profile", "corrected"));
        Assert.Equal(await File.ReadAllTextAsync(LetterFixture.PathOf("corrected-letter.txt")), _output.ToString());
    }

    [Fact]
    public async Task Letter_WithMissingFields_NamesEachWithItsPathAndWritesNothing()
    {
        var fields = LetterFixture.Fields();
        fields.Letter().Remove("subject");
        fields.Letter()["signerName"] = "";
        fields.Programme()["tiers"]![1]!.AsObject().Remove("award");
        var target = Path.Combine(_folder, "out.txt");

        await RefusedAsync("letter.subject: missing; letter.signerName: missing; programme.tiers[1].award: missing", Written(fields.ToJsonString()), "--output", target);
        Assert.False(File.Exists(target));
    }

    [Theory]
    [InlineData("eventDate", "22 May", "letter.eventDate: not a date like 2020-05-13")]
    [InlineData("eventDate", "2020-02-30", "letter.eventDate: not a date like 2020-05-13")]
    [InlineData("eventStart", "25:00", "letter.eventStart: not a time like 08:30")]
    [InlineData("moo", "six", "letter.moo: not a whole number")]
    [InlineData("isCircular", "yes", "letter.isCircular: neither true nor false")]
    public async Task Letter_WithAFieldOfTheWrongKind_SaysWhich(string name, string value, string fault)
    {
        var fields = LetterFixture.Fields();
        fields.Letter()[name] = value;

        await RefusedAsync(fault, Written(fields.ToJsonString()), "--profile", "seed");
    }

    [Fact]
    public async Task Letter_FromAFileThatIsNoLetter_SaysWhy()
    {
        await RefusedAsync("cannot be read", Path.Combine(_folder, "nowhere.json"), "--profile", "seed");
        await RefusedAsync("no JSON at line 1", Written("ที่ นค"), "--profile", "seed");
        await RefusedAsync("letter: missing", Written("[]"), "--profile", "seed");
    }

    [Fact]
    public async Task Letter_AskedForWrongly_SaysWhatThereIs()
    {
        var fields = LetterFixture.PathOf("letter_fields.json");

        await RefusedAsync("no profile better: seed or corrected", fields, "--profile", "better");
        await RefusedAsync("no format pdf: text or docx", fields, "--profile", "seed", "--format", "pdf");
        await RefusedAsync("--output wants a value", fields, "--profile", "seed", "--output");
        await RefusedAsync("letter FIELDS.json --profile", []);
        await RefusedAsync("what is --loud?", fields, "--loud");
        await RefusedAsync("cannot be written", fields, "--output", Path.Combine(_folder, "no", "such", "folder.txt"));
    }

    private async Task RefusedAsync(string reason, params string[] args)
    {
        _error.GetStringBuilder().Clear();

        Assert.Equal(2, await RunAsync(args));
        Assert.Contains(reason, _error.ToString(), StringComparison.Ordinal);
        Assert.Single(_error.ToString().TrimEnd().Split('\n'));
        Assert.Equal("", _output.ToString());
    }

    private Task<int> RunAsync(params string[] args) => LetterCommand.RunAsync(args, _output, _error);

    private string Written(string json)
    {
        var file = Path.Combine(_folder, "fields.json");
        File.WriteAllText(file, json);
        return file;
    }
}
