using CommunityBusinessNetwork.Kernel.Forms;
using Microsoft.AspNetCore.Http;

namespace CommunityBusinessNetwork.Tests.Forms;

public sealed class PagingTests
{
    [Theory]
    [InlineData(1, 120, 1, 0, 1, 50)]
    [InlineData(3, 120, 3, 100, 101, 120)]
    [InlineData(99, 120, 3, 100, 101, 120)]
    [InlineData(-4, 120, 1, 0, 1, 50)]
    [InlineData(1, 0, 1, 0, 0, 0)]
    public void Paging_AnyNumber_StaysInTheList(int asked, int total, int page, int skip, int first, int last)
    {
        Paging paging = new(asked, 50, total);

        Assert.Equal((page, skip, first, last), (paging.Page, paging.Skip, paging.First, paging.Last));
    }

    [Theory]
    [InlineData("?page=2", 2)]
    [InlineData("?page=%E0%B9%92", 2)]
    [InlineData("?page=x", 1)]
    [InlineData("?page=2&page=3", 1)]
    [InlineData("", 1)]
    public void Of_AQuery_ReadsThaiDigitsAndShrugsAtTheRest(string query, int page)
    {
        DefaultHttpContext http = new();
        http.Request.QueryString = new(query);

        Assert.Equal(page, Paging.Of(http.Request, total: 200).Page);
    }
}
