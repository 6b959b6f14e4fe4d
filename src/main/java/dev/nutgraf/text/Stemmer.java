package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import opennlp.tools.stemmer.snowball.SnowballProgram;
import opennlp.tools.stemmer.snowball.arabicStemmer;
import opennlp.tools.stemmer.snowball.catalanStemmer;
import opennlp.tools.stemmer.snowball.danishStemmer;
import opennlp.tools.stemmer.snowball.dutchStemmer;
import opennlp.tools.stemmer.snowball.englishStemmer;
import opennlp.tools.stemmer.snowball.finnishStemmer;
import opennlp.tools.stemmer.snowball.frenchStemmer;
import opennlp.tools.stemmer.snowball.germanStemmer;
import opennlp.tools.stemmer.snowball.greekStemmer;
import opennlp.tools.stemmer.snowball.hungarianStemmer;
import opennlp.tools.stemmer.snowball.indonesianStemmer;
import opennlp.tools.stemmer.snowball.irishStemmer;
import opennlp.tools.stemmer.snowball.italianStemmer;
import opennlp.tools.stemmer.snowball.norwegianStemmer;
import opennlp.tools.stemmer.snowball.portugueseStemmer;
import opennlp.tools.stemmer.snowball.romanianStemmer;
import opennlp.tools.stemmer.snowball.russianStemmer;
import opennlp.tools.stemmer.snowball.spanishStemmer;
import opennlp.tools.stemmer.snowball.swedishStemmer;
import opennlp.tools.stemmer.snowball.turkishStemmer;

/** Stemming by the Snowball algorithms (Porter, 2001), of which 20 languages have one. */
final class Stemmer {
  private Stemmer() {}

  /**
   * Returns a stemmer of folded words; it isn't thread-safe. A language without an algorithm gets
   * the identity. Method references keep the algorithms of other languages from loading.
   */
  static UnaryOperator<String> of(String language) {
    return switch (language) {
      case "ar" -> of(arabicStemmer::new, arabicStemmer::stem);
      case "ca" -> of(catalanStemmer::new, catalanStemmer::stem);
      case "da" -> of(danishStemmer::new, danishStemmer::stem);
      case "de" -> of(germanStemmer::new, germanStemmer::stem);
      case "el" -> of(greekStemmer::new, greekStemmer::stem);
      case "en" -> of(englishStemmer::new, englishStemmer::stem);
      case "es" -> of(spanishStemmer::new, spanishStemmer::stem);
      case "fi" -> of(finnishStemmer::new, finnishStemmer::stem);
      case "fr" -> of(frenchStemmer::new, frenchStemmer::stem);
      case "ga" -> of(irishStemmer::new, irishStemmer::stem);
      case "hu" -> of(hungarianStemmer::new, hungarianStemmer::stem);
      case "id" -> of(indonesianStemmer::new, indonesianStemmer::stem);
      case "it" -> of(italianStemmer::new, italianStemmer::stem);
      case "nb", "nn", "no" -> of(norwegianStemmer::new, norwegianStemmer::stem);
      case "nl" -> of(dutchStemmer::new, dutchStemmer::stem);
      case "pt" -> of(portugueseStemmer::new, portugueseStemmer::stem);
      case "ro" -> of(romanianStemmer::new, romanianStemmer::stem);
      case "ru" -> of(russianStemmer::new, russianStemmer::stem);
      case "sv" -> of(swedishStemmer::new, swedishStemmer::stem);
      case "tr" -> of(turkishStemmer::new, turkishStemmer::stem);
      default -> word -> word;
    };
  }

  private static <S extends SnowballProgram> UnaryOperator<String> of(
      Supplier<S> algorithm, Consumer<S> step) {
    S snowball = algorithm.get();
    return word -> {
      if (!isPlainWord(word)) {
        return word;
      }
      snowball.setCurrent(word);
      step.accept(snowball);
      String stem = snowball.getCurrent();
      // The Greek algorithm takes the whole of είτε for an ending.
      return stem.isEmpty() ? word : stem;
    };
  }

  /** Returns whether the word has letters and apostrophes only; others have no inflection. */
  private static boolean isPlainWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Letters.isLetter(c) && c != '\'' && c != '’') {
        return false;
      }
    }
    return true;
  }
}
