package dev.nutgraf.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lexicons of all languages, each read when it is first asked for. Thread-safe. */
final class Lexicons {
  private final Map<String, Lexicon> byLanguage = new ConcurrentHashMap<>();

  /** The lexicon of a language; an empty one if it has none. */
  Lexicon get(String language) {
    return byLanguage.computeIfAbsent(language, Lexicon::load);
  }

  /** How many have been read. */
  int size() {
    return byLanguage.size();
  }
}
