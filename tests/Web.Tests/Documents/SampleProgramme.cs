using Almanach.Core.Documents;
using Almanach.Core.Platforms;

namespace Almanach.Web.Tests.Documents;

/// <summary>The work programme of 2022 as the platform published it (contact details invented): every kind of block.</summary>
public static class SampleProgramme
{
    public static readonly Brand Brand = new(
        "pfoss-ara", "PFOSS", "Plate-forme de l’observation sanitaire et sociale Auvergne-Rhône-Alpes",
        "#155a6e", "#8accdd", "04 65 71 00 53", "du lundi au jeudi", "coordination.pfoss@example.org");

    public static Document Document { get; } = new(
        "programme-2022",
        "Programme de travail 2022",
        "Validé par les membres du comité de pilotage, réunis en visioconférence le **mardi 14 décembre 2021**.",
        Brand,
        new DateTimeOffset(2021, 12, 20, 9, 0, 0, TimeSpan.Zero),
        [Introduction, Rencontres, Groupes, TableauDeBord, Communication]);

    private static Chapter Introduction => new("introduction", "Introduction", "Comment ce programme a été établi", false,
    [
        new Block.Paragraph("Le programme de travail de la plate-forme de l’observation sanitaire et sociale Auvergne-Rhône-Alpes pour l’année 2022 a été élaboré collectivement par ses membres."),
        new Block.Paragraph("Dans un premier temps, les membres du réseau ont été consultés afin de formuler leurs suggestions de thèmes de travail : c’est **la collecte des thèmes**. Ils ont pu exprimer leurs besoins de connaissances, suggérer des sujets pour les rencontres et se proposer d’y intervenir ou d’y inviter des partenaires extérieurs au réseau."),
        new Block.Paragraph("Dans un second temps, les membres du comité de pilotage ont retenu certaines thématiques, qui s’inspirent à la fois de celles non traitées en 2021 et des propositions nouvelles."),
        new Block.Paragraph("Pour plus d’informations, les documents suivants sont accessibles à l’ensemble des partenaires, dans l’espace membre :"),
        new Block.Bullets(
        [
            "**Bilan 2021 – Collecte des thèmes 2022**, document soumis aux membres du comité de pilotage en amont de leur réunion ;",
            "**Réunion du comité de pilotage 2021**, diaporama de la présentation du 14 décembre 2021 ;",
            "**Compte-rendu de réunion – Comité de pilotage 2021**, échanges et conclusions des membres réunis le 14 décembre 2021.",
        ]),
    ]);

    private static Chapter Rencontres => new("rencontres", "Les rencontres", "Journées d’échanges, ateliers, rencontres techniques, séminaire", true,
    [
        new Block.Heading(1, "Journées d’échanges", "journees"),
        new Block.Paragraph("Deux journées d’échanges seront programmées en 2022 et aborderont toutes deux les **conséquences sanitaires et socio-économiques de la crise du coronavirus**."),
        new Block.Table("Dates et lieux des journées d’échanges", ["Date", "Lieu", "État"],
        [
            ["Mardi 12 avril 2022", "Clermont-Ferrand", "à confirmer"],
            ["Mardi 14 juin 2022", "Lyon", "à confirmer"],
        ]),
        new Block.Paragraph("En fonction du contexte sanitaire, le format de ces rencontres sera amené à évoluer au profit de la visioconférence."),
        new Block.Contact("Pour toute suggestion"),
        new Block.Heading(1, "Ateliers", "ateliers"),
        new Block.Paragraph("Les thématiques suivantes pourront être abordées de façon privilégiée lors de nos ateliers en 2022 :"),
        new Block.Bullets(
        [
            "lier l’observation à l’action ;",
            "la méthodologie de l’enquête qualitative et la maîtrise d’usage dans l’observation ;",
            "l’observation participative, avec l’exemple des méthodes de type « baromètres » ;",
            "la méthode SPIRAL ;",
            "l’observatoire IMOPE (données du parc de logements) ;",
            "la récupération des données : conseils des producteurs pour les consulter, les télécharger et les entreposer ;",
            "les réseaux d’éducation prioritaire ;",
            "la mixité sociale à l’école.",
        ]),
        new Block.Paragraph("Les ateliers auront lieu en fonction de la disponibilité des intervenants, de préférence à distance."),
        new Block.Heading(1, "Rencontres techniques", "techniques"),
        new Block.Paragraph("De nouvelles rencontres techniques pourront être programmées en fonction des participants intéressés, de leur niveau d’engagement et de la disponibilité de la coordinatrice."),
        new Block.Heading(2, "Thématique retenue"),
        new Block.Paragraph("La visualisation des données."),
        new Block.Heading(2, "Consultation préalable"),
        new Block.Paragraph("L’ensemble des membres du réseau sera invité à se prononcer sur l’intérêt qu’ils portent à un tel rendez-vous et sur le temps qu’ils peuvent y consacrer."),
        new Block.Heading(1, "Séminaire", "seminaire"),
        new Block.Paragraph("Le prochain séminaire régional aura lieu courant 2023. Sa thématique n’est pas encore arrêtée. Une réunion extraordinaire du comité de pilotage en décidera le **mardi 27 septembre 2022**."),
        new Block.Contact("Une proposition ?"),
    ]);

    private static Chapter Groupes => new("groupes", "Les groupes de travail", "Conditions de lancement et cinq thèmes possibles", true,
    [
        new Block.Paragraph("La mise en place d’un nouveau groupe de travail est conditionnée par l’investissement actif des partenaires intéressés ainsi que par la disponibilité de la coordinatrice."),
        new Block.Notice("Priorité de l’année", "La priorité sera donnée aux journées d’échanges et aux ateliers, puis aux rencontres techniques le cas échéant."),
        new Block.Paragraph("Les thématiques suivantes pourraient être traitées dans le cadre d’un groupe de travail :"),
        new Block.Bullets(
        [
            "**les bénéficiaires du revenu de solidarité active** (suivi des allocataires, effets de la crise, conséquences de la réforme de l’assurance chômage) ;",
            "**les indicateurs de pauvreté et l’observation conjoncturelle** ;",
            "**les inégalités socio-territoriales** en milieu urbain dense et en milieu rural de faible densité ;",
            "**l’indicateur de fragilité numérique** ;",
            "**l’habitat des seniors**.",
        ]),
    ]);

    private static Chapter TableauDeBord => new("tableau-de-bord", "Le tableau de bord social", "Mise à jour des indicateurs, treize portraits départementaux", true,
    [
        new Block.Heading(1, "Mise à jour du tableau de bord social", "mise-a-jour"),
        new Block.Sheet("Mise à jour du tableau de bord social",
        [
            new("Maître d’œuvre", ["ORS Auvergne-Rhône-Alpes"]),
            new("Partenariats", ["Membres de la PFOSS, producteurs de données ou non, et partenaires extérieurs intéressés par le sujet"]),
            new("Objectifs", ["Mise à jour des indicateurs", "Travail sur les évolutions", "Cartographie des principaux indicateurs"]),
            new("Thèmes couverts", ["Indicateurs de contexte : population et évolution annuelle moyenne", "Bénéficiaires de minima sociaux : RSA, AAH, ASS…", "Demandeurs d’emploi en fin de mois", "Revenus disponibles par unité de consommation", "Foyers allocataires à bas revenus", "Allocataires des aides au logement", "Allocataires dépendants des prestations"]),
            new("Zone géographique", ["Selon la disponibilité des données : France métropolitaine, région, départements, arrondissements, cantons-ou-villes, bassins de vie, EPCI, bassins d’emploi et communes de 2 000 habitants ou plus"]),
            new("Méthodologie", ["Collecte des données auprès de tous les partenaires", "Calcul des indicateurs et constitution de la base de données", "Cartographies et statistiques descriptives"]),
            new("Valorisation", ["Mise à disposition des données sur le site de la PFOSS", "Mise en ligne de cartographies accompagnées des valeurs départementale, régionale et métropolitaine"]),
            new("Moyens et financements", ["À déterminer"]),
        ]),
        new Block.Heading(1, "Synthèses régionales et départementales", "syntheses"),
        new Block.Sheet("Synthèses régionales et départementales",
        [
            new("Maître d’œuvre", ["ORS Auvergne-Rhône-Alpes"]),
            new("Objectifs", ["À partir du tableau de bord social, production bisannuelle, alternativement d’une année sur l’autre :", "**13 portraits sociaux départementaux** (4 pages) proposant une analyse infra-départementale des indicateurs-clés et de leur évolution", "**1 portrait social régional**, fiche synthétique des valeurs des indicateurs-clés pour les 13 départements, la région et la France métropolitaine"]),
            new("Prévisionnel", ["Courant 2022 : publication des 13 portraits sociaux départementaux"]),
            new("Valorisation", ["Mise en ligne des documents produits sur le site de la PFOSS", "Diffusion large des documents produits"]),
            new("Moyens et financements", ["DREETS, par le poste de la coordinatrice"]),
        ]),
    ]);

    private static Chapter Communication => new("communication", "L’activité de communication", "Lettre d’informations, site internet, valorisation", true,
    [
        new Block.Heading(1, "Lettre d’informations", "lettre"),
        new Block.Sheet("Lettre d’informations",
        [
            new("Maître d’œuvre", ["Coordinatrice de la PFOSS"]),
            new("Partenariats", ["Comité éditorial collectif : partenaires de la PFOSS"]),
            new("Objectifs", ["Outil d’échanges et de communication au service de :", "la valorisation des travaux de la PFOSS", "la valorisation des travaux des membres", "la diffusion des actualités de la plate-forme, régionales et nationales"]),
            new("Calendrier", ["Publication trimestrielle et éditions spéciales le cas échéant"]),
        ]),
        new Block.Heading(1, "Site internet", "site"),
        new Block.Sheet("Site internet",
        [
            new("Maître d’œuvre", ["Coordinatrice de la PFOSS"]),
            new("Objectifs", ["La diffusion des actualités de la plate-forme", "La valorisation des travaux", "La diffusion de documents internes liés aux évènements et aux groupes de travail, sur un espace réservé aux partenaires"]),
        ]),
        new Block.Heading(1, "Calendrier de la lettre", "calendrier"),
        new Block.Table("Parutions prévues en 2022", ["Numéro", "Contributions avant le", "Parution"],
        [
            ["nº 1", "lundi 7 mars 2022", "fin mars 2022"],
            ["nº 2", "mardi 7 juin 2022", "fin juin 2022"],
            ["nº 3", "jeudi 8 septembre 2022", "fin septembre 2022"],
            ["nº 4", "jeudi 8 décembre 2022", "fin décembre 2022"],
        ], ShowCaption: true),
        new Block.Contact("Pour toute contribution"),
    ]);
}
