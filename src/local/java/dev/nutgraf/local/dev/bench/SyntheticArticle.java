package dev.nutgraf.local.dev.bench;

import java.util.List;
import java.util.Random;

/**
 * Synthetic articles of any length with the statistics of news: words by Zipf's law, sentences of 8
 * to 32 words, names, numbers, abbreviations, quotations, paragraphs. The same seed gives the same
 * article.
 */
public final class SyntheticArticle {
  private static final int VOCABULARY = 4_000;
  private static final List<String> ENGLISH =
      List.of(
          "the", "of", "and", "to", "a", "in", "that", "is", "was", "for", "on", "with", "as", "by",
          "it", "at", "from", "be", "has", "have", "which", "this", "not", "are", "were", "after");
  private static final List<String> GERMAN =
      List.of(
          "der", "die", "und", "in", "den", "von", "zu", "das", "mit", "sich", "des", "auf", "für",
          "ist", "im", "dem", "nicht", "ein", "eine", "als", "auch", "es", "an", "werden", "aus");
  private static final List<String> ONSETS =
      List.of("b", "br", "c", "d", "f", "g", "gr", "h", "l", "m", "n", "p", "pr", "r", "s", "st");
  private static final List<String> RHYMES =
      List.of("a", "e", "o", "an", "er", "in", "ol", "und", "ist", "ent", "or", "al", "ing");

  private final Random random;
  private final boolean german;
  private final List<String> functionWords;
  private final StringBuilder text = new StringBuilder();

  private SyntheticArticle(long seed, boolean german) {
    this.random = new Random(seed);
    this.german = german;
    this.functionWords = german ? GERMAN : ENGLISH;
  }

  /** Returns an English article of about the given number of words. */
  public static String english(int words, long seed) {
    return new SyntheticArticle(seed, false).write(words);
  }

  /** Returns a German article of about the given number of words. */
  public static String german(int words, long seed) {
    return new SyntheticArticle(seed, true).write(words);
  }

  /** Returns a web page with an English article of about {@code words} words and navigation. */
  public static String page(int words, long seed) {
    StringBuilder page =
        new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><title>Synthetic</title>")
            .append("<meta property=\"og:title\" content=\"Synthetic\"></head><body><nav><ul>");
    for (int i = 0; i < 60; i++) {
      page.append("<li><a href=\"/section/").append(i).append("\">Section ").append(i);
      page.append("</a></li>");
    }
    page.append("</ul></nav><main><article><h1>Synthetic</h1>");
    for (String paragraph : english(words, seed).split("\n\n", -1)) {
      page.append("<p class=\"story-text\">").append(paragraph).append("</p>\n");
    }
    return page.append("</article></main><footer>All rights reserved.</footer></body></html>")
        .toString();
  }

  private String write(int words) {
    int written = 0;
    for (int sentence = 0; written < words; sentence++) {
      if (sentence > 0) {
        text.append(sentence % 3 == 0 ? "\n\n" : " ");
      }
      int length = Math.min(8 + random.nextInt(25), Math.max(3, words - written));
      sentence(length);
      written += length;
    }
    return text.append('\n').toString();
  }

  private void sentence(int length) {
    boolean quoted = random.nextInt(8) == 0;
    text.append(quoted ? "\"" : "");
    for (int i = 0; i < length; i++) {
      String word = word();
      boolean capital = i == 0 || random.nextInt(german ? 4 : 12) == 0;
      text.append(i == 0 ? "" : " ");
      text.append(capital ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
      if (i + 1 < length && random.nextInt(14) == 0) {
        text.append(',');
      }
    }
    text.append(quoted ? ",\" said Dr. Example." : ".");
  }

  private String word() {
    int kind = random.nextInt(100);
    if (kind < 42) {
      return functionWords.get(random.nextInt(functionWords.size()));
    }
    if (kind < 44) {
      return Integer.toString(random.nextInt(3_000));
    }
    // By Zipf's law: the rank is spread evenly on a logarithmic scale.
    return content((int) Math.pow(VOCABULARY, random.nextDouble()));
  }

  /** The content word of a rank: two to four syllables that depend on nothing but the rank. */
  private static String content(int rank) {
    StringBuilder word = new StringBuilder();
    int left = rank * 7_919 + 13;
    for (int syllable = 0; syllable < 2 + rank % 3; syllable++) {
      word.append(ONSETS.get(left % ONSETS.size()));
      left /= 3;
      word.append(RHYMES.get(left % RHYMES.size()));
      left /= 2;
    }
    return word.toString();
  }
}
