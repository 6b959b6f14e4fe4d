package dev.nutgraf.rank;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Words and marks that say what part a sentence plays, for the languages Nutgraf sees most. A word
 * that means something else in another language of the list is left out.
 */
final class CueWords {
  /** How a sentence can open. */
  enum Opening {
    /** With a word that stands on its own. */
    PLAIN(0),
    /** With a pronoun that needs the sentence before. */
    PRONOUN(1),
    /** With a connective that continues or contrasts. */
    CONNECTIVE(2);

    private final int featureValue;

    Opening(int featureValue) {
      this.featureValue = featureValue;
    }

    /** The opening as the model's features number it. */
    int featureValue() {
      return featureValue;
    }
  }

  private static final Map<String, Opening> OPENINGS =
      byWord(
          Map.of(
              Opening.PRONOUN,
              "he she it they his her its their this that these those such him them "
                  + "il elle ils elles ce cela ceci cette ces celui celle son sa ses leur leurs "
                  + "er sie es dies diese dieser dieses ihr ihre seine sein "
                  + "él ella ellos ellas esto eso este esta estos estas su sus "
                  + "ông bà anh chị họ nó đó điều này",
              Opening.CONNECTIVE,
              "but and or so then however meanwhile moreover also still yet nor instead thus "
                  + "therefore otherwise besides additionally furthermore nevertheless later "
                  + "mais et donc alors cependant toutefois pourtant ainsi enfin ensuite puis "
                  + "aussi néanmoins "
                  + "aber und doch dann dennoch jedoch außerdem dabei dazu danach damit zudem "
                  + "pero y entonces sin además también luego "
                  + "nhưng và tuy sau ngoài"));

  /** What a word can be a sign of. */
  enum Cue {
    /** The first or second person. */
    PERSONAL,
    /** Somebody is quoted. */
    SPEECH,
    /** A picture is described or pointed at. */
    PICTURE,
    /** A day is named, as reports of news do. */
    DAY
  }

  /** By stem. */
  private static final Map<String, Cue> CUES =
      byWord(
          Map.of(
              Cue.PERSONAL,
              "i we you my our your me us je nous vous mon ma notr votr ich wir mein uns yo "
                  + "nosotr mi nuestr tôi chúng",
              Cue.SPEECH,
              "said say told accord dit déclar affirm expliqu assur ajout estim précis indiqu "
                  + "sagt erklärt nói biết dij",
              Cue.PICTURE,
              "pictur scroll photo photograph imag video caption",
              Cue.DAY,
              "today yesterday tonight monday tuesday wednesday thursday friday saturday "
                  + "sunday lundi mardi mercredi jeudi vendredi samedi dimanch montag dienstag "
                  + "mittwoch donnerstag freitag samstag sonntag lun mart miércol juev viern "
                  + "hôm"));

  private CueWords() {}

  /** The sense of each word, from the words of each sense. */
  private static <T> Map<String, T> byWord(Map<T, String> words) {
    Map<String, T> senses = new HashMap<>();
    for (Map.Entry<T, String> sense : words.entrySet()) {
      for (String word : sense.getValue().split(" ", -1)) {
        if (senses.put(word, sense.getKey()) != null) {
          throw new IllegalStateException("Two senses: " + word);
        }
      }
    }
    return senses;
  }

  /** What a sentence that opens with the word anaphoric on. */
  static Opening opening(String word) {
    return OPENINGS.getOrDefault(word.toLowerCase(Locale.ROOT), Opening.PLAIN);
  }

  /** What the stem is a sign of. */
  static Optional<Cue> cue(String stem) {
    return Optional.ofNullable(CUES.get(stem));
  }

  static boolean quotationMark(char c) {
    return switch (c) {
      case '"', '\'', '\u201c', '\u201d', '\u201e', '\u2018', '\u2019', '\u00ab', '\u00bb' -> true;
      default -> false;
    };
  }

  /** The place of the last character that is no quotation mark or bracket; else of the first. */
  static int lastMark(String text, int start, int end) {
    int at = end - 1;
    while (at > start
        && (quotationMark(text.charAt(at)) || text.charAt(at) == ')' || text.charAt(at) == ']')) {
      at--;
    }
    return at;
  }
}
