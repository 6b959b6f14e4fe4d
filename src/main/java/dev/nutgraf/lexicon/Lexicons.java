package dev.nutgraf.lexicon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lexicons of all languages, each read when it is first asked for. Thread-safe. */
public final class Lexicons {
  private final Map<String, Lexicon> byLanguage = new ConcurrentHashMap<>();

  /** The lexicon of a language; an empty one if it has none. */
  public Lexicon get(String language) {
    return byLanguage.computeIfAbsent(language, Lexicon::load);
  }

  /** How many have been read. */
  public int size() {
    return byLanguage.size();
  }
}
