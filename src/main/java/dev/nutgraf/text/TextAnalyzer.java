package dev.nutgraf.text;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.Block;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Cuts an article into sentences and words. Thread-safe. */
public final class TextAnalyzer {
  private static final Pattern WORD_GAP = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Analyzes an article, in time linear in its length. */
  public AnalyzedText analyze(Article article) {
    List<Sentence> sentences = new ArrayList<>();
    for (Block block : article.blocks()) {
      BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
      breaks.setText(article.text().substring(block.start(), block.end()));
      int from = breaks.first();
      for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
        int end = block.start() + to;
        while (end > block.start() + from
            && Character.isWhitespace(article.text().charAt(end - 1))) {
          end--;
        }
        sentences.add(new Sentence(block.start() + from, end, block));
      }
    }
    return new AnalyzedText(article, "und", sentences, terms(article, sentences));
  }

  private static Terms terms(Article article, List<Sentence> sentences) {
    String text = article.text();
    int[] first = new int[sentences.size() + 1];
    List<int[]> tokens = new ArrayList<>();
    Map<String, Integer> ids = new HashMap<>();
    List<String> stems = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      int at = sentences.get(s).start();
      while (at < sentences.get(s).end()) {
        int end = at;
        while (end < sentences.get(s).end() && Character.isLetterOrDigit(text.charAt(end))) {
          end++;
        }
        if (end > at) {
          String word = text.substring(at, end).toLowerCase(Locale.ROOT);
          int id = ids.computeIfAbsent(word, w -> ids.size());
          if (id == stems.size()) {
            stems.add(word);
          }
          tokens.add(new int[] {id, at, end});
        }
        at = end + 1;
      }
      first[s + 1] = tokens.size();
    }
    boolean[] inHeadline = new boolean[stems.size()];
    article
        .facts()
        .headline()
        .map(headline -> headline.value().toLowerCase(Locale.ROOT))
        .ifPresent(
            headline ->
                WORD_GAP
                    .splitAsStream(headline)
                    .map(word -> ids.getOrDefault(word, -1))
                    .filter(id -> id >= 0)
                    .forEach(id -> inHeadline[id] = true));
    return new Terms(
        first,
        tokens.stream().mapToInt(t -> t[0]).toArray(),
        tokens.stream().mapToInt(t -> t[1]).toArray(),
        tokens.stream().mapToInt(t -> t[2]).toArray(),
        stems.toArray(String[]::new),
        new boolean[stems.size()],
        inHeadline);
  }
}
