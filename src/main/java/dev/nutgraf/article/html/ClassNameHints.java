package dev.nutgraf.article.html;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds hints about the part that an element has in a page, in the words of its class names and id.
 *
 * <p>A name is split into words at hyphens, underscores and capitals ({@code shareBar}). Words that
 * are written together count if the rest is a word of page structure ({@code sharebar}). The name
 * is then read like an English compound, whose last words say what the element is:
 *
 * <ul>
 *   <li>After a hint, only other hints and words of page structure may follow: {@code cookie-box}
 *       is a consent dialog, {@code cookie-recipe} is a recipe. A few words are hints whatever
 *       follows.
 *   <li>Before a hint, a word that states a property turns it off: {@code has-comments}, {@code
 *       tag-newsletter} and {@code type-comment} describe an article.
 * </ul>
 *
 * <p>A hint alone never decides: {@link MainContent} drops a hinted region only up to a share of
 * the page's prose. The idea and the first words come from arc90's Readability; the others from 158
 * development pages. An instance serves one page and remembers the names that it has seen.
 */
final class ClassNameHints {
  /** What a name hints at. */
  enum Hint {
    /** Readers' comments, which may hold more prose than the article. */
    COMMENTS,
    /** A dialog that asks for consent or money, which may be longer than the article. */
    DIALOG,
    /** Parts around an article: navigation, teasers, advertising. */
    SURROUNDINGS,
    /** Small parts within an article; some sites name the article itself so. */
    BOILERPLATE,
    /** Captions and picture credits. */
    CAPTION
  }

  /** Hints by word, or by two words with a space between them. */
  private static final Map<String, Hint> HINTS = hints();

  /** Hints without an everyday meaning, which count whatever follows them. */
  private static final Set<String> UNAMBIGUOUS =
      words(
          """
          sidebar footer navigation masthead breadcrumb breadcrumbs pagination promo promos advert
          adverts advertisement advertisements outbrain taboola recirc recirculation disqus popup
          popups onetrust didomi cookiebot usercentrics signup
          """);

  /** Words before a hint, or at the start of the name, that make it a property of the element. */
  private static final Set<String> PROPERTIES =
      words(
          """
          has have no not with without tag category cat topic type tone kind genre format pillar
          keyword subject
          """);

  /** Words of page structure, which may follow a hint. */
  private static final Set<String> STRUCTURE =
      words(
          """
          above actions ad ads after alert all alt archive area arrow articles aside avatar bar
          before below big bio biography block blocks body bottom box boxes btn button buttons
          caption card cards carousel cell center checkbox child children close closed col cols
          column columns component contact container content contents core count counter cta dark
          data date default desc description desktop detail details dialog div dropdown element
          elements email embed entry expanded feed field fields fieldset fixed float flyout follow
          footer form frame full grid group groups half head header heading headline hide horizontal
          icon icons id image images img info inline inner input insert intro item items key label
          large law layer layout left level light line link links list listing lists live load
          loading logo lower main manager mask media message meta middle mini mobile module modules
          msg name names nav new news note notes notice open options outer overlay overview page
          pages pane panel panels parent part photo photos picture placeholder plugin position posts
          preview primary print profile prompt query region rel reply respond right root row rows
          scroll search searches secondary section sections set settings shadow show side single site slide slider
          slot small source stack standard static sticky stories strip sub subtitle summary tab
          table tabs teaser teasers tertiary text thumb thumbnail tile time title titles toggle tool
          toolbox tools top tracking tree trigger ui unit upper url user vertical video videos view
          viewer visible wall wide wp wrap wrapped wrapper
          """);

  /** Words for a single text, which may follow only a hint of links to other texts. */
  private static final Set<String> TEXTS = words("article paragraph post story");

  private static final Set<String> LINKS_TO_TEXTS =
      words("popular promoted read recommended related sponsored trending");

  private static final String WIDGET = "widget";

  /** Page builders, which call every part of a page a widget. */
  private static final Set<String> BUILDERS = words("elementor siteorigin builder beaver divi");

  /** Divides the name of a block from that of its kind, in BEM. */
  private static final String MODIFIER = "--";

  /** A word up to this length abbreviates something: a size, a version, a part of a hash. */
  private static final int MAX_NOISE_CHARS = 2;

  private static final String VOWELS = "aeiouy";

  /** Characters of the shorter of two words that are written together. */
  private static final int MIN_GLUED_CHARS = 3;

  /** Longer words are hashes. */
  private static final int MAX_WORD_CHARS = 30;

  /** Names of other elements say the same; beyond this many names, they are read again. */
  private static final int MAX_REMEMBERED = 1 << 12;

  private final Map<String, Set<Hint>> remembered = new HashMap<>();

  private static Map<String, Hint> hints() {
    Map<String, Hint> hints = new HashMap<>();
    put(hints, Hint.COMMENTS, "comment comments commenting disqus");
    put(
        hints,
        Hint.DIALOG,
        """
        cookie cookies consent gdpr ccpa cmp onetrust didomi cookiebot usercentrics paywall_offer
        paywall_prompt paywall_message paywall_overlay paywall_modal paywall_box paywall_banner
        paywall_barrier paywall_cta paywall_notice subscribe_wall subscription_wall
        subscription_offer registration_wall regwall privacy_banner privacy_notice privacy_popup
        """);
    put(
        hints,
        Hint.SURROUNDINGS,
        """
        related sidebar promo promos promotion promoted newsletter newsletters subscribe
        subscription subscriptions footer navigation menu menus breadcrumb breadcrumbs modal modals
        popup popups pop_up advert adverts advertisement advertisements advertising sponsor
        sponsors sponsored outbrain taboola recirc recirculation trending popular most_read
        recommend recommended recommendation recommendations pagination toolbar toolbars signup
        sign_up masthead read_more copyright skip_link skip_links rating ratings login
        """);
    put(
        hints,
        Hint.BOILERPLATE,
        """
        share shares sharing social socials byline bylines author authors tags widget widgets
        banner banners dateline timestamp hidden sr_only visually screen_reader
        """);
    put(hints, Hint.CAPTION, "caption captions credit credits");
    return Map.copyOf(hints);
  }

  private static void put(Map<String, Hint> hints, Hint hint, String words) {
    for (String word : words(words)) {
      hints.put(word.replace('_', ' '), hint);
    }
  }

  private static Set<String> words(String words) {
    List<String> list = new ArrayList<>();
    for (StringTokenizer tokens = new StringTokenizer(words); tokens.hasMoreTokens(); ) {
      list.add(tokens.nextToken());
    }
    return Set.copyOf(list);
  }

  /** Returns the hints in the class names and the id of an element. */
  Set<Hint> of(Element element) {
    if (element.attributesSize() == 0) {
      return Set.of();
    }
    String names = element.className();
    String id = element.id();
    if (!id.isEmpty()) {
      names = names + ' ' + id;
    }
    if (names.isEmpty()) {
      return Set.of();
    }
    Set<Hint> known = remembered.get(names);
    if (known == null) {
      known = read(names);
      if (remembered.size() < MAX_REMEMBERED) {
        remembered.put(names, known);
      }
    }
    return known;
  }

  private static Set<Hint> read(String names) {
    Set<Hint> hints = EnumSet.noneOf(Hint.class);
    for (StringTokenizer tokens = new StringTokenizer(names); tokens.hasMoreTokens(); ) {
      String name = tokens.nextToken();
      int start = 0;
      for (int end = name.indexOf(MODIFIER); start < name.length(); ) {
        int to = end < 0 ? name.length() : end;
        List<String> words = split(name.substring(start, to));
        if (!words.isEmpty() && !PROPERTIES.contains(words.get(0))) {
          read(words, hints);
        }
        start = to + MODIFIER.length();
        end = name.indexOf(MODIFIER, start);
      }
    }
    return hints;
  }

  private static void read(List<String> words, Set<Hint> hints) {
    for (int at = 0; at < words.size(); at++) {
      Hint hint = null;
      int next = at + 1;
      if (next < words.size()) {
        hint = HINTS.get(words.get(at) + ' ' + words.get(next));
        next += hint == null ? 0 : 1;
      }
      hint = hint == null ? hintOf(words.get(at)) : hint;
      boolean property =
          at > 0
              && (PROPERTIES.contains(words.get(at - 1))
                  || (words.get(at).equals(WIDGET) && BUILDERS.contains(words.get(at - 1))));
      if (hint != null && !property && endsIn(words, next)) {
        hints.add(hint);
      }
    }
  }

  /** Returns whether the words that follow a hint leave it the meaning of the name. */
  private static boolean endsIn(List<String> words, int from) {
    String hint = words.get(from - 1);
    if (UNAMBIGUOUS.contains(hint)) {
      return true;
    }
    for (String word : words.subList(from, words.size())) {
      boolean link = TEXTS.contains(word) && LINKS_TO_TEXTS.contains(hint);
      if (!link && !isNoise(word) && !isStructure(word)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a word is an abbreviation, such as {@code lg} and {@code wrp}. */
  private static boolean isNoise(String word) {
    boolean vowel = false;
    for (int at = 0; at < word.length(); at++) {
      vowel |= VOWELS.indexOf(word.charAt(at)) >= 0;
    }
    return word.length() <= MAX_NOISE_CHARS || !vowel;
  }

  private static boolean isStructure(String word) {
    return STRUCTURE.contains(word) || HINTS.containsKey(word);
  }

  /** Returns the hint of a word, alone or written together with a word of structure. */
  private static @Nullable Hint hintOf(String word) {
    Hint hint = HINTS.get(word);
    if (hint != null || word.length() > MAX_WORD_CHARS) {
      return hint;
    }
    for (int at = MIN_GLUED_CHARS; hint == null && at <= word.length() - MIN_GLUED_CHARS; at++) {
      String left = word.substring(0, at);
      String right = word.substring(at);
      Hint first = HINTS.get(left);
      Hint last = HINTS.get(right);
      if (first != null && isStructure(right)) {
        hint = first;
      } else if (last != null && (isStructure(left) || TEXTS.contains(left))) {
        hint = last;
      } else {
        hint = HINTS.get(left + ' ' + right);
      }
    }
    return hint;
  }

  /**
   * Splits a name at capitals and at characters that aren't letters, into lower-case words. Digits
   * between letters make a hash, which has no words.
   */
  private static List<String> split(String name) {
    List<String> words = new ArrayList<>();
    for (StringTokenizer parts = new StringTokenizer(name, "-_:./"); parts.hasMoreTokens(); ) {
      String part = parts.nextToken();
      int known = words.size();
      int start = 0;
      for (int at = 0; at <= part.length(); at++) {
        boolean letter = at < part.length() && Character.isLetter(part.charAt(at));
        boolean hump =
            letter
                && at > start
                && Character.isUpperCase(part.charAt(at))
                && Character.isLowerCase(part.charAt(at - 1));
        if (letter && at > 0 && Character.isDigit(part.charAt(at - 1))) {
          words.subList(known, words.size()).clear();
          break;
        }
        if (!letter || hump) {
          if (at > start) {
            words.add(part.substring(start, at).toLowerCase(Locale.ROOT));
          }
          start = hump ? at : at + 1;
        }
      }
    }
    return words;
  }
}
