namespace Almanach.Local.Tests.Rehearsal;

/// <summary>The programme that the rehearsal draws up holds what the platform's own programme of 2022 holds.</summary>
[Collection(RehearsedYear.Name)]
public sealed class ProgrammeOf2022Tests(RehearsedYear year)
{
    [Theory]
    // How it was made.
    [InlineData("Adopté par le comité de pilotage, réuni en visioconférence le mardi 14 décembre 2021")] // introduction: the committee and its day
    [InlineData("c’est la collecte des thèmes")] // introduction: the members were consulted
    [InlineData("parmi celles non traitées en 2021 et les propositions nouvelles")] // introduction: where the themes come from
    [InlineData("Bilan 2021 – Collecte des thèmes 2022")] // introduction: first document of the members’ area
    [InlineData("Compte-rendu – Comité de pilotage du mardi 14 décembre 2021")] // introduction: the minutes
    // Part 1.
    [InlineData("1. Les rencontres")] // first part
    [InlineData("Deux journées d’échanges sont prévues en 2022, sur un même sujet : les conséquences sanitaires et socio-économiques de la crise du coronavirus")] // one subject for both
    [InlineData("sous réserve de confirmation")] // condition of both dates
    [InlineData("Mardi 12 avril 2022 à Clermont-Ferrand")] // first date and place
    [InlineData("Mardi 14 juin 2022 à Lyon")] // second date and place
    [InlineData("N.B. : En fonction du contexte sanitaire, le format de ces rencontres sera amené à évoluer au profit de la visioconférence")] // condition of the journées
    [InlineData("invités à intervenir au cours de ces rendez-vous")] // partners may speak and suggest others
    [InlineData("Lier l’observation à l’action")] // atelier 1
    [InlineData("La méthodologie de l’enquête qualitative et la maîtrise d’usage dans l’observation")] // atelier 2
    [InlineData("L’observation participative avec l’exemple des méthodes de type « baromètres »")] // atelier 3
    [InlineData("Présentation de la méthode SPIRAL")] // atelier 4
    [InlineData("Présentation de l’observatoire IMOPE (données du parc de logement)")] // atelier 5
    [InlineData("Récupération des données : conseils et recommandations des producteurs de données pour consulter, télécharger et entreposer leurs données")] // atelier 6
    [InlineData("Les réseaux d’éducation prioritaire")] // atelier 7
    [InlineData("La mixité sociale à l’école")] // atelier 8
    [InlineData("Les ateliers auront lieu en fonction de la disponibilité des intervenants")] // condition of the ateliers
    [InlineData("préférentiellement au format numérique")] // their format
    [InlineData("La visualisation des données")] // theme of the rencontres techniques
    [InlineData("CARTO DEFIS de 2019")] // the last one held
    [InlineData("en fonction des participants intéressés, de leur niveau d’engagement et de la disponibilité de la coordinatrice")] // their condition
    [InlineData("La priorité sera cependant donnée à l’organisation et la tenue des rencontres traditionnelles de la PFOSS (journées d’échanges et ateliers)")] // their priority
    [InlineData("l’ensemble des membres du réseau sera invité à se prononcer sur l’intérêt qu’ils portent à un tel rendez-vous")] // asked first
    [InlineData("courant 2023")] // the séminaire
    [InlineData("thématique non encore arrêtée")] // its theme
    [InlineData("une réunion extraordinaire des membres du comité de pilotage sera proposée le mardi 27 septembre 2022")] // who settles it, and when
    // Part 2.
    [InlineData("2. Groupes de travail")] // second part
    [InlineData("une consultation par mail des membres du réseau sera organisée par la PFOSS")] // how a group is chosen
    [InlineData("ouverte à tous les partenaires de la plate-forme - sera planifiée par le ou les partenaires volontaires pour piloter le groupe")] // the launch
    [InlineData("Rappel : Cette année, la priorité sera donnée aux journées d’échanges et aux ateliers (rencontres classiques de la plate-forme) puis aux rencontres techniques le cas échéant")] // order of priority
    [InlineData("Les bénéficiaires du Revenu de Solidarité Active (suivi des allocataires du RSA, impact de la crise sur le public BRSA, conséquences de la réforme de l’assurance chômage sur le volume et le profil des BRSA...)")] // group 1 and its note
    [InlineData("Les indicateurs de pauvreté et l’observation conjoncturelle (comment déterminer et étudier les profils de population les plus touchés par la pauvreté/précarité et/ou par les conséquences de la crise sanitaire ; quelles pistes explorer pour être réactif et venir éclairer les prises de décision en temps de crise...)")] // group 2 and its note
    [InlineData("Les inégalités socio-territoriales en milieu dense urbain et en milieu rural de faible densité")] // group 3
    [InlineData("L’indicateur de fragilité numérique")] // group 4
    [InlineData("L’habitat des seniors")] // group 5
    [InlineData("Les groupes de travail échappent au calendrier annuel")] // first remark
    [InlineData("Les 2 premiers sujets cités ci-dessus pourraient également faire l’objet d’interventions et/ou de temps de discussions à l’occasion des journées d’échanges")] // second remark
    // Part 3.
    [InlineData("3. Tableau de bord social")] // third part
    [InlineData("Membres de la PFOSS producteurs de données ou non et partenaires extérieurs intéressés par le sujet")] // partners of the dashboard
    [InlineData("Indicateurs de contexte : population et évolution annuelle moyenne")] // indicators 1
    [InlineData("Bénéficiaires de minima sociaux : RSA, AAH, ASS, minimum vieillesse")] // indicators 2
    [InlineData("Demandeurs d’emploi en fin de mois")] // indicators 3
    [InlineData("Revenus disponibles par unité de consommation")] // indicators 4
    [InlineData("Foyers allocataires à bas revenus")] // indicators 5
    [InlineData("Allocataires des aides au logement")] // indicators 6
    [InlineData("Allocataires dépendants des prestations")] // indicators 7
    [InlineData("France métropolitaine, région Auvergne-Rhône-Alpes, départements, arrondissements, cantons-ou-ville, bassins de vie, EPCI, bassins d’emploi et communes de 2000 habitants ou plus")] // nine levels
    [InlineData("Calculs des indicateurs et constitution de la base de données")] // method
    [InlineData("Mise en ligne de cartographies accompagnées des valeurs départementale, régionale et métropolitaine des indicateurs")] // deliverable: maps
    [InlineData("À déterminer")] // means
    [InlineData("13 portraits sociaux départementaux proposant une analyse infra-départementale")] // deliverable: portraits
    [InlineData("Courant 2022 : publication des 13 portraits sociaux départementaux")] // the year it is
    [InlineData("DREETS via le poste de la coordinatrice PFOSS")] // who pays
    // Part 4.
    [InlineData("4. Activité de communication")] // fourth part
    [InlineData("Comité éditorial collectif : partenaires de la PFOSS")] // the newsletter’s committee
    [InlineData("Publication trimestrielle et éditions spéciales le cas échéant")] // its rhythm
    [InlineData("sur un espace réservé aux partenaires de la PFOSS")] // the site’s reserved area
    [InlineData("Assurer la vie de la PFOSS et le dynamisme du réseau")] // valorisation
    public void The_programme_says_what_the_real_one_says(string expected)
    {
        var programme = year.Read("programme-2022-v1");

        Assert.Contains(expected, programme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journées d’échanges")] // « Pour toute suggestion : contactez-nous. »
    [InlineData("ateliers")] // « Pour toute suggestion relative aux ateliers, n’hésitez pas … »
    [InlineData("rencontres techniques")] // idem
    [InlineData("séminaires")] // « n’hésitez pas à nous soumettre vos propositions »
    [InlineData("groupes de travail")] // « Pour toute suggestion relative aux groupes de travail »
    public void Each_kind_of_meeting_ends_with_whom_to_call(string kind)
    {
        var programme = year.Read("programme-2022-v1");

        Assert.Contains($"Pour toute suggestion relative aux {kind}, la coordination vous répond au 04 73 98 75 53", programme, StringComparison.Ordinal);
    }

    [Fact]
    public void Themes_stand_in_the_order_in_which_the_committee_chose_them()
    {
        var programme = year.Read("programme-2022-v1");
        string[] order = ["Lier l’observation à l’action", "Présentation de la méthode SPIRAL", "La mixité sociale à l’école",
            "Les bénéficiaires du Revenu de Solidarité Active", "Les indicateurs de pauvreté", "L’habitat des seniors"];

        var places = order.Select(title => programme.IndexOf(title, StringComparison.Ordinal)).ToList();

        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("programme-2022-v1")]
    [InlineData("bilan-collecte-2022-v1")]
    [InlineData("compte-rendu-2022-copil-v1")]
    [InlineData("bilan-2022-v1")]
    public void No_document_shows_an_unfilled_word_or_an_id(string document)
    {
        var text = year.Read(document);

        Assert.DoesNotContain('[', text);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        foreach (var id in year.Summary.Programme.Select(action => action.Id).Where(id => id.Contains('-', StringComparison.Ordinal)))
            Assert.DoesNotContain(id, text, StringComparison.Ordinal);
    }
}
