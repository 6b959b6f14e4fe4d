package dev.nutgraf.text;

import dev.nutgraf.lexicon.Lexicon;
import dev.nutgraf.lexicon.Lexicons;
import dev.nutgraf.text.BoundaryClassifier.BoundaryKind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The boundaries that the rules of sentence splitting leave in doubt, for training the model that
 * decides them. The engine itself doesn't use this class.
 */
public final class DoubtfulBoundaries {
  /** Feature numbers are at least 0 and below this. */
  public static final int FEATURE_SPACE = BoundaryFeatures.SPACE;

  private final Lexicons lexicons = new Lexicons();
  private final LanguageDetector detector = new LanguageDetector(lexicons);

  /**
   * Writes the file of a trained model.
   *
   * @param provenance data and command of the training; lines of text, none of them empty
   * @param weights one per feature number
   */
  public static void writeModel(OutputStream out, String provenance, byte[] weights)
      throws IOException {
    new BoundaryModel(weights.clone(), provenance, "").write(out);
  }

  /** Decides one boundary. */
  @FunctionalInterface
  public interface Decider {
    /**
     * Returns whether a sentence ends here.
     *
     * @param terminated whether a sentence terminator stands at the boundary
     * @param end where the sentence would end, exclusive
     * @param features the numbers of the boundary's features; reused for the next boundary
     */
    boolean endsSentence(boolean terminated, int end, int[] features);
  }

  /**
   * Splits a text by the rules, and by the decider where they are in doubt.
   *
   * @param text one block, in the language that is detected, or English if none is
   * @return the end of each sentence, exclusive, ascending
   */
  public List<Integer> split(String text, Decider decider) {
    String language = detector.detect(text, Optional.empty());
    Lexicon lexicon = lexicons.get(language.equals(LanguageDetector.UNKNOWN) ? "en" : language);
    BoundaryFeatures extractor = new BoundaryFeatures(text, lexicon);
    int[] features = new int[BoundaryFeatures.COUNT];
    BoundaryClassifier classifier =
        (kind, begin, close, next) -> {
          extractor.extract(kind, begin, close, next, features);
          return decider.endsSentence(kind != BoundaryKind.NO_TERMINATOR, close, features);
        };
    List<Integer> ends = new ArrayList<>();
    new SentenceSplitter(text, lexicon, extractor, classifier)
        .split(0, text.length(), (start, end) -> ends.add(end));
    return ends;
  }
}
