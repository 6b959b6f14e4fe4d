package dev.nutgraf.local.dev.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.rank.Model;
import dev.nutgraf.rank.Prices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainTest {
  private final Path folder;

  TrainTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void makesTheSameModelToTheByte() throws IOException {
    Path data = articles(40);
    Path first = folder.resolve("first/model.bin");
    Path second = folder.resolve("second/model.bin");
    assertEquals(0, train(first, data + ":2:1"));
    assertEquals(0, train(second, data + ":2:1"));
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void writesDataDateCommandAndFiguresIntoTheModel() throws IOException {
    Path model = folder.resolve("model.bin");
    assertEquals(0, train(model, "--date", "2026-01-01", "--folds", "2", articles(20) + ":1"));
    try (InputStream in = Files.newInputStream(model)) {
      String provenance = Model.read(in).provenance();
      assertTrue(provenance.contains("date: 2026-01-01\n"), provenance);
      assertTrue(provenance.contains("command: train model.bin articles.jsonl:1\n"), provenance);
      assertTrue(provenance.contains("20 articles, 1 sentences, weight 1.0, SHA-256"), provenance);
      assertTrue(provenance.contains("cross-validation, 2 folds: articles.jsonl, "), provenance);
    }
  }

  @Test
  void tellsHowToNameData() throws IOException {
    assertEquals(2, train(folder.resolve("model.bin"), articles(2) + ":many"));
  }

  @Test
  void takesThePriceOfAFaultByItsName() throws IOException {
    Path model = folder.resolve("model.bin");
    assertEquals(0, train(model, "--price", "dangling=2", articles(20) + ":1"));
    try (InputStream in = Files.newInputStream(model)) {
      assertEquals(new Prices(1, 2, 8, 14, 3, 2, 0.2), Model.read(in).prices());
    }
  }

  @Test
  void refusesThePriceOfAnUnknownFault() throws IOException {
    assertEquals(2, train(folder.resolve("model.bin"), "--price", "boredom=2", articles(2) + ":1"));
  }

  private static int train(Path model, String... words) throws IOException {
    Files.createDirectories(model.getParent());
    List<String> args = new ArrayList<>(List.of(model.toString()));
    args.addAll(List.of(words));
    return new CommandLine(new Train()).execute(args.toArray(String[]::new));
  }

  private Path articles(int count) throws IOException {
    Random random = new Random(3);
    String[] words =
        "harbor bridge council vote storm train river budget school mayor".split(" ", -1);
    List<String> lines = new ArrayList<>();
    for (int a = 0; a < count; a++) {
      List<String> sentences = new ArrayList<>();
      for (int s = 0; s < 12; s++) {
        StringBuilder sentence = new StringBuilder("The");
        for (int w = 0; w < 8; w++) {
          sentence
              .append(' ')
              .append(words[random.nextInt(words.length)])
              .append(random.nextInt(9));
        }
        sentences.add(sentence.append('.').toString());
      }
      lines.add(
          "{\"id\":\"%d\",\"text\":\"%s\",\"reference\":\"%s\"}"
              .formatted(a, String.join(" ", sentences), sentences.get(a % 4)));
    }
    return Files.write(folder.resolve("articles.jsonl"), lines);
  }
}
