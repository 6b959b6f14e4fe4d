package dev.nutgraf.local.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The greedy oracle: the sentences that, added one at a time, raise ROUGE-1 plus ROUGE-2 most
 * (Nallapati, Zhai and Zhou, SummaRuNNer, AAAI 2017). It knows the reference and approximates the
 * upper bound of extractive summaries.
 */
final class Oracle {
  private final Rouge rouge;

  Oracle(Rouge rouge) {
    this.rouge = rouge;
  }

  /** Returns the indices of at most {@code count} sentences, ascending. */
  List<Integer> choose(List<String> sentences, String reference, int count) {
    Grams wanted = new Grams(rouge.tokens(reference));
    List<Grams> grams = sentences.stream().map(s -> new Grams(rouge.tokens(s))).toList();
    TreeSet<Integer> chosen = new TreeSet<>();
    Grams summary = new Grams(List.of());
    double best = 0;
    while (chosen.size() < count) {
      int next = -1;
      for (int s = 0; s < grams.size(); s++) {
        if (!chosen.contains(s)) {
          double score = wanted.f1(summary, grams.get(s));
          if (score > best) {
            best = score;
            next = s;
          }
        }
      }
      if (next < 0) {
        break;
      }
      chosen.add(next);
      summary.add(grams.get(next));
    }
    return List.copyOf(chosen);
  }

  /** Counts of words and word pairs. */
  private static final class Grams {
    private final Map<List<String>, Integer> counts = new HashMap<>();
    private int words;
    private int pairs;

    Grams(List<String> tokens) {
      for (int i = 0; i < tokens.size(); i++) {
        counts.merge(List.of(tokens.get(i)), 1, Integer::sum);
        words++;
        if (i > 0) {
          counts.merge(List.of(tokens.get(i - 1), tokens.get(i)), 1, Integer::sum);
          pairs++;
        }
      }
    }

    void add(Grams other) {
      other.counts.forEach((gram, count) -> counts.merge(gram, count, Integer::sum));
      words += other.words;
      pairs += other.pairs;
    }

    double f1(Grams summary, Grams sentence) {
      int wordHits = 0;
      int pairHits = 0;
      for (Map.Entry<List<String>, Integer> gram : counts.entrySet()) {
        int have =
            summary.counts.getOrDefault(gram.getKey(), 0)
                + sentence.counts.getOrDefault(gram.getKey(), 0);
        int hits = Math.min(gram.getValue(), have);
        if (gram.getKey().size() == 1) {
          wordHits += hits;
        } else {
          pairHits += hits;
        }
      }
      return 2.0 * wordHits / Math.max(1, words + summary.words + sentence.words)
          + 2.0 * pairHits / Math.max(1, pairs + summary.pairs + sentence.pairs);
    }
  }
}
