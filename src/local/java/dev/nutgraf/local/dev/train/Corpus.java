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

/** The articles to learn from, and the background that all their texts together make. */
final class Corpus {
  /** Sentences beyond this one are not learned from; summaries of news hardly reach them. */
  private static final int ROWS = 60;

  private static final int SAME_START = 150;
  private static final int LEAST_ARTICLES = 50;
  private static final int LEAST_FREQUENCY = 4;

  /**
   * A file of examples.
   *
   * @param sentences how many sentences a summary of its articles is to have
   * @param weight what an article of it counts for in training; 0 for the background alone
   */
  record TrainingFile(Path file, int sentences, double weight) {}

  /**
   * An article of the corpus.
   *
   * @param summaryStems the stems of its reference summary
   * @param fold a number that equal openings share, so that near-copies are never parted
   */
  record TrainingExample(
      TrainingFile source,
      int fold,
      Example example,
      AnalyzedText text,
      Set<String> summaryStems) {}

  private final List<TrainingExample> items = new ArrayList<>();
  private final StringBuilder provenance = new StringBuilder();

  /** Reads the files; of articles with the same opening the first counts. */
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
    for (int i = 0; i < text.length() && letters.length() < SAME_START; i++) {
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

  /** All articles, those that only serve the background included. */
  List<TrainingExample> items() {
    return items;
  }

  /** One line per file. */
  String provenance() {
    return provenance.toString();
  }

  /** How rare each stem is, by the share of the language's articles that hold it. */
  DocumentFrequencies background() {
    Map<String, List<AnalyzedText>> byLanguage = new TreeMap<>();
    for (TrainingExample item : items) {
      byLanguage.computeIfAbsent(item.text().language(), l -> new ArrayList<>()).add(item.text());
    }
    TreeMap<Integer, Float> rarities = new TreeMap<>();
    byLanguage.forEach(
        (language, texts) -> {
          if (texts.size() >= LEAST_ARTICLES) {
            addRarities(language, texts, rarities);
          }
        });
    int[] hashes = rarities.keySet().stream().mapToInt(Integer::intValue).toArray();
    float[] values = new float[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      values[i] = rarities.getOrDefault(hashes[i], 1f);
    }
    return DocumentFrequencies.of(hashes, values);
  }

  private static void addRarities(
      String language, List<AnalyzedText> texts, Map<Integer, Float> rarities) {
    Map<String, Integer> frequency = new HashMap<>();
    for (AnalyzedText text : texts) {
      for (int term = 0; term < text.terms().termCount(); term++) {
        frequency.merge(text.terms().stem(term), 1, Integer::sum);
      }
    }
    double rarest = Math.log(texts.size() / (double) LEAST_FREQUENCY);
    frequency.forEach(
        (stem, articles) -> {
          if (articles > LEAST_FREQUENCY) {
            float rarity = (float) (Math.log(texts.size() / (double) articles) / rarest);
            rarities.merge(DocumentFrequencies.hash(language, stem), rarity, Math::min);
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

  /** An article as training sees it, by background and word model. */
  static TrainingArticle prepare(
      TrainingExample item, DocumentFrequencies background, WordModel words) {
    FeatureMatrix features = FeatureMatrix.of(item.text(), background, words);
    List<String> sentences = new ArrayList<>();
    for (int row = 0; row < Math.min(ROWS, features.rows()); row++) {
      sentences.add(item.text().textOf(item.text().sentences().get(features.sentence(row))));
    }
    float[][] overlap = new float[sentences.size()][sentences.size()];
    for (int i = 0; i < overlap.length; i++) {
      for (int j = 0; j < i; j++) {
        overlap[i][j] = (float) features.overlap(i, j);
        overlap[j][i] = overlap[i][j];
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
