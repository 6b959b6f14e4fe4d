package dev.nutgraf.lexicon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lexicons of all languages, each built when it is first asked for. Thread-safe. */
public final class Lexicons {
  private final Map<String, Lexicon> byLanguage = new ConcurrentHashMap<>();

  /** Returns the lexicon of a language; an empty one if it has no file. */
  public Lexicon get(String language) {
    return byLanguage.computeIfAbsent(language, Lexicon::load);
  }

  /** Returns the number of lexicons built so far. */
  public int size() {
    return byLanguage.size();
  }
}
