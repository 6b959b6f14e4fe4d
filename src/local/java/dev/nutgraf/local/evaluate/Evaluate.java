package dev.nutgraf.local.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.evaluate.Rouge.Metric;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import dev.nutgraf.text.TextAnalyzer;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Compares Nutgraf's summaries of a data set with reference summaries, next to the first sentences,
 * random sentences, and a greedy oracle.
 */
@Command(
    name = "evaluate",
    description = "Compares summaries with reference summaries by ROUGE, next to Lead-N.",
    mixinStandardHelpOptions = true)
public final class Evaluate implements Callable<Integer> {
  private static final long SEED = 1;
  private static final int WARM_UP = 200;
  private static final int WARM_UP_ROUNDS = 3;

  @Parameters(
      paramLabel = "DATA.jsonl",
      description = "Lines of {\"id\",\"title\"?,\"text\",\"reference\"?}.")
  private Path data = Path.of("");

  @Mixin private LengthOptions length = new LengthOptions();

  @Option(
      names = "--out",
      paramLabel = "HYPS.jsonl",
      description = "Writes every summary and the score of every sentence.")
  private @Nullable Path out;

  private final TextAnalyzer analyzer = new TextAnalyzer();
  private final Map<String, Rouge> rouges = new HashMap<>();

  /** An article with its summary. */
  private record Summarized(Example example, AnalyzedText text, Ranking ranking) {}

  @Override
  public Integer call() throws IOException {
    List<Example> examples = Example.read(data);
    Ranker ranker = new Ranker(false);
    List<Example> warmUp = examples.subList(0, Math.min(examples.size(), WARM_UP));
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      summarize(warmUp, ranker);
    }
    long start = System.nanoTime();
    List<Summarized> summaries = summarize(examples, ranker);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (out != null) {
      write(out, summaries);
    }
    System.out.print(table(summaries, length.length().sentences()));
    System.out.print(precision(examples, ranker).line());
    System.out.printf(
        Locale.ROOT,
        "%d of %d articles summarized, %.0f articles per second%n",
        summaries.size(),
        examples.size(),
        summaries.size() / seconds);
    return 0;
  }

  private List<Summarized> summarize(List<Example> examples, Ranker ranker) {
    List<Summarized> summaries = new ArrayList<>();
    for (Example example : examples) {
      example
          .analyze(analyzer)
          .ifPresent(
              text ->
                  summaries.add(new Summarized(example, text, ranker.rank(text, length.length()))));
    }
    return summaries;
  }

  /** Measures the key phrases of the articles without their titles, which would tell too much. */
  private PhrasePrecision precision(List<Example> examples, Ranker ranker) {
    PhrasePrecision precision = new PhrasePrecision();
    for (Example example : examples) {
      example
          .untitled()
          .analyze(analyzer)
          .ifPresent(text -> precision.add(example, ranker.rank(text, length.length()).keywords()));
    }
    return precision;
  }

  private String table(List<Summarized> summaries, int count) {
    Map<String, Map<Metric, ScoreSample>> systems = new LinkedHashMap<>();
    Map<String, Map<Metric, ScoreSample>> delayed = new LinkedHashMap<>();
    Map<String, FaultCounts> faults = new LinkedHashMap<>();
    int late = 0;
    Random random = new Random(SEED);
    for (Summarized summary : summaries) {
      List<String> references = summary.example().references();
      if (references.isEmpty()) {
        continue;
      }
      AnalyzedText text = summary.text();
      Rouge rouge = rouges.computeIfAbsent(summary.example().language(), Rouge::new);
      List<Integer> candidates = candidates(text);
      Map<String, List<Integer>> chosen = new LinkedHashMap<>();
      chosen.put("Nutgraf", summary.ranking().chosen().stream().map(Choice::sentence).toList());
      chosen.put("Lead-" + count, candidates.stream().limit(count).toList());
      chosen.put("random", of(candidates, random(random, candidates.size(), count)));
      List<Integer> best =
          new Oracle(rouge).choose(lines(text, candidates), references.get(0), count);
      chosen.put("oracle", of(candidates, best));
      boolean isDelayed = !best.isEmpty() && Collections.min(best) >= count;
      late += isDelayed ? 1 : 0;
      chosen.forEach(
          (system, sentences) -> {
            String lines = String.join("\n", lines(text, sentences));
            measure(systems, system, rouge, references, lines);
            if (isDelayed) {
              measure(delayed, system, rouge, references, lines);
            }
            faults.computeIfAbsent(system, s -> new FaultCounts()).add(text, sentences);
          });
    }
    StringBuilder table = new StringBuilder(scores("F1 x 100", systems));
    if (!delayed.isEmpty()) {
      table.append(
          "%nDelayed ledes: the oracle takes none of the first %d sentences in %d articles.%n"
              .formatted(count, late));
    }
    table.append(scores("F1 x 100", delayed));
    if (!faults.isEmpty()) {
      table.append(String.format(Locale.ROOT, "%n%-10s%s%n", "% with", FaultCounts.headings()));
    }
    faults.forEach(
        (system, counts) ->
            table.append(String.format(Locale.ROOT, "%-10s%s%n", system, counts.row())));
    return table.toString();
  }

  private static String scores(String heading, Map<String, Map<Metric, ScoreSample>> systems) {
    StringBuilder table = new StringBuilder();
    if (!systems.isEmpty()) {
      table.append(String.format(Locale.ROOT, "%-10s", heading));
      for (Metric metric : Metric.values()) {
        table.append(String.format(Locale.ROOT, "%-22s", metric.label() + " (95 %)"));
      }
      table.append('\n');
    }
    systems.forEach(
        (system, samples) -> {
          table.append(String.format(Locale.ROOT, "%-10s", system));
          for (ScoreSample sample : samples.values()) {
            double[] interval = sample.interval();
            table.append(
                String.format(
                    Locale.ROOT,
                    "%5.2f (%5.2f to %5.2f)  ",
                    100 * sample.mean(),
                    100 * interval[0],
                    100 * interval[1]));
          }
          table.append('\n');
        });
    return table.toString();
  }

  private static void measure(
      Map<String, Map<Metric, ScoreSample>> systems,
      String system,
      Rouge rouge,
      List<String> references,
      String summary) {
    Rouge.Scores scores = rouge.score(references, summary);
    Map<Metric, ScoreSample> samples =
        systems.computeIfAbsent(system, s -> new EnumMap<>(Metric.class));
    for (Metric metric : Metric.values()) {
      samples.computeIfAbsent(metric, m -> new ScoreSample()).add(scores.of(metric));
    }
  }

  private static List<Integer> random(Random random, int size, int count) {
    TreeSet<Integer> chosen = new TreeSet<>();
    while (chosen.size() < Math.min(size, count)) {
      chosen.add(random.nextInt(size));
    }
    return List.copyOf(chosen);
  }

  private static List<Integer> of(List<Integer> candidates, List<Integer> chosen) {
    return chosen.stream().sorted().map(candidates::get).toList();
  }

  private static List<Integer> candidates(AnalyzedText text) {
    return IntStream.range(0, text.sentences().size())
        .filter(s -> text.sentences().get(s).isCandidate())
        .boxed()
        .toList();
  }

  private static List<String> lines(AnalyzedText text, List<Integer> sentences) {
    return sentences.stream().map(s -> text.lineOf(text.sentences().get(s))).toList();
  }

  private static void write(Path file, List<Summarized> summaries) throws IOException {
    try (Writer out = Files.newBufferedWriter(file);
        JsonGenerator json = new ObjectMapper().createGenerator(out)) {
      json.setRootValueSeparator(null);
      for (Summarized summary : summaries) {
        write(json, summary);
        json.writeRaw('\n');
      }
    }
  }

  private static void write(JsonGenerator json, Summarized summary) throws IOException {
    Set<Integer> chosen =
        summary.ranking().chosen().stream().map(Choice::sentence).collect(Collectors.toSet());
    String text = summary.text().article().text();
    json.writeStartObject();
    json.writeStringField("id", summary.example().id());
    json.writeStringField(
        "summary", String.join("\n", lines(summary.text(), List.copyOf(new TreeSet<>(chosen)))));
    json.writeArrayFieldStart("sentences");
    int at = 0;
    int codePoints = 0;
    List<Sentence> sentences = summary.text().sentences();
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      codePoints += text.codePointCount(at, sentence.start());
      int end = codePoints + text.codePointCount(sentence.start(), sentence.end());
      json.writeStartObject();
      json.writeNumberField("start", codePoints);
      json.writeNumberField("end", end);
      json.writeNumberField("score", summary.ranking().scores()[s]);
      json.writeBooleanField("selected", chosen.contains(s));
      json.writeEndObject();
      at = sentence.end();
      codePoints = end;
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
