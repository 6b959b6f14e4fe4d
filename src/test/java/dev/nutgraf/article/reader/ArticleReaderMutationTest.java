package dev.nutgraf.article.reader;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.nutgraf.article.ArticleFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The corpus of the fuzz targets and the samples, cut, spliced and bent a few thousand times. */
final class ArticleReaderMutationTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/dev/nutgraf/article/reader/ArticleReaderFuzzTestInputs");
  private static final int MUTANTS = 2_000;
  private static final long SEED = 20_260_101;
  private static final List<String> PIECES =
      List.of(
          "<table><tr><td>",
          "</p>",
          "<script>",
          "<!--",
          "]]>",
          "&#0;",
          "&amp;#x1F30A;",
          "```\n",
          "---\n",
          "| a | b |\n|---|---|\n",
          "[x](",
          "{\"articleBody\":",
          "[[[[",
          "\\ud800",
          "\u0000",
          "\u0092",
          "&#xD800;",
          "\\u0007",
          "\r\n\r\n",
          "\u2028",
          "(Image: AP)",
          "pic.twitter.com/x",
          "— A (@b) May 1, 2020",
          "\ufeff");

  private final ArticleReader reader = new ArticleReader(1 << 20);

  @ParameterizedTest
  @CsvSource({
    "anyBytes, application/octet-stream",
    "plainText, text/plain; charset=utf-8",
    "html, text/html",
    "markdown, text/markdown",
    "json, application/json"
  })
  void readsWhateverIsMadeOfTheCorpus(String target, String contentType) throws IOException {
    List<byte[]> parents = parents(target);
    assertFalse(parents.isEmpty());
    Random random = new Random(SEED);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(parents, random);
      int number = i;
      try {
        SoundReading.check(
            reader, new ArticleFile("article", mutant, Optional.of(contentType), Optional.empty()));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError(target + ", mutant " + number + " of seed " + SEED, e);
      }
    }
  }

  private static List<byte[]> parents(String target) throws IOException {
    try (Stream<Path> corpus = Files.list(CORPUS.resolve(target));
        Stream<Path> samples = Files.list(Path.of("seeds"))) {
      return Stream.concat(corpus, samples).sorted().map(ArticleReaderMutationTest::read).toList();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] mutant(List<byte[]> parents, Random random) {
    byte[] bytes = parents.get(random.nextInt(parents.size())).clone();
    for (int edits = 1 + random.nextInt(6); edits > 0 && bytes.length > 0; edits--) {
      int at = random.nextInt(bytes.length);
      int to = at + random.nextInt(Math.min(200, bytes.length - at));
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> splice(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> splice(bytes, at, to, new byte[0]);
            case 2 -> splice(bytes, at, at, slice(bytes, at, to));
            case 3 -> {
              byte[] other = parents.get(random.nextInt(parents.size()));
              int from = other.length == 0 ? 0 : random.nextInt(other.length);
              yield splice(bytes, at, to, slice(other, from, Math.min(other.length, from + 200)));
            }
            default -> {
              String piece = PIECES.get(random.nextInt(PIECES.size()));
              yield splice(bytes, at, at, piece.getBytes(StandardCharsets.UTF_8));
            }
          };
    }
    return bytes;
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
    ByteArrayOutputStream spliced = new ByteArrayOutputStream();
    spliced.write(bytes, 0, from);
    spliced.writeBytes(middle);
    spliced.write(bytes, to, bytes.length - to);
    return spliced.toByteArray();
  }
}
