package dev.nutgraf.local.dev.train;

import dev.nutgraf.local.evaluate.Example;
import dev.nutgraf.local.evaluate.Rouge;
import dev.nutgraf.rank.DocumentFrequencies;
import dev.nutgraf.rank.FeatureMatrix;
import dev.nutgraf.rank.WordModel;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.TextAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The training articles and the document frequencies of all their texts. */
final class Corpus {
  /** Later sentences are not used for training; summaries of news rarely quote them. */
  private static final int MAX_ROWS = 60;

  private static final int OPENING_LENGTH = 150;
  private static final int MIN_ARTICLES = 50;
  private static final int MIN_FREQUENCY = 4;

  /**
   * A file of examples.
   *
   * @param sentences sentences in a summary of its articles
   * @param weight training weight of its articles; 0 to use their document frequencies only
   */
  record TrainingFile(Path file, int sentences, double weight) {}

  /**
   * An article of the corpus.
   *
   * @param summaryStems the stems of its reference summary
   * @param fold the same for articles with equal openings, so that near-copies share a fold
   */
  record TrainingExample(
      TrainingFile source,
      int fold,
      Example example,
      AnalyzedText text,
      Set<String> summaryStems) {}

  private final List<TrainingExample> items = new ArrayList<>();
  private final StringBuilder provenance = new StringBuilder();

  /** Reads the files; of articles with the same opening only the first is kept. */
  static Corpus read(List<TrainingFile> sources) throws IOException {
    Corpus corpus = new Corpus();
    TextAnalyzer analyzer = new TextAnalyzer();
    Set<String> openings = new HashSet<>();
    for (TrainingFile source : sources) {
      int before = corpus.items.size();
      for (Example example : Example.read(source.file())) {
        String opening = opening(example.text());
        Optional<AnalyzedText> text =
            openings.add(opening) ? example.analyze(analyzer) : Optional.empty();
        text.ifPresent(
            t ->
                corpus.items.add(
                    new TrainingExample(
                        source, opening.hashCode(), example, t, stems(example, t, analyzer))));
      }
      corpus.provenance.append(
          "data: %s, %d articles, %d sentences, weight %s, SHA-256 %s%n"
              .formatted(
                  source.file().getFileName(),
                  corpus.items.size() - before,
                  source.sentences(),
                  source.weight(),
                  sha256(source.file())));
    }
    return corpus;
  }

  /** The stems of the first reference, in the article's language. */
  private static Set<String> stems(Example example, AnalyzedText article, TextAnalyzer analyzer) {
    Set<String> stems = new HashSet<>();
    if (!example.references().isEmpty()) {
      Example summary =
          new Example(
              example.id(),
              Optional.empty(),
              example.references().get(0),
              List.of(),
              example.language());
      summary
          .analyze(analyzer, Optional.of(article.language()))
          .ifPresent(
              text -> {
                for (int term = 0; term < text.terms().termCount(); term++) {
                  stems.add(text.terms().stem(term));
                }
              });
    }
    return stems;
  }

  private static String opening(String text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.length() && letters.length() < OPENING_LENGTH; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        letters.append(text.charAt(i));
      }
    }
    return letters.toString();
  }

  static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** All articles, including those of weight 0. */
  List<TrainingExample> items() {
    return items;
  }

  /** One line per file. */
  String provenance() {
    return provenance.toString();
  }

  /** The inverse document frequency of each stem among the articles of its language. */
  DocumentFrequencies background() {
    Map<String, List<AnalyzedText>> byLanguage = new TreeMap<>();
    for (TrainingExample item : items) {
      byLanguage.computeIfAbsent(item.text().language(), l -> new ArrayList<>()).add(item.text());
    }
    TreeMap<Integer, Float> idfs = new TreeMap<>();
    byLanguage.forEach(
        (language, texts) -> {
          if (texts.size() >= MIN_ARTICLES) {
            addIdfs(language, texts, idfs);
          }
        });
    int[] hashes = idfs.keySet().stream().mapToInt(Integer::intValue).toArray();
    float[] values = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      values[i] = idfs.getOrDefault(hashes[i], 1f);
    }
    return DocumentFrequencies.of(hashes, values);
  }

  private static void addIdfs(String language, List<AnalyzedText> texts, Map<Integer, Float> idfs) {
    Map<String, Integer> frequency = new HashMap<>();
    for (AnalyzedText text : texts) {
      for (int term = 0; term < text.terms().termCount(); term++) {
        frequency.merge(text.terms().stem(term), 1, Integer::sum);
      }
    }
    double maxIdf = Math.log(texts.size() / (double) MIN_FREQUENCY);
    frequency.forEach(
        (stem, articles) -> {
          if (articles > MIN_FREQUENCY) {
            float idf = (float) (Math.log(texts.size() / (double) articles) / maxIdf);
            idfs.merge(DocumentFrequencies.hash(language, stem), idf, Math::min);
          }
        });
  }

  /** The word model of all articles that have a summary. */
  WordModel words(DocumentFrequencies background) {
    WordTrainer trainer = new WordTrainer();
    for (TrainingExample item : items) {
      if (item.source().weight() > 0 && !item.summaryStems().isEmpty()) {
        trainer.add(item.text(), background, item.summaryStems(), item.source().weight());
      }
    }
    return trainer.fit();
  }

  /** Returns the features and reference of an article for training. */
  static TrainingArticle prepare(
      TrainingExample item, DocumentFrequencies background, WordModel words) {
    FeatureMatrix features = FeatureMatrix.of(item.text(), background, words);
    List<String> sentences = new ArrayList<>();
    for (int row = 0; row < Math.min(MAX_ROWS, features.rows()); row++) {
      sentences.add(item.text().textOf(item.text().sentences().get(features.sentence(row))));
    }
    double[][] overlaps = features.overlaps(IntStream.range(0, sentences.size()).toArray());
    float[][] overlap = new float[sentences.size()][sentences.size()];
    for (int i = 0; i < overlap.length; i++) {
      for (int j = 0; j < overlap.length; j++) {
        overlap[i][j] = (float) overlaps[i][j];
      }
    }
    return new TrainingArticle(
        features,
        sentences,
        item.example().references().get(0),
        new Rouge(item.example().language()),
        overlap);
  }
}
