package dev.nutgraf.local.dev.train;

import java.util.ArrayList;
import java.util.List;

/** Enumerates subsets. */
final class Sets {
  private Sets() {}

  /** Returns all subsets of {@code size} numbers from 0 to {@code n - 1}, each ascending. */
  static int[][] of(int n, int size) {
    List<int[]> sets = new ArrayList<>();
    int[] set = new int[size];
    for (int i = 0; i < size; i++) {
      set[i] = i;
    }
    while (size <= n) {
      sets.add(set.clone());
      int i = size - 1;
      while (i >= 0 && set[i] == n - size + i) {
        i--;
      }
      if (i < 0) {
        break;
      }
      set[i]++;
      for (int j = i + 1; j < size; j++) {
        set[j] = set[j - 1] + 1;
      }
    }
    return sets.toArray(int[][]::new);
  }
}
