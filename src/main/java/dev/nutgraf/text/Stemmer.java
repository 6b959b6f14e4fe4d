package dev.nutgraf.text;

import java.util.function.UnaryOperator;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;
import org.jspecify.annotations.Nullable;

/** Stemming by the Snowball algorithm of a language, where there is one. */
final class Stemmer {
  private Stemmer() {}

  /** A stemmer, not thread-safe, for the language; the identity if it has no algorithm. */
  static UnaryOperator<String> of(String language) {
    @Nullable ALGORITHM algorithm = algorithm(language);
    if (algorithm == null) {
      return word -> word;
    }
    SnowballStemmer snowball = new SnowballStemmer(algorithm);
    return word -> isPlainWord(word) ? stem(snowball, word) : word;
  }

  /** The stem, or the word where the algorithm takes all of it for an ending, as of Greek είτε. */
  private static String stem(SnowballStemmer snowball, String word) {
    String stem = snowball.stem(word).toString();
    return stem.isEmpty() ? word : stem;
  }

  /** Numbers, handles and addresses are no words of the language. */
  private static boolean isPlainWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Chars.isLetter(c) && c != '\'' && c != '’') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable ALGORITHM algorithm(String language) {
    return switch (language) {
      case "ar" -> ALGORITHM.ARABIC;
      case "ca" -> ALGORITHM.CATALAN;
      case "da" -> ALGORITHM.DANISH;
      case "de" -> ALGORITHM.GERMAN;
      case "el" -> ALGORITHM.GREEK;
      case "en" -> ALGORITHM.ENGLISH;
      case "es" -> ALGORITHM.SPANISH;
      case "fi" -> ALGORITHM.FINNISH;
      case "fr" -> ALGORITHM.FRENCH;
      case "ga" -> ALGORITHM.IRISH;
      case "hu" -> ALGORITHM.HUNGARIAN;
      case "id" -> ALGORITHM.INDONESIAN;
      case "it" -> ALGORITHM.ITALIAN;
      case "nb", "nn", "no" -> ALGORITHM.NORWEGIAN;
      case "nl" -> ALGORITHM.DUTCH;
      case "pt" -> ALGORITHM.PORTUGUESE;
      case "ro" -> ALGORITHM.ROMANIAN;
      case "ru" -> ALGORITHM.RUSSIAN;
      case "sv" -> ALGORITHM.SWEDISH;
      case "tr" -> ALGORITHM.TURKISH;
      default -> null;
    };
  }
}
