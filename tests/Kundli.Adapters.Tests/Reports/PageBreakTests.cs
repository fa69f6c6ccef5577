using CsCheck;
using Kundli.Adapters.Reports;
using Xunit;

namespace Kundli.Adapters.Tests.Reports;

/// <summary>How strips are divided into pages.</summary>
public sealed class PageBreakTests
{
    private const float Page = 700;

    // Lines of text with a title now and then, which must not be the last of its page.
    private static readonly Gen<List<Strip>> Texts = Gen.Select(Gen.Float[8, 260], Gen.Int[0, 9]).List[1, 120].Select(rows => rows.SelectMany(row => row.Item2 == 0
        ? new[] { Of(40, Cuts.Chapter), Of(row.Item1, Cuts.Never) }
        : [Of(row.Item1, Cuts.Block)]).ToList());

    [Fact]
    public void Every_page_holds_what_it_can_and_no_title_ends_one() => Texts.Sample(strips =>
    {
        var firsts = PageBreaks.Of(strips, Page, 1, 40);
        Assert.Equal(0, firsts[0]);
        Assert.Equal(firsts.Order(), firsts);
        var ends = firsts.Skip(1).Append(strips.Count).ToList();
        for (var page = 0; page < firsts.Count; page++)
        {
            Assert.InRange(Height(strips, firsts[page], ends[page]), 0, Page + 0.1);
            Assert.NotEqual(Cuts.Never, strips[firsts[page]].Cut);
        }
    }, iter: 200);

    [Fact]
    public void No_page_but_the_last_is_less_than_half_full() => Texts.Sample(strips =>
    {
        var firsts = PageBreaks.Of(strips, Page, 1, 40);
        for (var page = 0; page < firsts.Count - 1; page++)
            Assert.True(Height(strips, firsts[page], firsts[page + 1]) >= Page / 2);
    }, iter: 200);

    [Fact]
    public void A_table_is_moved_rather_than_torn_for_a_row()
    {
        Strip[] rows = [Of(450, Cuts.Chapter), Of(20, Cuts.Block), .. Enumerable.Range(0, 8).Select(_ => Of(30, Cuts.Never)), Of(300, Cuts.Block)];
        Assert.Equal([0, 1], PageBreaks.Of(rows, Page, 1, 20));
    }

    [Fact]
    public void A_thin_report_gives_its_chapters_pages_of_their_own()
    {
        var chapters = Enumerable.Range(0, 7).SelectMany(_ => new[] { Of(40, Cuts.Chapter), Of(380, Cuts.Never) }).ToList();
        Assert.Equal(7, PageBreaks.Of(chapters, Page, 7, 19).Count);
        Assert.Equal(Enumerable.Range(0, 7).Select(chapter => chapter * 2), PageBreaks.Of(chapters, Page, 7, 19));
    }

    [Fact]
    public void What_is_higher_than_a_page_stands_alone_on_one() => Assert.Equal([0, 1, 2], PageBreaks.Of([Of(400, Cuts.Chapter), Of(900, Cuts.Block), Of(400, Cuts.Block)], Page, 1, 20));

    private static double Height(IReadOnlyList<Strip> strips, int first, int end) => strips[first].HeightAtTop + strips.Skip(first + 1).Take(end - first - 1).Sum(strip => (double)strip.Above + strip.Height);

    private static Strip Of(float height, double cut) => new(height, (_, _) => { }) { Cut = cut };
}
