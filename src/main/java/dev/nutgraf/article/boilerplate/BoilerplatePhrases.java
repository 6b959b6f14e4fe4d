package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Block.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The fixed wordings of page furniture, each with the form in which it is furniture and not prose:
 * "Read more:" is a link, "Read more than one paper" is a sentence.
 */
public final class BoilerplatePhrases {
  /** The form that makes a wording furniture. */
  private enum Form {
    /** It opens a line or sentence, whatever follows. */
    OPENING,
    /** A colon, bar or arrow follows it. */
    LABEL,
    /** It is the whole line. */
    LINE
  }

  private record Phrase(String text, Form form, Role role) {}

  private static final int LETTERS = 26;

  /** By the first two characters: each one of a to z, or anything else. */
  private static final List<List<Phrase>> BY_OPENING = byOpening();

  private BoilerplatePhrases() {}

  private static List<List<Phrase>> byOpening() {
    List<List<Phrase>> phrases = new ArrayList<>();
    for (int i = 0; i < (LETTERS + 1) * (LETTERS + 1); i++) {
      phrases.add(new ArrayList<>());
    }
    put(
        phrases,
        Form.OPENING,
        Role.NAVIGATION,
        """
        click here to, click here for, click here!, click to expand, tap here to, sign up for our, \
        sign up to our, sign up here, sign up for the newsletter, sign up for free, \
        subscribe to our, subscribe now, subscribe to wired magazine, follow us on twitter, \
        follow us on facebook, follow us on instagram, follow us on linkedin, \
        follow us on youtube, follow us on whatsapp, follow us on telegram, \
        follow us on google, follow us on social, follow us on x, \
        follow me on twitter, follow @, like us on facebook, join us on facebook, \
        join our whatsapp, join our telegram, scroll down for, scroll down to watch, \
        scroll down to see, video scroll down, share this article, share this story, \
        share on facebook, share on twitter, share on whatsapp, e-mail to a friend, \
        email to a friend, download our app, story continues below, article continues below, \
        story continues after, this story continues below, view this post on instagram, \
        abonnez-vous à notre, inscrivez-vous à notre newsletter, suivez-nous sur, \
        cliquez ici pour, partager sur facebook, folgen sie uns auf, klicken sie hier, \
        abonnieren sie unseren, síguenos en, suscríbete a nuestro, haz clic aquí, siga-nos no, \
        clique aqui para, seguici su, iscriviti alla newsletter""");
    put(
        phrases,
        Form.LABEL,
        Role.NAVIGATION,
        """
        read more, read also, also read, read next, read this, read, more, more on this, \
        more on this story, watch, watch now, watch video, listen, see also, see more, related, \
        related story, related stories, related article, related articles, related news, \
        related topics, must read, further reading, recommended, recommended for you, \
        you may also like, don't miss, tags, topics, filed under, full story, lire aussi, \
        à lire aussi, lire également, à lire également, en savoir plus, voir aussi, \
        à voir aussi, sur le même sujet, lesen sie auch, lesen sie mehr, mehr zum thema, \
        siehe auch, lee también, lea también, leer más, te puede interesar, leia também, \
        leia mais, veja também, leggi anche, leggi tutto, lees ook, läs också, les også, læs også, \
        czytaj też, czytaj także, zobacz też, читайте также, читайте також, xem thêm, đọc thêm""");
    put(
        phrases,
        Form.LINE,
        Role.NAVIGATION,
        """
        advertisement, advertisements, advertising, ad, sponsored, sponsored content, promoted, \
        promoted content, ad closed by, share, share this, share this post, share this page, \
        share this video, print, email, tweet, comments, leave a comment, post a comment, \
        read more, continue reading, load more, show more, view more, see more, more stories, \
        more news, top stories, most read, most popular, most viewed, trending, trending now, \
        latest news, related, related articles, related stories, related news, related topics, \
        related posts, you may also like, recommended, recommended for you, \
        recommended stories, back to top, home, menu, search, log in, sign in, sign up, \
        subscribe, newsletter, next, previous, previous article, next article, previous post, \
        next post, skip ad, skip advertisement, skip to content, skip to main content, loading, \
        watch video, play video, view gallery, view comments, hide caption, toggle caption, \
        enlarge this image, also read, read also, see also, click here, anzeige, werbung, \
        teilen, mehr zum thema, publicité, partager, lire aussi, à lire aussi, \
        sur le même sujet, publicidad, compartir, publicidade, compartilhar, pubblicità, \
        condividi, reklama, advertentie, annonse, annons, реклама, xem thêm, quảng cáo""");
    put(
        phrases,
        Form.LABEL,
        Role.CREDIT,
        """
        image, images, image credit, image credits, image source, image courtesy, photo, photos, \
        photo credit, photo credits, photo courtesy, photograph, picture, pictures, \
        picture credit, pic, pic credit, credit, file photo, crédit photo, crédits photo, foto, \
        fotos, bild, bilder, bildquelle, ảnh, фото""");
    put(
        phrases,
        Form.OPENING,
        Role.CREDIT,
        """
        photo by, photos by, photograph by, photographs by, picture by, image by, image courtesy, \
        photo courtesy, ap photo, copyright ©, copyright (c), copyright 19, copyright 20, ©, \
        (c) 20, all rights reserved, this material may not be published, tous droits réservés, \
        alle rechte vorbehalten, todos los derechos reservados, \
        todos os direitos reservados, tutti i diritti riservati""");
    put(
        phrases,
        Form.LABEL,
        Role.DATE,
        """
        published, updated, last updated, last modified, posted, date, first published, created, \
        modified""");
    put(
        phrases,
        Form.LABEL,
        Role.BYLINE,
        "author, authors, auteur, auteurs, autor, autoren, autore, story by, words by, text by");
    put(phrases, Form.LINE, Role.BYLINE, "by");
    put(phrases, Form.OPENING, Role.POST, "a post shared by");
    return phrases.stream().map(List::copyOf).toList();
  }

  private static void put(List<List<Phrase>> phrases, Form form, Role role, String list) {
    for (String phrase : list.split(",\\s*", -1)) {
      phrases.get(bucket(phrase, 0)).add(new Phrase(phrase, form, role));
    }
  }

  private static int bucket(String text, int start) {
    int second = start + 1 < text.length() ? letter(text.charAt(start + 1)) : LETTERS;
    return letter(text.charAt(start)) * (LETTERS + 1) + second;
  }

  private static int letter(char c) {
    char lower = Character.toLowerCase(c);
    return lower >= 'a' && lower <= 'z' ? lower - 'a' : LETTERS;
  }

  /** The role of the furniture whose wording stands there; {@link Role#PARAGRAPH} for none. */
  static Role roleOf(String text, int start, int end) {
    if (start >= end) {
      return Role.PARAGRAPH;
    }
    for (Phrase phrase : BY_OPENING.get(bucket(text, start))) {
      int after = start + phrase.text.length();
      if (after <= end
          && text.regionMatches(true, start, phrase.text, 0, phrase.text.length())
          && fits(phrase, text, after, end)) {
        return phrase.role;
      }
    }
    return Role.PARAGRAPH;
  }

  private static boolean fits(Phrase phrase, String text, int after, int end) {
    return switch (phrase.form) {
      case OPENING ->
          after == end
              || !Character.isLetter(text.charAt(after))
              || !Character.isLetter(text.charAt(after - 1));
      case LABEL -> {
        int next = Boilerplate.skipSpace(text, after, end);
        yield next < end && ":|»›→►▶：".indexOf(text.charAt(next)) >= 0;
      }
      case LINE -> hasNoWord(text, after, end);
    };
  }

  static boolean hasNoWord(String text, int start, int end) {
    int at = start;
    while (at < end && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at == end;
  }

  /** The words of a list that commas separate. */
  public static Set<String> words(String list) {
    return Set.copyOf(List.of(list.split(",\\s*", -1)));
  }

  /** Lower case by rules that no locale changes. */
  static String lower(String text, int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
