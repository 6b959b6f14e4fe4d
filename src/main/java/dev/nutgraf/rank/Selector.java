package dev.nutgraf.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses the sentences of a summary: high scores, without repetition, with what they lean on.
 *
 * <p>The value of a summary is the sum of its sentences' scores, minus the {@link Prices} of
 * repetition and of faults that a reader would object to ({@link Coherence}). The selector looks
 * for the set with the highest value that has the requested length, in this order:
 *
 * <ol>
 *   <li>Of sentences with the same words only the first is kept, unless the summary has room for
 *       all sentences.
 *   <li>A long text is divided into equal parts, at most one per sentence to choose, and each part
 *       gets an equal share of the summary. A text of one segment ({@link FeatureMatrix#segments})
 *       is one part.
 *   <li>The best-scored sentences of each part form a pool, together with the neighbors that they
 *       need, so the cost doesn't depend on the length of the article.
 *   <li>A beam search goes through the pool in text order and adds units to summaries: a sentence
 *       alone, or with the neighbors without which it makes no sense. For each number of sentences
 *       the best summaries are kept.
 *   <li>If a part has too few sentences, the others fill the summary.
 * </ol>
 *
 * <p>Scores are in units of log-odds and mostly within -7 and 7.
 */
final class Selector {
  /** Sentences in the pool beyond those to choose. */
  private static final int SPARE_SENTENCES = 8;

  /** Overlap above which two sentences are duplicates. */
  private static final double DUPLICATE_OVERLAP = 0.9;

  /** Price of duplicates, which no score outweighs. */
  private static final double DUPLICATE_PRICE = 1000;

  /** Summaries of each size that the search keeps. */
  private static final int BEAM = 16;

  /** A range of places in the pool that is added as a whole. */
  private record Unit(int first, int last) implements Comparable<Unit> {
    @Override
    public int compareTo(Unit other) {
      return last != other.last ? Integer.compare(last, other.last) : other.first - first;
    }

    int size() {
      return last - first + 1;
    }
  }

  /** The beginning of a summary; its value grows by one sentence at a time. */
  private static final class Partial {
    /** The place of its last sentence in the pool, -1 for the empty one. */
    final int place;

    final int size;

    /** The summary without its last sentence; the empty one is its own. */
    final Partial before;

    /** Without what the last sentence costs if the one after isn't chosen. */
    final double value;

    final int words;
    final int characters;

    /** Sentences in the part of the last one. */
    final int inPart;

    Partial() {
      this.place = -1;
      this.size = 0;
      this.before = this;
      this.value = 0;
      this.words = 0;
      this.characters = 0;
      this.inPart = 0;
    }

    Partial(Partial before, int place, double value, int words, int characters, int inPart) {
      this.place = place;
      this.size = before.size + 1;
      this.before = before;
      this.value = value;
      this.words = words;
      this.characters = characters;
      this.inPart = inPart;
    }
  }

  private final Coherence coherence;
  private final Prices prices;
  private final SummaryLength length;

  /** Rows to choose from, in text order. */
  private final int[] pool;

  /** By place in the pool, the score above the lowest, minus what the sentence always costs. */
  private final double[] worth;

  private final double[] withoutPrevious;
  private final double[] withoutNext;
  private final int[] words;
  private final int[] characters;

  /** By place in the pool, the part of the text that the row belongs to. */
  private final int[] part;

  /** By two places in the pool, the price of choosing both. */
  private final double[][] repetition;

  private Selector(
      FeatureMatrix features,
      double[] scores,
      Prices prices,
      SummaryLength length,
      int[] pool,
      int parts) {
    this.coherence = features.coherence();
    this.prices = prices;
    this.length = length;
    this.pool = pool;
    this.worth = new double[pool.length];
    this.withoutPrevious = new double[pool.length];
    this.withoutNext = new double[pool.length];
    this.words = new int[pool.length];
    this.characters = new int[pool.length];
    this.part = new int[pool.length];
    this.repetition = new double[pool.length][pool.length];
    double lowest = Double.MAX_VALUE;
    for (int row : pool) {
      lowest = Math.min(lowest, scores[row]);
    }
    double[][] overlaps = features.overlaps(pool);
    for (int i = 0; i < pool.length; i++) {
      int row = pool[i];
      worth[i] = scores[row] - lowest + 1 - coherence.alone(row, prices);
      withoutPrevious[i] = coherence.withoutPrevious(row, prices);
      withoutNext[i] = coherence.withoutNext(row, prices);
      words[i] = features.words(row);
      characters[i] = length.isLimited() ? features.characters(row) : 0;
      part[i] = part(row, scores.length, parts);
      for (int j = 0; j < pool.length; j++) {
        double overlap = overlaps[i][j];
        repetition[i][j] =
            overlap > DUPLICATE_OVERLAP ? DUPLICATE_PRICE : prices.repetition() * overlap;
      }
    }
  }

  /**
   * Chooses sentences.
   *
   * @param scores one per row
   * @param length the length of the summary, which one sentence alone may exceed
   * @return the rows in text order; fewer than requested if there are too few distinct ones
   */
  static int[] choose(
      FeatureMatrix features, double[] scores, Prices prices, SummaryLength length) {
    int count = length.sentences();
    int[] distinct = distinct(features, count);
    int[] fitting = fitting(features, distinct, length);
    if (fitting.length == 0) {
      return shortest(features, distinct);
    }
    int parts = Math.max(1, Math.min(count, features.segments()));
    int[] pool = withNeighbors(pool(fitting, scores, parts, count), features.coherence(), count);
    Selector selector = new Selector(features, scores, prices, length, pool, parts);
    int[] rows = selector.search((count + parts - 1) / parts);
    // Other parts fill the places that a short part leaves.
    return parts > 1 && rows.length < Math.min(count, pool.length) ? selector.search(count) : rows;
  }

  /** Returns the rows that the limits of words and characters admit. */
  private static int[] fitting(FeatureMatrix features, int[] rows, SummaryLength length) {
    return length.isLimited()
        ? Arrays.stream(rows)
            .filter(row -> length.admits(features.words(row), features.characters(row)))
            .toArray()
        : rows;
  }

  private static int[] shortest(FeatureMatrix features, int[] rows) {
    int shortest = rows[0];
    for (int row : rows) {
      if (features.characters(row) < features.characters(shortest)) {
        shortest = row;
      }
    }
    return new int[] {shortest};
  }

  /** Adds the rows that others need beside them. */
  private static int[] withNeighbors(int[] rows, Coherence coherence, int count) {
    TreeSet<Integer> all = new TreeSet<>();
    for (int row : rows) {
      int first = row;
      while (coherence.needsPrevious(first) && row - first < count) {
        all.add(first--);
      }
      int last = row;
      while (coherence.needsNext(last) && last - first < count) {
        all.add(last++);
      }
      all.add(first);
      all.add(last);
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the best rows of each part, ascending. */
  private static int[] pool(int[] rows, double[] scores, int parts, int count) {
    int[] pool = new int[0];
    int from = 0;
    for (int part = 0; part < parts; part++) {
      int to = from;
      while (to < rows.length && part(rows[to], scores.length, parts) == part) {
        to++;
      }
      int wanted = Math.min(to - from, (parts == 1 ? count : 1 + count / parts) + SPARE_SENTENCES);
      int[] best = best(Arrays.copyOfRange(rows, from, to), scores, wanted);
      int before = pool.length;
      pool = Arrays.copyOf(pool, before + best.length);
      System.arraycopy(best, 0, pool, before, best.length);
      from = to;
    }
    return pool;
  }

  private static int part(int row, int rows, int parts) {
    return (int) ((long) row * parts / rows);
  }

  /** Returns all rows except those with the same words as an earlier one. */
  private static int[] distinct(FeatureMatrix features, int count) {
    int[] rows = new int[features.rows()];
    Set<Long> seen = new HashSet<>();
    int distinct = 0;
    for (int row = 0; row < rows.length; row++) {
      if (rows.length <= count || seen.add(features.identity(row))) {
        rows[distinct++] = row;
      }
    }
    return Arrays.copyOf(rows, distinct);
  }

  /** Returns the rows with the highest scores, ascending; the earlier of equals. */
  private static int[] best(int[] rows, double[] scores, int count) {
    double[] sorted = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sorted[i] = scores[rows[i]];
    }
    Arrays.sort(sorted);
    if (count == 0) {
      return new int[0];
    }
    double min = sorted[sorted.length - count];
    int equals = count;
    for (int i = sorted.length - 1; i >= 0 && sorted[i] > min; i--) {
      equals--;
    }
    int[] best = new int[count];
    int filled = 0;
    for (int row : rows) {
      if (scores[row] > min || (scores[row] == min && equals-- > 0)) {
        best[filled++] = row;
      }
    }
    return best;
  }

  /** Returns the rows of the best summary with at most {@code perPart} sentences of each part. */
  private int[] search(int perPart) {
    List<List<Partial>> beams = new ArrayList<>();
    for (int size = 0; size <= Math.min(length.sentences(), pool.length); size++) {
      beams.add(new ArrayList<>(BEAM + 1));
    }
    beams.get(0).add(new Partial());
    for (Unit unit : units()) {
      for (int size = 0; size + unit.size() < beams.size(); size++) {
        for (Partial partial : beams.get(size)) {
          Partial extended = unit.first() > partial.place ? add(partial, unit, perPart) : partial;
          if (extended != partial) {
            keep(extended, beams.get(extended.size));
          }
        }
      }
    }
    return rows(best(beams));
  }

  /** Returns each place alone, and each that needs neighbors together with them, by last place. */
  private Set<Unit> units() {
    Set<Unit> units = new TreeSet<>();
    for (int place = 0; place < pool.length; place++) {
      units.add(new Unit(place, place));
      int first = place;
      while (first > 0 && adjoins(first) && coherence.needsPrevious(pool[first])) {
        first--;
      }
      int last = place;
      while (last + 1 < pool.length && adjoins(last + 1) && coherence.needsNext(pool[last])) {
        last++;
      }
      units.add(new Unit(first, last));
    }
    return units;
  }

  /** Returns whether the row is the one after that at the place before. */
  private boolean adjoins(int place) {
    return pool[place] == pool[place - 1] + 1;
  }

  /** Returns the summary with a unit added, or unchanged if it has no room. */
  private Partial add(Partial partial, Unit unit, int perPart) {
    Partial sum = partial;
    for (int place = unit.first(); place <= unit.last(); place++) {
      int inPart = 1 + (sum.place >= 0 && part[sum.place] == part[place] ? sum.inPart : 0);
      int allWords = sum.words + words[place];
      int allCharacters = sum.characters + characters[place];
      if (inPart > perPart || !length.admits(allWords, allCharacters)) {
        return partial;
      }
      double value = sum.value + worth[place] - priceOf(place, sum);
      sum = new Partial(sum, place, value, allWords, allCharacters, inPart);
    }
    return sum;
  }

  /** Returns what a sentence costs after those chosen. */
  private double priceOf(int place, Partial chosen) {
    int row = pool[place];
    double price = Coherence.distance(chosen.size == 0 ? -1 : pool[chosen.place], row, prices);
    if (chosen.size == 0) {
      price += withoutPrevious[place];
    } else if (pool[chosen.place] != row - 1) {
      price += withoutPrevious[place] + withoutNext[chosen.place];
    }
    boolean introduced = coherence.introduction(row) < 0;
    for (Partial other = chosen; other.size > 0; other = other.before) {
      price += repetition[place][other.place];
      introduced |= pool[other.place] == coherence.introduction(row);
    }
    return introduced ? price : price + prices.introduction();
  }

  /** Keeps a summary among the best of its size; of equals the earlier. */
  private void keep(Partial partial, List<Partial> beam) {
    double value = valueAlone(partial);
    int at = beam.size();
    while (at > 0 && valueAlone(beam.get(at - 1)) < value) {
      at--;
    }
    if (at < BEAM) {
      beam.add(at, partial);
      if (beam.size() > BEAM) {
        beam.remove(BEAM);
      }
    }
  }

  private double valueAlone(Partial partial) {
    return partial.size == 0 ? 0 : partial.value - withoutNext[partial.place];
  }

  /** Returns the best of the largest summaries; within limits of length, the best of all. */
  private Partial best(List<List<Partial>> beams) {
    Partial best = beams.get(0).get(0);
    for (List<Partial> beam : beams) {
      if (!beam.isEmpty()
          && (!length.isLimited()
              || best.size == 0
              || valueAlone(beam.get(0)) > valueAlone(best))) {
        best = beam.get(0);
      }
    }
    return best;
  }

  private int[] rows(Partial summary) {
    int[] rows = new int[summary.size];
    for (Partial partial = summary; partial.size > 0; partial = partial.before) {
      rows[partial.size - 1] = pool[partial.place];
    }
    return rows;
  }
}
