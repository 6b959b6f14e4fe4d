package dev.nutgraf.local.dev.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.text.DoubtfulBoundaries;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Trains the model of doubtful sentence boundaries.
 *
 * <p>Prints the scores of a five-fold cross-validation by document for each file (no model has seen
 * a text of the documents it splits), then writes the weights trained on all texts.
 */
@Command(
    name = "train-boundaries",
    description = "Cross-validates and trains the model of doubtful sentence boundaries.",
    mixinStandardHelpOptions = true)
public final class TrainBoundaries implements Callable<Integer> {
  private static final int FOLDS = 5;
  private static final long SEED = 20260101;
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Text(Path file, int fold, String text, Set<Integer> ends) {}

  @Option(names = "--out", required = true, description = "File to write the weights to.")
  private Path out = Path.of("");

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.jsonl",
      description = "Texts with sentences; a text without sentences counts as edited prose.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws IOException {
    List<Text> texts = new ArrayList<>();
    for (Path file : files) {
      texts.addAll(read(file));
    }
    crossValidate(texts);
    byte[] weights = train(texts, -1).train(SEED);
    try (OutputStream file = Files.newOutputStream(out)) {
      DoubtfulBoundaries.writeModel(file, provenance(), weights);
    }
    return 0;
  }

  /** The command without the folders, which differ from machine to machine, and its data. */
  private String provenance() throws IOException {
    StringBuilder provenance =
        new StringBuilder("Nutgraf boundary model\ncommand: train-boundaries");
    for (Path file : files) {
      provenance.append(' ').append(file.getFileName());
    }
    for (Path file : files) {
      provenance
          .append("\ndata: ")
          .append(file.getFileName())
          .append(", SHA-256 ")
          .append(Corpus.sha256(file));
    }
    return provenance.append("\nseed: ").append(SEED).toString();
  }

  private static BoundaryTraining train(List<Text> texts, int heldOut) {
    BoundaryTraining training = new BoundaryTraining();
    for (Text text : texts) {
      if (text.fold() != heldOut && text.ends().isEmpty()) {
        training.addProse(text.text());
      } else if (text.fold() != heldOut) {
        training.add(text.text(), text.ends());
      }
    }
    return training;
  }

  private void crossValidate(List<Text> texts) {
    int[][] counts = new int[files.size()][3];
    for (int fold = 0; fold < FOLDS; fold++) {
      BoundaryTraining training = train(texts, fold);
      byte[] weights = training.train(SEED);
      for (Text text : texts) {
        if (text.fold() == fold && !text.ends().isEmpty()) {
          Set<Integer> found = new HashSet<>(training.split(text.text(), weights));
          found.remove(text.text().stripTrailing().length());
          Set<Integer> gold = new HashSet<>(text.ends());
          gold.remove(text.text().stripTrailing().length());
          int[] count = counts[files.indexOf(text.file())];
          count[0] += found.size();
          count[1] += gold.size();
          gold.retainAll(found);
          count[2] += gold.size();
        }
      }
    }
    System.out.printf("%-32s %9s %9s %9s%n", "file", "precision", "recall", "F1");
    for (int i = 0; i < counts.length; i++) {
      int[] count = counts[i];
      if (count[1] == 0) {
        continue;
      }
      System.out.printf(
          "%-32s %9.2f %9.2f %9.2f%n",
          files.get(i).getFileName(),
          100.0 * count[2] / count[0],
          100.0 * count[2] / count[1],
          200.0 * count[2] / (count[0] + count[1]));
    }
  }

  private static List<Text> read(Path file) throws IOException {
    List<Text> texts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JSON.readTree(line);
      String document = row.path("doc").asText();
      String group = document.isEmpty() ? row.path("id").asText() : document;
      String text = row.path("text").asText();
      Set<Integer> ends = new HashSet<>();
      int at = 0;
      for (JsonNode sentence : row.path("sentences")) {
        at = text.indexOf(sentence.asText(), at) + sentence.asText().length();
        ends.add(at);
      }
      texts.add(new Text(file, Math.floorMod(group.hashCode(), FOLDS), text, ends));
    }
    return texts;
  }
}
