package dev.nutgraf.local.evaluate;

import dev.nutgraf.local.evaluate.ReaderFaults.ReaderFault;
import dev.nutgraf.text.AnalyzedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Counts the faults of a system's summaries. */
final class FaultCounts {
  private final Map<ReaderFault, Integer> counts = new EnumMap<>(ReaderFault.class);
  private int summaries;
  private int faultless;
  private int pairs;
  private int neighbors;
  private long words;

  /**
   * Adds a summary.
   *
   * @param chosen indexes of its sentences in the text, ascending
   */
  void add(AnalyzedText text, List<Integer> chosen) {
    Set<Integer> all = new HashSet<>(chosen);
    List<String> lines = new ArrayList<>();
    List<Boolean> followed = new ArrayList<>();
    for (int sentence : chosen) {
      String line = text.lineOf(text.sentences().get(sentence));
      lines.add(line);
      words += ReaderFaults.words(line);
      boolean follows = all.contains(sentence - 1);
      followed.add(sentence == 0 || follows);
      neighbors += follows ? 1 : 0;
    }
    pairs += Math.max(0, chosen.size() - 1);
    Set<ReaderFault> faults = ReaderFaults.of(text.lexicon(), lines, followed);
    faults.forEach(fault -> counts.merge(fault, 1, Integer::sum));
    faultless += faults.isEmpty() ? 1 : 0;
    summaries++;
  }

  /** Returns the headings of {@link #row}. */
  static String headings() {
    StringBuilder row = new StringBuilder();
    for (ReaderFault fault : ReaderFault.values()) {
      row.append(String.format(Locale.ROOT, "%11s", fault.label()));
    }
    return row.append(String.format(Locale.ROOT, "%9s%11s%7s", "none", "neighbors", "words"))
        .toString();
  }

  /**
   * Returns the percentages of summaries with each fault and with none, of pairs of chosen
   * sentences that are neighbors, and the mean number of words.
   */
  String row() {
    StringBuilder row = new StringBuilder();
    for (ReaderFault fault : ReaderFault.values()) {
      row.append(
          String.format(Locale.ROOT, "%11.1f", percent(counts.getOrDefault(fault, 0), summaries)));
    }
    return row.append(
            String.format(
                Locale.ROOT,
                "%9.1f%11.1f%7.0f",
                percent(faultless, summaries),
                percent(neighbors, pairs),
                (double) words / Math.max(1, summaries)))
        .toString();
  }

  private static double percent(int part, int whole) {
    return 100.0 * part / Math.max(1, whole);
  }
}
