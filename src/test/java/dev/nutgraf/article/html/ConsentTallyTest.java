package dev.nutgraf.article.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentTallyTest {
  private static final String FERRY =
      "The ferry to the island left the harbor an hour late on Monday, after engineers had"
          + " replaced a pump that failed during the night crossing.";

  /** The longest line of the dialogs below is longer than the story. */
  private static final String STORY =
      "<div class=txt><h1>Ferry leaves late</h1><p>" + FERRY + "</p></div>";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>We and our 842 partners store and access information on your device, such as cookies,"
            + " to show personalized ads and to measure how they are seen.</p><p>With your"
            + " permission we may use precise location data. You can change your mind at any time"
            + " at the bottom of every page, and the partners are told within a day.</p>"
            + "<button>Accept</button>",
        "<p>Subscribe to continue reading. Already a subscriber? <a href=/login>Log in</a></p><p>"
            + "Get unlimited access to every story, the archive back to 1902 and the crossword for"
            + " one dollar a week in the first year. Cancel anytime.</p>",
        "<h2>Ihre Privatsphäre</h2><p>Wir und unsere 211 Partner speichern Informationen auf Ihrem"
            + " Gerät und greifen darauf zu, um Anzeigen und Inhalte auszuwählen und zu messen, wie"
            + " sie ankommen. Sie können Ihre Einwilligung jederzeit am Ende der Seite"
            + " widerrufen.</p><form><input type=submit value=Zustimmen></form>",
        "<div><p>Um diesen Artikel zu lesen, brauchen Sie ein Abo. Jetzt testen und vier Wochen lang"
            + " alle Texte der Redaktion für einen Euro lesen, danach monatlich kündbar.</p></div>"
            + "<div><p>Sie haben bereits ein Abo? <a href=/konto>Melden Sie sich an</a></p></div>",
        "<p>Nous et nos 530 partenaires stockons des informations sur votre appareil pour vous"
            + " proposer des publicités et en mesurer l’audience. Vous pouvez retirer votre"
            + " consentement à tout moment en bas de page.</p><a href=#ok>Tout accepter</a>",
        "<p>Il vous reste 78 % de cet article à lire. La suite est réservée à ceux qui nous"
            + " soutiennent depuis le premier numéro. Déjà abonné ? <a href=/compte>Connectez-vous"
            + "</a></p><p>Abonnez-vous dès 1 € par mois pendant trois mois, sans engagement.</p>",
        "<p>Nosotros y nuestros 300 socios guardamos información en tu dispositivo para mostrar"
            + " anuncios y medir su alcance. Puedes cambiar o retirar tu consentimiento cuando"
            + " quieras desde el pie de página.</p><button>Aceptar</button>",
        "<h2>Your privacy, your choice</h2><p>This site and its 311 partners use cookies to store"
            + " data on your device and to read it, so that we can show ads that fit you and count"
            + " visits. You decide, and you can come back to this whenever you like.</p><button>OK"
            + "</button>",
        "<p>Weiterlesen mit dem Digitalabo</p><p>Lesen Sie alle Artikel und unterstützen Sie die"
            + " Redaktion, den ersten Monat für nur einen Euro, danach für zehn Euro im Monat,"
            + " auf jedem Gerät und ohne Laufzeit.</p><p>Schon ein Konto? <a href=/l>Einloggen</a>",
        "<p>Article réservé aux abonnés</p><p>Pour lire cet article et tous les autres, choisissez"
            + " la formule qui vous convient : le premier mois coûte un euro, puis dix euros par"
            + " mois, et vous partez quand vous voulez.</p><a href=/abo>Je m’abonne</a>",
        "<p>Hazte suscriptor para leer este artículo y todos los demás sin límite, en la web y en"
            + " la aplicación, por un euro el primer mes y nueve euros después de ese mes.</p><p>¿Ya"
            + " tienes una suscripción? <a href=/e>Entrar</a></p>",
        "<p>Para seguir leyendo, suscríbete por 1 euro al mes durante el primer año y lee todas las"
            + " noticias, los análisis y las entrevistas de la redacción sin límite.</p><p>¿Ya eres"
            + " suscriptor? <a href=/entrar>Inicia sesión</a></p>"
      })
  void aDialogIsNotTheArticleWhateverItsClassNames(String dialog) {
    String box = "<div class=box>" + dialog + "</div>";
    assertEquals(FERRY, read(STORY + box));
    assertEquals(FERRY, read("<div class=wrap>" + box + "</div>" + STORY));
  }

  @Test
  void aDialogBesideTheParagraphsOfAStoryLeavesThem() {
    assertEquals(
        FERRY,
        read(
            "<div><h1>Ferry leaves late</h1><p>%s</p><div>%s<a href=/s>Subscribe</a></div></div>"
                .formatted(
                    FERRY,
                    "<p>Subscribe to continue reading. Already a subscriber? Then you know what a"
                        + " morning without us is like, and so do we after all these years.</p>")));
  }

  @Test
  void aReportAboutCookiesStays() {
    String report =
        "The court found that the company and its partners stored information on the devices of"
            + " users without their consent, and fined it two million euros on Monday.";
    String quotation =
        "Its notice read \"We and our partners use cookies\", but whoever chose to refuse had to"
            + " click through nine pages, the judges wrote, while consent took a single click."
            + " The company, which runs forty sites, says that it has changed the notice since.";
    assertEquals(
        report + "\n\n" + quotation,
        read("<div><p>%s</p><p>%s <a href=/ruling>Ruling</a></p></div>"
                .formatted(report, quotation))
            .replace(" Ruling", ""));
  }

  @Test
  void aReportAboutSubscriptionsStays() {
    String report =
        "The newspaper will ask readers to subscribe from June on, its publisher said on Monday:"
            + " five stories a month stay free, and subscribers get everything for ten euros.";
    assertEquals(
        report,
        read(
            "<div><p>%s</p></div><div class=b><a href=/1>Weather</a><a href=/2>Tides</a></div>"
                .formatted(report)));
  }

  @Test
  void aPageWithNothingButADialogKeepsIt() {
    String dialog =
        "We and our partners store information on your device, such as cookies, and you can change"
            + " your mind at any time at the bottom of every page of this site.";
    assertEquals(dialog, read("<div><p>" + dialog + "</p><button>Accept</button></div>"));
  }

  @Test
  void aTextWithoutAnythingToClickIsNotADialog() {
    ConsentTally tally = new ConsentTally();
    tally.countLine("We and our partners use cookies. You can change your mind at any time.", 70);
    assertFalse(tally.isRequest());
    tally.countControl();
    assertTrue(tally.isRequest());
  }

  @Test
  void aPhraseCountsAtTheStartOfAWordOnly() {
    assertEquals(1, ConsentPhrases.count("Why we use cookies"));
    assertEquals(0, ConsentPhrases.count("Xwe use cookies"));
    assertEquals(2, ConsentPhrases.count("¿Ya eres suscriptor? Inicia sesión!"));
    assertEquals(0, ConsentPhrases.count("a"));
  }

  @Test
  void aPhraseWithCapitalsCountsAsWritten() {
    assertEquals(1, ConsentPhrases.count("Wir fragen, ob Sie Ihre Einwilligung geben"));
    assertEquals(0, ConsentPhrases.count("Die Kammer gab ihre Einwilligung"));
  }

  private static String read(String body) {
    return HtmlArticle.read(Jsoup.parse(body).outerHtml()).text();
  }
}
