using CommunityBusinessNetwork.Kernel.Thai;

namespace CommunityBusinessNetwork.Tests.Thai;

public sealed class ThaiDateParserTests
{
    [Theory]
    [InlineData("13/05/2563")]
    [InlineData("13-5-2563")]
    [InlineData("13.05.2563")]
    [InlineData("13 5 2563")]
    [InlineData("๑๓/๐๕/๒๕๖๓")]
    [InlineData("13 พฤษภาคม 2563")]
    [InlineData("๑๓ พฤษภาคม ๒๕๖๓")]
    [InlineData("13 พ.ค. 2563")]
    [InlineData("13พ.ค.2563")]
    [InlineData("13 พค 2563")]
    [InlineData("13-พ.ค.-2563")]
    [InlineData("  วันที่ 13 พฤษภาคม พ.ศ. 2563 ")]
    [InlineData("วันพุธที่ 13 พฤษภาคม 2563")]
    [InlineData("13 เดือนพฤษภาคม 2563")]
    [InlineData("2563-05-13")]
    public void Read_ADayOfTheBuddhistEra_IsUnderstood(string typed)
    {
        Assert.Equal(new(new DateOnly(2020, 5, 13), false, DateFault.None), ThaiDateParser.Read(typed));
    }

    [Theory]
    [InlineData("13/05/2020")]
    [InlineData("2020-05-13")]
    [InlineData("13 May 2020")]
    [InlineData("13 พ.ค. 2020")]
    public void Read_AYearOfTheCommonEra_IsUnderstoodAndAskedBack(string typed)
    {
        Assert.Equal(new(new DateOnly(2020, 5, 13), true, DateFault.None), ThaiDateParser.Read(typed));
    }

    [Fact]
    public void Read_EveryMonthByName_IsUnderstood()
    {
        for (var month = 1; month <= 12; month++)
        {
            DateOnly date = new(2020, month, 28);
            Assert.Equal(date, ThaiDateParser.Read(ThaiFormat.LongDate(date, Digits.Thai)).Date);
            Assert.Equal(date, ThaiDateParser.Read(ThaiFormat.ShortDate(date)).Date);
            Assert.Equal(date, ThaiDateParser.Read(EnglishFormat.LongDate(date)).Date);
        }
    }

    [Fact]
    public void Read_TheLeapDayOf2563_Exists()
    {
        Assert.Equal(new DateOnly(2020, 2, 29), ThaiDateParser.Read("29/02/2563").Date);
    }

    [Theory]
    [InlineData("", DateFault.Empty)]
    [InlineData("   ", DateFault.Empty)]
    [InlineData(null, DateFault.Empty)]
    [InlineData("13/05/63", DateFault.TwoDigitYear)]
    [InlineData("13 พ.ค. ๖๓", DateFault.TwoDigitYear)]
    [InlineData("29/02/2562", DateFault.NoSuchDay)]
    [InlineData("31/06/2563", DateFault.NoSuchDay)]
    [InlineData("01/13/2563", DateFault.NoSuchDay)]
    [InlineData("0/5/2563", DateFault.NoSuchDay)]
    [InlineData("13/05/1200", DateFault.Unreadable)]
    [InlineData("13/05/563", DateFault.Unreadable)]
    [InlineData("13052563", DateFault.Unreadable)]
    [InlineData("13 พฤษภา 2563", DateFault.Unreadable)]
    [InlineData("เมื่อวาน", DateFault.Unreadable)]
    public void Read_WhatIsNoDate_SaysWhy(string? typed, DateFault fault)
    {
        Assert.Equal(new(null, false, fault), ThaiDateParser.Read(typed));
        Assert.False(ThaiDateParser.TryParse(typed, out _));
    }

    [Theory]
    [InlineData("08:30")]
    [InlineData("08.30")]
    [InlineData("8.30")]
    [InlineData("๐๘.๓๐")]
    [InlineData("08.30 น.")]
    public void TryParseTime_UsualForms_AreUnderstood(string typed)
    {
        Assert.True(ThaiDateParser.TryParseTime(typed, out var time));
        Assert.Equal(new(8, 30), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("24.00")]
    [InlineData("8.60")]
    [InlineData("830")]
    public void TryParseTime_WhatIsNoTime_IsRefused(string typed)
    {
        Assert.False(ThaiDateParser.TryParseTime(typed, out _));
    }
}
