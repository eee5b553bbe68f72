using System.Globalization;
using CommunityBusinessNetwork.Kernel.Data;
using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

public sealed class ThaiFormatTests
{
    private static readonly DateOnly LetterDay = new(2020, 5, 13);

    [Fact]
    public void Dates_OfTheLetter_AreInTheBuddhistEra()
    {
        Assert.Equal("๑๓ พฤษภาคม ๒๕๖๓", ThaiFormat.LongDate(LetterDay, Digits.Thai));
        Assert.Equal("13 พฤษภาคม 2563", ThaiFormat.LongDate(LetterDay));
        Assert.Equal("13 พ.ค. 2563", ThaiFormat.ShortDate(LetterDay));
        Assert.Equal("13/05/2563", ThaiFormat.NumericDate(LetterDay));
        Assert.Equal("วันที่ ๑๓ พฤษภาคม พ.ศ. ๒๕๖๓", ThaiFormat.FormalDate(LetterDay, Digits.Thai));
        Assert.Equal("วันพุธที่ 13 พฤษภาคม 2563", ThaiFormat.WeekdayDate(LetterDay));
        Assert.Equal("13 พฤษภาคม 2563 (2020)", ThaiFormat.Echo(LetterDay));
        Assert.Equal("มิถุนายน ๒๕๖๓", ThaiFormat.MonthYear(new(2020, 6, 30), Digits.Thai));
    }

    [Fact]
    public void Days_BelowTen_HaveNoLeadingZeroExceptInTables()
    {
        Assert.Equal("1 ม.ค. 2563", ThaiFormat.ShortDate(new(2020, 1, 1)));
        Assert.Equal("01/01/2563", ThaiFormat.NumericDate(new(2020, 1, 1)));
    }

    [Fact]
    public void Times_HaveAFullStopAndTwoDigitsOfHour()
    {
        Assert.Equal("๐๘.๓๐ - ๑๖.๓๐ น.", ThaiFormat.TimeRange(new(8, 30), new(16, 30), Digits.Thai));
    }

    [Fact]
    public void Instants_AreShownOnBangkoksClock()
    {
        DateTimeOffset lastSecond = new(2020, 5, 29, 16, 59, 59, TimeSpan.Zero);

        Assert.Equal("29 พ.ค. 2563 เวลา 23.59.59 น.", ThaiFormat.DateAndTimeToTheSecond(lastSecond));
        Assert.Equal("29 พ.ค. 2563 เวลา 23.59 น.", ThaiFormat.DateAndTime(lastSecond));
        Assert.Equal("29 May 2020, 23:59:59", EnglishFormat.DateAndTimeToTheSecond(lastSecond));
    }

    [Fact]
    public void Money_InALetter_HasSatangOnlyWhereThereAreSome()
    {
        Assert.Equal("๙๐,๐๐๐", ThaiFormat.Baht(Money.FromBaht(90_000m), Digits.Thai));
        Assert.Equal("90,000.25", ThaiFormat.Baht(Money.FromBaht(90_000.25m)));
        Assert.Equal("๙๐,๐๐๐.๐๐ บาท (เก้าหมื่นบาทถ้วน)", ThaiFormat.BahtWithWords(Money.FromBaht(90_000m), Digits.Thai));
    }

    [Theory]
    [InlineData("th", "13 พ.ค. 2563", "08.30 - 16.30 น.", "90,000.00 บาท", "2563")]
    [InlineData("en", "13 May 2020", "08:30–16:30", "90,000.00 baht", "2020")]
    public void Pages_AreWrittenInTheReadersLanguage(string language, string date, string times, string money, string year)
    {
        InLanguage(language, () =>
        {
            Assert.Equal(date, PageFormat.Date(LetterDay));
            Assert.Equal(times, PageFormat.TimeRange(new(8, 30), new(16, 30)));
            Assert.Equal(money, PageFormat.Baht(Money.FromBaht(90_000m)));
            Assert.Equal(year, PageFormat.Year(2563));
        });
    }

    [Fact]
    public void Formats_UnderAThaiCulture_AreTheSame()
    {
        var before = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
            Assert.Equal("13/05/2563", ThaiFormat.NumericDate(LetterDay));
            Assert.Equal("13 พ.ค. 2563", ThaiFormat.ShortDate(LetterDay));
            Assert.Equal("13 May 2020", EnglishFormat.ShortDate(LetterDay));
            Assert.Equal("13 พฤษภาคม 2563 (2020)", ThaiFormat.Echo(LetterDay));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void InLanguage(string language, Action check)
    {
        var before = CultureInfo.CurrentUICulture;

        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            check();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
