package dev.nutgraf.local.evaluate;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nutgraf.local.Command;
import dev.nutgraf.local.UsageException;
import dev.nutgraf.local.evaluate.Rouge.Metric;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code evaluate DATA.jsonl [--sentences N] [--out HYPS.jsonl]}: Nutgraf's summaries of a data set
 * against those that people wrote, beside the first sentences, random ones, and the best that
 * choosing sentences could reach.
 */
public final class Evaluate implements Command {
  private static final String USAGE =
      "evaluate DATA.jsonl [--sentences N] [--out HYPS.jsonl], where N is 1 to 20";
  private static final long SEED = 1;
  private static final int WARM_UP = 200;
  private static final int WARM_UP_ROUNDS = 3;

  private final Ranker ranker = new Ranker();
  private final Map<String, Rouge> rouges = new HashMap<>();

  /** A summary with all that the output tells of it. */
  private record Summarized(Example example, AnalyzedText text, Ranking ranking) {}

  private record Options(Path data, int sentences, Optional<Path> out) {}

  @Override
  public int run(List<String> args) throws IOException {
    Options options = options(args);
    List<Example> examples = Example.read(options.data());
    List<Example> warmUp = examples.subList(0, Math.min(examples.size(), WARM_UP));
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      summarize(warmUp, options.sentences());
    }
    long start = System.nanoTime();
    List<Summarized> summaries = summarize(examples, options.sentences());
    double seconds = (System.nanoTime() - start) / 1e9;
    if (options.out().isPresent()) {
      write(options.out().get(), summaries);
    }
    System.out.print(table(summaries, options.sentences()));
    System.out.printf(
        Locale.ROOT,
        "%d of %d articles summarized, %.0f articles a second%n",
        summaries.size(),
        examples.size(),
        summaries.size() / seconds);
    return 0;
  }

  private static Options options(List<String> args) {
    List<String> data = new ArrayList<>();
    int sentences = 3;
    Optional<Path> out = Optional.empty();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        data.add(arg);
      } else if (i + 1 < args.size() && arg.equals("--out")) {
        out = Optional.of(Path.of(args.get(++i)));
      } else if (i + 1 < args.size() && arg.equals("--sentences")) {
        sentences = sentences(args.get(++i));
      } else {
        throw new UsageException("Not understood: " + arg + ". Write: " + USAGE);
      }
    }
    if (data.size() != 1) {
      throw new UsageException("One data file is needed. Write: " + USAGE);
    }
    return new Options(Path.of(data.get(0)), sentences, out);
  }

  private static int sentences(String word) {
    try {
      int sentences = Integer.parseInt(word);
      if (sentences >= 1 && sentences <= 20) {
        return sentences;
      }
    } catch (NumberFormatException e) {
      // Falls through to the message that covers both.
    }
    throw new UsageException("--sentences takes 1 to 20, not " + word + ". Write: " + USAGE);
  }

  private List<Summarized> summarize(List<Example> examples, int sentences) {
    List<Summarized> summaries = new ArrayList<>();
    for (Example example : examples) {
      example
          .analyze()
          .ifPresent(
              text -> summaries.add(new Summarized(example, text, ranker.rank(text, sentences))));
    }
    return summaries;
  }

  private String table(List<Summarized> summaries, int count) {
    Map<String, Map<Metric, Sample>> systems = new LinkedHashMap<>();
    Random random = new Random(SEED);
    for (Summarized summary : summaries) {
      List<String> references = summary.example().references();
      if (references.isEmpty()) {
        continue;
      }
      Rouge rouge = rouges.computeIfAbsent(summary.example().language(), Rouge::new);
      List<String> candidates = candidates(summary.text());
      measure(systems, "Nutgraf", rouge, references, lines(chosen(summary)));
      measure(systems, "Lead-" + count, rouge, references, lines(candidates, first(count)));
      measure(
          systems,
          "random",
          rouge,
          references,
          lines(candidates, random(random, candidates.size(), count)));
      measure(
          systems,
          "oracle",
          rouge,
          references,
          lines(candidates, new Oracle(rouge).choose(candidates, references.get(0), count)));
    }
    StringBuilder table = new StringBuilder();
    if (!systems.isEmpty()) {
      table.append(String.format(Locale.ROOT, "%-10s", "F1 x 100"));
      for (Metric metric : Metric.values()) {
        table.append(String.format(Locale.ROOT, "%-22s", metric.label() + " (95 %)"));
      }
      table.append('\n');
    }
    systems.forEach(
        (system, samples) -> {
          table.append(String.format(Locale.ROOT, "%-10s", system));
          for (Sample sample : samples.values()) {
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
      Map<String, Map<Metric, Sample>> systems,
      String system,
      Rouge rouge,
      List<String> references,
      String summary) {
    Rouge.Scores scores = rouge.score(references, summary);
    Map<Metric, Sample> samples = systems.computeIfAbsent(system, s -> new EnumMap<>(Metric.class));
    for (Metric metric : Metric.values()) {
      samples.computeIfAbsent(metric, m -> new Sample()).add(scores.of(metric));
    }
  }

  private static List<Integer> first(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static List<Integer> random(Random random, int size, int count) {
    TreeSet<Integer> chosen = new TreeSet<>();
    while (chosen.size() < Math.min(size, count)) {
      chosen.add(random.nextInt(size));
    }
    return List.copyOf(chosen);
  }

  private static String lines(List<String> sentences, List<Integer> chosen) {
    return lines(chosen.stream().filter(s -> s < sentences.size()).map(sentences::get).toList());
  }

  private static String lines(List<String> sentences) {
    return String.join("\n", sentences);
  }

  private static List<String> candidates(AnalyzedText text) {
    return text.sentences().stream()
        .filter(Sentence::candidate)
        .map(sentence -> folded(text, sentence))
        .toList();
  }

  private static List<String> chosen(Summarized summary) {
    AnalyzedText text = summary.text();
    return summary.ranking().chosen().stream()
        .map(choice -> folded(text, text.sentences().get(choice.sentence())))
        .toList();
  }

  private static String folded(AnalyzedText text, Sentence sentence) {
    return text.textOf(sentence).strip().replaceAll("\\s+", " ");
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
    json.writeStringField("summary", lines(chosen(summary)));
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
