package dev.nutgraf.local.dev.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.reader.ArticleReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Measures the classification of boilerplate and headings: how many words can't be quoted because
 * of it, and how many of those lines resemble the reference summary and are therefore likely
 * mistakes.
 */
@Command(
    name = "boilerplate",
    description = "Measures which lines are classified as boilerplate and headings.",
    mixinStandardHelpOptions = true)
public final class BoilerplateQuality implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double MIN_SHARED_WORDS = 0.6;
  private static final int MIN_WORDS = 6;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.jsonl",
      description = "Lines of {\"text\",\"reference\"?}.")
  private List<Path> files = List.of();

  @Option(names = "--show", description = "Also shows a random sample of this many lines.")
  private int show;

  private final ArticleReader reader = new ArticleReader(1 << 28);

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      measure(file);
    }
    return 0;
  }

  private void measure(Path file) throws IOException {
    Map<Block.Role, Integer> blocks = new EnumMap<>(Block.Role.class);
    Map<Block.Role, Integer> words = new EnumMap<>(Block.Role.class);
    List<String> lost = new ArrayList<>();
    int total = 0;
    int likeReference = 0;
    int articles = 0;
    int withoutProse = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode row = JSON.readTree(line);
        byte[] bytes = row.path("text").asText().getBytes(StandardCharsets.UTF_8);
        Article article = reader.read(ArticleFile.of("article.txt", bytes));
        List<Set<String>> reference = sentences(row.path("reference").asText());
        articles++;
        withoutProse += article.blocks().stream().noneMatch(b -> b.role().prose()) ? 1 : 0;
        for (Block block : article.blocks()) {
          String content = article.text().substring(block.start(), block.end());
          int count = content.split("\\s+", -1).length;
          total += count;
          blocks.merge(block.role(), 1, Integer::sum);
          words.merge(block.role(), count, Integer::sum);
          if (!block.role().prose()) {
            boolean like = isLike(content, reference);
            likeReference += like ? 1 : 0;
            lost.add(block.role() + (like ? " ! " : "   ") + content);
          }
        }
      }
    }
    System.out.printf(
        "%s: %d articles, %d without prose, %d words%n",
        file.getFileName(), articles, withoutProse, total);
    for (Map.Entry<Block.Role, Integer> role : blocks.entrySet()) {
      System.out.printf(
          "  %-10s %7d blocks %7.2f %% of words%n",
          role.getKey(), role.getValue(), 100.0 * words.getOrDefault(role.getKey(), 0) / total);
    }
    System.out.printf("  excluded lines that resemble the reference: %d%n", likeReference);
    Collections.shuffle(lost, new Random(1));
    lost.stream().limit(show).forEach(line -> System.out.println("    " + line));
  }

  private static List<Set<String>> sentences(String reference) {
    return reference
        .lines()
        .map(BoilerplateQuality::wordsOf)
        .filter(s -> s.size() >= MIN_WORDS)
        .toList();
  }

  private static boolean isLike(String line, List<Set<String>> reference) {
    Set<String> words = wordsOf(line);
    for (Set<String> sentence : reference) {
      Set<String> shared = new HashSet<>(words);
      shared.retainAll(sentence);
      if (words.size() >= MIN_WORDS
          && shared.size() > MIN_SHARED_WORDS * Math.min(words.size(), sentence.size())) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> wordsOf(String text) {
    return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{Nd}]+", -1)));
  }
}
