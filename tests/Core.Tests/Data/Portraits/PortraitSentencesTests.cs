using Almanach.Core.Data.Indicators;
using Almanach.Core.Data.Portraits;
using Almanach.Core.Data.Series;
using Almanach.Core.Data.Territories;

namespace Almanach.Core.Tests.Data.Portraits;

/// <summary>What a portrait says, sentence by sentence. Spaces that do not break are written as plain ones here.</summary>
public sealed class PortraitSentencesTests
{
    private static readonly PlaceWords Isere = PlaceWords.OfDepartment("Isère", "en Isère");

    private static readonly Indicator Poverty = new("taux", "d", "Taux de pauvreté", "%", IndicatorKind.Value, ["t"], "", Decimals: 1, Said: "le taux de pauvreté");

    private static readonly Indicator Share = new("part", "d", "Part", "%", IndicatorKind.Rate, ["t"], "", Decimals: 1, Said: "la part des ménages imposés");

    private static readonly Indicator Growth = new("evolution", "d", "Évolution", "%", IndicatorKind.Change, ["p"], "", Decimals: 1, Said: "l’évolution annuelle moyenne", Feminine: true);

    private static readonly Indicator People = new("population", "d", "Population", "habitants", IndicatorKind.Count, ["p"], "", Said: "la population");

    private static readonly Indicator Seekers = new("defm", "d", "Demandeurs", "personnes", IndicatorKind.Count, ["d"], "", Said: "les demandeurs d’emploi");

    private static readonly Indicator Income = new("revenu", "d", "Revenu médian", "euros par an", IndicatorKind.Value, ["r"], "", Said: "le revenu médian",
        Breaks: [new SeriesBreak("2018", "le calcul change.")]);

    [Theory]
    [InlineData(12.0, 13.1, 14.4, "En 2020, le taux de pauvreté est de 12,0 % en Isère : il est plus bas que dans la région (13,1 %) et qu’en France métropolitaine (14,4 %).")]
    [InlineData(14.0, 13.1, 14.4, "En 2020, le taux de pauvreté est de 14,0 % en Isère : il est plus élevé que dans la région (13,1 %), mais plus bas qu’en France métropolitaine (14,4 %).")]
    [InlineData(13.14, 13.1, 14.4, "En 2020, le taux de pauvreté est de 13,1 % en Isère : il est le même que dans la région et plus bas qu’en France métropolitaine (14,4 %).")] // alike as shown
    [InlineData(13.1, 13.1, 13.1, "En 2020, le taux de pauvreté est de 13,1 % en Isère : il est le même que dans la région et qu’en France métropolitaine.")]
    public void A_rate_is_held_against_region_and_France(double own, double region, double france, string said) =>
        Assert.Equal(said, Plain(PortraitSentences.Value(Facts(Poverty, own) with { Wider = [In("dans la région", region), In("en France métropolitaine", france)] })));

    [Theory]
    [InlineData("part", "En 2020, la part des ménages imposés est de 12,0 % en Isère : elle est plus basse que dans la région (13,1 %).")]
    [InlineData("evolution", "En 2020, l’évolution annuelle moyenne est de 12,0 % en Isère : elle est plus basse que dans la région (13,1 %).")]
    public void What_is_feminine_agrees(string indicator, string said) =>
        Assert.Equal(said, Plain(PortraitSentences.Value(Facts(indicator == "part" ? Share : Growth, 12.0) with { Wider = [In("dans la région", 13.1)] })));

    [Fact]
    public void A_count_is_a_share_of_the_region_and_never_compared() => Assert.Equal(
        "En 2020, l’Isère compte 1 271 166 habitants, soit 15,8 % du total de la région.",
        Plain(PortraitSentences.Value(Facts(People, 1_271_166) with { Wider = [In("dans la région", 8_042_936)], Whole = "de la région" })));

    [Fact]
    public void A_sum_that_lacks_parts_is_a_minimum() => Assert.Equal(
        "En 2020, l’Isère compte au moins 500 habitants : 3 communes n’ont pas de chiffre.",
        Plain(PortraitSentences.Value(Facts(People, 0) with { Now = new Figure(500, FigureState.Incomplete, 3) })));

    [Theory]
    [InlineData(FigureState.Secret, "En 2020, le chiffre du département est couvert par le secret statistique.")]
    [InlineData(FigureState.NotDisseminated, "En 2020, le chiffre du département est non diffusé par le producteur.")]
    [InlineData(FigureState.Withheld, "En 2020, le chiffre du département est masqué par la plate-forme, pour qu’un chiffre secret ne puisse être retrouvé.")]
    [InlineData(FigureState.OtherBounds, "En 2020, le chiffre du département n’est pas donné : le périmètre du territoire a changé depuis.")]
    [InlineData(FigureState.Absent, "Pour le taux de pauvreté, le chiffre du département n’est pas dans les données reçues.")]
    public void A_figure_that_is_hidden_or_missing_is_said_to_be(FigureState state, string said) =>
        Assert.Equal(said, Plain(PortraitSentences.Value(Facts(Poverty, 0) with { Now = new Figure(0, state) })));

    [Fact]
    public void A_median_is_never_summed_and_the_middle_of_its_parts_is_not_given_for_it() => Assert.Equal(
        "Pour le revenu médian, le chiffre du département n’est pas dans les données reçues, et il ne se déduit pas de ceux des communes. En 2020, le revenu médian atteint ou dépasse 22 000 euros par an dans la moitié des communes.",
        Plain(PortraitSentences.Value(Facts(Income, 0) with { Now = Figure.Absent, PartLevel = TerritoryLevel.Municipality, Parts = [Of("A", 20_000), Of("B", 22_000), Of("C", 25_000)] })));

    [Fact]
    public void Without_any_figure_the_file_is_awaited() => Assert.Equal(
        "Les demandeurs d’emploi : pas encore de chiffres. Fichiers attendus : CAF, MSA.",
        Plain(PortraitSentences.Value(Facts(Seekers, 0) with { Period = null, Producers = ["CAF", "MSA"] })));

    [Theory]
    [InlineData(1000, 1008, 990, 1000, "L’Isère a gagné 8 habitants en cinq ans, soit +0,2 % par an en moyenne, comme dans la région.")]
    [InlineData(1000, 990, 1000, 1010, "L’Isère a perdu 10 habitants en cinq ans, soit −0,2 % par an en moyenne, contre +0,2 % dans la région.")]
    [InlineData(1000, 1001, 1000, 1000, "L’Isère a gagné 1 habitant en cinq ans, soit 0,0 % par an en moyenne, comme dans la région.")]
    [InlineData(1000, 1000, 1000, 1010, "Ce nombre est le même qu’en 2015.")]
    public void People_are_gained_or_lost(int then, int now, int regionThen, int regionNow, string said) => Assert.Equal(said, Plain(PortraitSentences.Change(
        Facts(People, now) with { Since = "2015", Then = Figure.Of(then), Wider = [new Beside("dans la région", Figure.Of(regionNow), Figure.Of(regionThen))] })!));

    [Fact]
    public void Other_counts_are_more_or_fewer() => Assert.Equal(
        "C’est 120 de moins qu’en 2019, soit −10,7 %.",
        Plain(PortraitSentences.Change(Facts(Seekers, 1000) with { Since = "2019", Then = Figure.Of(1120) })!));

    [Theory]
    [InlineData("taux", 12.0, 11.5, "Depuis 2015, il a augmenté de 0,5 point (baisse de 0,3 point dans la région).")]
    [InlineData("taux", 9.0, 11.5, "Depuis 2015, il a baissé de 2,5 points (0,3 point dans la région).")]
    [InlineData("taux", 11.52, 11.5, "Il n’a guère changé depuis 2015.")]
    public void A_rate_moves_by_points(string indicator, double now, double then, string said) => Assert.Equal(said, Plain(PortraitSentences.Change(
        Facts(indicator == "taux" ? Poverty : Share, now) with { Since = "2015", Then = Number(then), Wider = [new Beside("dans la région", Number(13.0), Number(13.3))] })!));

    [Fact]
    public void Nothing_is_compared_across_a_break_and_the_break_is_told() => Assert.Equal(
        "Les chiffres d’avant 2018 ne se comparent pas à ceux d’après : le calcul change.",
        Plain(PortraitSentences.Change(Facts(Income, 23_000) with { Since = null, Break = Income.Breaks![0] })!));

    [Fact]
    public void After_a_break_the_change_since_it_is_said_with_the_break() => Assert.Equal(
        "Depuis 2018, il a augmenté de 4,5 %, en euros courants. Les chiffres d’avant 2018 ne se comparent pas à ceux d’après : le calcul change.",
        Plain(PortraitSentences.Change(Facts(Income, 23_000) with { Since = "2018", Then = Figure.Of(22_000), Break = Income.Breaks![0] })!));

    [Fact]
    public void Parts_go_from_the_lowest_to_the_highest_and_those_hidden_or_missing_are_named() => Assert.Equal(
        "Parmi les 2 EPCI dont le chiffre est connu, le taux de pauvreté va de 5,0 % (CC A) à 12,0 % (CA B). Le chiffre est couvert par le secret statistique pour la CC C. Il manque pour la CC D (absent des fichiers reçus).",
        Plain(PortraitSentences.Parts(Facts(Poverty, 9) with { Parts = [Of("CA B", 12), Of("CC A", 5), new Part("CC C", new Figure(0, FigureState.Secret), "la CC C"), new Part("CC D", Figure.Absent, "la CC D")] })!));

    [Fact]
    public void Parts_that_share_an_end_are_named_together_or_counted() => Assert.Equal(
        "Parmi les 6 EPCI, le taux de pauvreté va de 5,0 % (CC A et CC B) à 12,0 % (3 EPCI).",
        Plain(PortraitSentences.Parts(Facts(Poverty, 9) with { Parts = [Of("CC A", 5), Of("CC B", 5.04m), Of("CC C", 7), Of("CC D", 12), Of("CC E", 12), Of("CC F", 12)] })!));

    [Fact]
    public void The_part_that_counts_most_is_said_with_its_article() => Assert.Equal(
        "L’EPCI qui compte le plus d’habitants est la CA B (900) ; celui qui en compte le moins, la CC A (50).",
        Plain(PortraitSentences.Parts(Facts(People, 950) with { Parts = [Of("CC A", 50), Of("CA B", 900)] })!));

    [Fact]
    public void No_sentence_breaks_before_its_signs_or_units()
    {
        var facts = Facts(Poverty, 12.0) with { Wider = [In("dans la région", 13.1)], Since = "2015", Then = Number(11), Parts = [Of("CC A", 5), Of("CC B", 9)] };

        var all = string.Join(' ', PortraitSentences.Of(facts).Select(paragraph => paragraph.Text));

        Assert.DoesNotMatch("[\\w)»] [;:?!»%]|« ", all);
        Assert.Equal(["taux-valeur", "taux-evolution", "taux-territoires"], PortraitSentences.Of(facts).Select(paragraph => paragraph.Key));
    }

    private static IndicatorFacts Facts(Indicator indicator, double value) => new(
        indicator, Isere, "2020", Number(value), null, Figure.Absent, null, [], TerritoryLevel.Intercommunality, [], false, "", [], "du département");

    private static Figure Number(double value) => Figure.Of((decimal)value);

    private static Beside In(string where, double value) => new(where, Number(value), null);

    private static Part Of(string name, decimal value) => new(name, Figure.Of(value), FrenchPhrase.WithArticle(name));

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
