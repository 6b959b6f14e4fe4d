package dev.nutgraf.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A logistic model of sentence boundaries: one weight per feature, a byte each, read from the
 * resource {@code boundaries.bin}. Immutable.
 */
final class BoundaryModel {
  private final byte[] weights;

  BoundaryModel(byte[] weights) {
    this.weights = weights;
  }

  /** Reads the model that was trained offline. */
  static BoundaryModel load() {
    try (InputStream in = BoundaryModel.class.getResourceAsStream("boundaries.bin")) {
      if (in == null) {
        throw new IllegalStateException("the resource boundaries.bin is missing");
      }
      return new BoundaryModel(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The judge of boundaries in one text; not thread-safe. */
  BoundaryClassifier over(BoundaryFeatures features) {
    int[] buffer = new int[BoundaryFeatures.COUNT];
    return (clue, begin, close, next) -> {
      features.extract(clue, begin, close, next, buffer);
      int sum = 0;
      for (int feature : buffer) {
        sum += weights[feature];
      }
      return sum > 0;
    };
  }
}
