package dev.nutgraf.lexicon;

import java.util.List;
import java.util.Set;

/** A list of words or phrases that commas separate. */
public final class WordList {
  private WordList() {}

  /** The words of a list. */
  public static Set<String> of(String list) {
    return Set.copyOf(List.of(list.split(",\\s*", -1)));
  }
}
