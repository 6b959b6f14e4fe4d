package dev.nutgraf.rank;

import dev.nutgraf.text.ModelFile;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Everything that training learned: document frequencies, the word model and the trees that turn a
 * sentence's features into its score.
 *
 * <p>The file {@code model.bin} is a {@link ModelFile} identified by a hash of the feature labels,
 * which ties it to the order and meaning of the columns. Its values are the parts in the order of
 * the components below. {@code train} writes it; only its values, never its layout, differ between
 * two trainings.
 *
 * @param provenance data, command and measured figures of the training; lines of text without an
 *     empty one
 * @param documentFrequencies how common each word is in its language
 * @param wordModel the probability of each word of an article to occur in its summary
 * @param trees the score of a sentence, from its features
 * @param prices what a summary loses for faults
 * @param checksum CRC-32C of the file, eight hex digits; empty for a model that was not read
 */
public record Model(
    String provenance,
    DocumentFrequencies documentFrequencies,
    WordModel wordModel,
    GradientBoostedTrees trees,
    Prices prices,
    String checksum) {
  private static final String RESOURCE = "model.bin";
  private static final int FEATURE_HASH = featureHash();

  private static int featureHash() {
    StringJoiner labels = new StringJoiner("|");
    for (Feature column : Feature.values()) {
      labels.add(column.label());
    }
    return labels.toString().hashCode();
  }

  /**
   * Checks the provenance.
   *
   * @throws IllegalArgumentException if it holds an empty line, which would end it early in the
   *     file
   */
  public Model {
    ModelFile.checked(provenance);
  }

  /** Creates a model that was trained rather than read. */
  public Model(
      String provenance,
      DocumentFrequencies documentFrequencies,
      WordModel wordModel,
      GradientBoostedTrees trees,
      Prices prices) {
    this(provenance, documentFrequencies, wordModel, trees, prices, "");
  }

  /** Reads the model on the class path. */
  static Model load() {
    try (InputStream in = Model.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path: build again");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read: build again", e);
    }
  }

  /**
   * Reads a model file.
   *
   * @throws IOException if it is truncated, or was trained on other features than this version's
   */
  public static Model read(InputStream stream) throws IOException {
    ModelFile file = ModelFile.read(stream, FEATURE_HASH);
    DataInputStream in = file.values();
    DocumentFrequencies documentFrequencies = DocumentFrequencies.read(in);
    WordModel wordModel = WordModel.read(in);
    GradientBoostedTrees trees = GradientBoostedTrees.read(in);
    Prices prices = Prices.read(in);
    return new Model(
        file.provenance(), documentFrequencies, wordModel, trees, prices, file.checksum());
  }

  /** Returns the labels of the features that no tree uses. */
  public List<String> unusedFeatures() {
    int[] splits = trees.splits();
    return Arrays.stream(Feature.values())
        .filter(column -> splits[column.index()] == 0)
        .map(Feature::label)
        .toList();
  }

  /** Writes a model file that {@link #read} reads. */
  public void write(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream));
    ModelFile.writeHead(out, provenance, FEATURE_HASH);
    documentFrequencies.write(out);
    wordModel.write(out);
    trees.write(out);
    prices.write(out);
    out.flush();
  }
}
