package dev.nutgraf.local.dev.train;

import dev.nutgraf.local.dev.train.Corpus.TrainingExample;
import dev.nutgraf.local.dev.train.Corpus.TrainingFile;
import dev.nutgraf.local.evaluate.Rouge;
import dev.nutgraf.rank.DocumentFrequencies;
import dev.nutgraf.rank.FeatureMatrix;
import dev.nutgraf.rank.GradientBoostedTrees;
import dev.nutgraf.rank.Model;
import dev.nutgraf.rank.Prices;
import dev.nutgraf.rank.Ranker;
import dev.nutgraf.rank.WordModel;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Trains the ranking model and cross-validates it. The same arguments and data give the same bytes.
 */
@Command(
    name = "train",
    description = "Trains the ranking model on articles with summaries and cross-validates it.",
    mixinStandardHelpOptions = true)
public final class Train implements Callable<Integer> {
  private static final Booster.BoostingParameters TREES =
      new Booster.BoostingParameters(170, 8, 0.06, 25, 15, 0.5, 1);

  /** Weight of a difference in ROUGE. */
  private static final double SHARPNESS = 120;

  private static final Map<String, Double> PRICES =
      Map.of(
          "repetition", 1.0,
          "dangling", 6.0,
          "quotation", 8.0,
          "statement", 14.0,
          "reversal", 3.0,
          "introduction", 2.0,
          "distance", 0.2);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "MODEL.bin", description = "The model file to write.")
  private Path model = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "DATA.jsonl[:N[:W]]",
      description = {
        "Articles with summaries; N sentences in a summary, 3 by default,",
        "and W the weight of an article, 1 by default; with 0 only document frequencies are taken."
      })
  private List<String> data = List.of();

  @Option(
      names = "--price",
      paramLabel = "FAULT=PRICE",
      description = {
        "What a summary loses for a fault, in units of the score. Faults and defaults:",
        "repetition 1, dangling 6, quotation 8, statement 14, reversal 3, introduction 2,",
        "distance 0.2."
      })
  private Map<String, Double> price = Map.of();

  @Option(names = "--date", paramLabel = "D", description = "Date to put into the model file.")
  private @Nullable String date;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "Parts of the cross-validation, 4 by default; 0 for none.")
  private int folds = 4;

  @Override
  public Integer call() throws IOException {
    Corpus corpus = Corpus.read(data.stream().map(this::source).toList());
    DocumentFrequencies background = corpus.background();
    WordModel words = corpus.words(background);
    List<TrainingExample> items =
        corpus.items().stream()
            .filter(item -> item.source().weight() > 0)
            .filter(item -> !item.example().references().isEmpty())
            .toList();
    List<TrainingArticle> articles =
        items.stream().map(item -> Corpus.prepare(item, background, words)).toList();
    StringBuilder provenance = new StringBuilder("Nutgraf ranking model\n");
    if (date != null) {
      provenance.append("date: ").append(date).append('\n');
    }
    provenance.append("prices: ").append(prices()).append('\n');
    provenance.append(command()).append('\n').append(corpus.provenance());
    if (folds > 1) {
      provenance.append(crossValidate(items, articles, background, words, folds));
    }
    GradientBoostedTrees trees = fit(items, articles);
    Model trained = new Model(provenance.toString(), background, words, trees, prices());
    try (OutputStream out = Files.newOutputStream(model)) {
      trained.write(out);
    }
    System.out.print(provenance);
    System.out.println("features that no tree uses: " + trained.unusedFeatures());
    return 0;
  }

  private Prices prices() {
    Map<String, Double> all = new HashMap<>(PRICES);
    price.forEach(
        (fault, value) -> {
          if (all.replace(fault, value) == null) {
            throw new ParameterException(
                spec.commandLine(),
                "--price takes one of %s, not %s".formatted(new TreeSet<>(PRICES.keySet()), fault));
          }
        });
    return new Prices(
        all.getOrDefault("repetition", 0.0),
        all.getOrDefault("dangling", 0.0),
        all.getOrDefault("quotation", 0.0),
        all.getOrDefault("statement", 0.0),
        all.getOrDefault("reversal", 0.0),
        all.getOrDefault("introduction", 0.0),
        all.getOrDefault("distance", 0.0));
  }

  private TrainingFile source(String argument) {
    List<String> parts = List.of(argument.split(":", -1));
    try {
      return new TrainingFile(
          Path.of(parts.get(0)),
          parts.size() > 1 ? Integer.parseInt(parts.get(1)) : 3,
          parts.size() > 2 ? Double.parseDouble(parts.get(2)) : 1);
    } catch (NumberFormatException e) {
      throw new ParameterException(
          spec.commandLine(), "Write DATA.jsonl:SENTENCES:WEIGHT, not " + argument, e);
    }
  }

  /** The command without folders, which differ between machines. */
  private String command() {
    return data.stream()
        .map(words -> words.substring(words.lastIndexOf('/') + 1))
        .collect(Collectors.joining(" ", "command: train " + model.getFileName() + " ", ""));
  }

  private GradientBoostedTrees fit(List<TrainingExample> items, List<TrainingArticle> articles) {
    int rows = articles.stream().mapToInt(TrainingArticle::rows).sum();
    float[] values = new float[rows * FeatureMatrix.COUNT];
    int at = 0;
    for (TrainingArticle article : articles) {
      for (int row = 0; row < article.rows(); row++) {
        for (int column = 0; column < FeatureMatrix.COUNT; column++) {
          values[at++] = article.features().value(row, column);
        }
      }
    }
    SummaryObjective objective =
        new SummaryObjective(
            articles,
            items.stream().mapToInt(item -> item.source().sentences()).toArray(),
            items.stream().mapToDouble(item -> item.source().weight()).toArray(),
            SHARPNESS,
            prices());
    return new Booster(values, FeatureMatrix.COUNT, TREES).boost(objective);
  }

  /** Scores each article by a model trained without it, by file, against its first sentences. */
  private String crossValidate(
      List<TrainingExample> items,
      List<TrainingArticle> articles,
      DocumentFrequencies background,
      WordModel words,
      int folds) {
    Map<String, Comparison> comparisons = new TreeMap<>();
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      Map<Boolean, List<Integer>> parts =
          IntStream.range(0, items.size())
              .boxed()
              .collect(
                  Collectors.partitioningBy(
                      i -> Math.floorMod(items.get(i).fold(), folds) == held));
      List<Integer> rest = parts.getOrDefault(false, List.of());
      GradientBoostedTrees trees =
          fit(rest.stream().map(items::get).toList(), rest.stream().map(articles::get).toList());
      Ranker ranker = new Ranker(new Model("", background, words, trees, prices()), false);
      for (int i : parts.getOrDefault(true, List.of())) {
        TrainingExample item = items.get(i);
        compare(
            item,
            ranker,
            comparisons.computeIfAbsent(
                String.valueOf(item.source().file().getFileName()), f -> new Comparison()));
      }
    }
    StringBuilder report = new StringBuilder();
    comparisons.forEach(
        (file, comparison) ->
            report.append(
                "cross-validation, %d folds: %s, %s%n".formatted(folds, file, comparison)));
    return report.toString();
  }

  private static void compare(TrainingExample item, Ranker ranker, Comparison comparison) {
    AnalyzedText text = item.text();
    int count = item.source().sentences();
    Rouge rouge = new Rouge(item.example().language());
    comparison.add(
        rouge.score(
            item.example().references(),
            ranker.rank(text, count).chosen().stream()
                .map(choice -> line(text, text.sentences().get(choice.sentence())))
                .collect(Collectors.joining("\n"))),
        rouge.score(
            item.example().references(),
            text.sentences().stream()
                .filter(Sentence::isCandidate)
                .limit(count)
                .map(sentence -> line(text, sentence))
                .collect(Collectors.joining("\n"))));
  }

  private static String line(AnalyzedText text, Sentence sentence) {
    return text.textOf(sentence).replace('\n', ' ');
  }
}
