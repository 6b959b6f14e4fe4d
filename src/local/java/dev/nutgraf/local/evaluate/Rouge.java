package dev.nutgraf.local.evaluate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * ROUGE-1, ROUGE-2, ROUGE-L and ROUGE-Lsum (C.-Y. Lin, 2004) as the {@code rouge_score} package of
 * Google Research computes them: English in lower-case ASCII words, those longer than three letters
 * stemmed; other languages in Unicode words, not stemmed. Lines are sentences, which matters to
 * ROUGE-Lsum alone.
 */
public final class Rouge {
  private final boolean english;
  private final Map<String, String> stems = new HashMap<>();

  /** ROUGE for a language, a BCP 47 tag. */
  public Rouge(String language) {
    this.english = language.equals("en") || language.startsWith("en-");
  }

  /** The metrics, in the order of {@link Scores}. */
  public enum Metric {
    /** Words. */
    ROUGE_1("R-1"),
    /** Word pairs. */
    ROUGE_2("R-2"),
    /** Longest common subsequence of the texts. */
    ROUGE_L("R-L"),
    /** Union of the longest common subsequences of the sentences. */
    ROUGE_LSUM("R-Lsum");

    private final String label;

    Metric(String label) {
      this.label = label;
    }

    /** A short name. */
    public String label() {
      return label;
    }
  }

  /** F1 of each metric, in [0,1]. */
  public record Scores(double rouge1, double rouge2, double rougeL, double rougeLsum) {

    /** The value of one metric. */
    public double of(Metric metric) {
      return switch (metric) {
        case ROUGE_1 -> rouge1;
        case ROUGE_2 -> rouge2;
        case ROUGE_L -> rougeL;
        case ROUGE_LSUM -> rougeLsum;
      };
    }

    private Scores max(Scores other) {
      return new Scores(
          Math.max(rouge1, other.rouge1),
          Math.max(rouge2, other.rouge2),
          Math.max(rougeL, other.rougeL),
          Math.max(rougeLsum, other.rougeLsum));
    }
  }

  /** The scores of a summary; with several references the best of each metric. */
  public Scores score(List<String> references, String summary) {
    List<List<String>> lines = lines(summary);
    Scores best = new Scores(0, 0, 0, 0);
    for (String reference : references) {
      best = best.max(score(lines(reference), lines));
    }
    return best;
  }

  private static Scores score(List<List<String>> reference, List<List<String>> summary) {
    List<String> a = reference.stream().flatMap(List::stream).toList();
    List<String> b = summary.stream().flatMap(List::stream).toList();
    return new Scores(
        overlap(ngrams(a, 1), ngrams(b, 1)),
        overlap(ngrams(a, 2), ngrams(b, 2)),
        f1(commonSubsequence(a, b).size(), b.size(), a.size()),
        unionOfSubsequences(reference, summary));
  }

  private List<List<String>> lines(String text) {
    return text.lines().map(this::tokens).filter(line -> !line.isEmpty()).toList();
  }

  /** The words of a text as ROUGE counts them. */
  public List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    String folded =
        english
            ? text.toLowerCase(Locale.ROOT)
            : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    int start = -1;
    for (int i = 0; i <= folded.length(); ) {
      int c = i < folded.length() ? folded.codePointAt(i) : ' ';
      if (isWord(c)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        String token = folded.substring(start, i);
        tokens.add(
            english && token.length() > 3
                ? stems.computeIfAbsent(token, PorterStemmer::stem)
                : token);
        start = -1;
      }
      i += Character.charCount(c);
    }
    return tokens;
  }

  private boolean isWord(int c) {
    if (english) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || c == '_'
        || Character.getType(c) == Character.OTHER_NUMBER;
  }

  private static Map<List<String>, Integer> ngrams(List<String> tokens, int n) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= tokens.size(); i++) {
      counts.merge(tokens.subList(i, i + n), 1, Integer::sum);
    }
    return counts;
  }

  private static double overlap(
      Map<List<String>, Integer> reference, Map<List<String>, Integer> summary) {
    int hits = 0;
    for (Map.Entry<List<String>, Integer> gram : reference.entrySet()) {
      hits += Math.min(gram.getValue(), summary.getOrDefault(gram.getKey(), 0));
    }
    return f1(hits, sum(summary), sum(reference));
  }

  private static int sum(Map<List<String>, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static double f1(int hits, int summaryLength, int referenceLength) {
    return hits == 0 ? 0 : 2.0 * hits / (summaryLength + referenceLength);
  }

  /** The places in {@code a} of one longest common subsequence, traced back as rouge_score does. */
  private static List<Integer> commonSubsequence(List<String> a, List<String> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        length[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    List<Integer> places = new ArrayList<>();
    int i = a.size();
    int j = b.size();
    while (i > 0 && j > 0) {
      if (a.get(i - 1).equals(b.get(j - 1))) {
        places.add(--i);
        j--;
      } else if (length[i][j - 1] > length[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
    return places;
  }

  private static double unionOfSubsequences(
      List<List<String>> reference, List<List<String>> summary) {
    Map<String, Integer> inReference = counts(reference);
    Map<String, Integer> inSummary = counts(summary);
    int hits = 0;
    for (List<String> sentence : reference) {
      TreeSet<Integer> union = new TreeSet<>();
      for (List<String> other : summary) {
        union.addAll(commonSubsequence(sentence, other));
      }
      for (int place : union) {
        String token = sentence.get(place);
        int left = inSummary.getOrDefault(token, 0);
        int wanted = inReference.getOrDefault(token, 0);
        if (left > 0 && wanted > 0) {
          hits++;
          inSummary.put(token, left - 1);
          inReference.put(token, wanted - 1);
        }
      }
    }
    return f1(
        hits,
        summary.stream().mapToInt(List::size).sum(),
        reference.stream().mapToInt(List::size).sum());
  }

  private static Map<String, Integer> counts(List<List<String>> lines) {
    Map<String, Integer> counts = new HashMap<>();
    lines.forEach(line -> line.forEach(token -> counts.merge(token, 1, Integer::sum)));
    return counts;
  }
}
