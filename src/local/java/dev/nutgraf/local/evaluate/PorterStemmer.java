package dev.nutgraf.local.evaluate;

import java.util.Map;

/**
 * The Porter stemmer with NLTK's extensions (M. F. Porter, An algorithm for suffix stripping,
 * Program 14(3), 1980). The {@code rouge_score} package stems with it, so comparable scores need
 * the same stems. OpenNLP's {@code PorterStemmer} implements the original algorithm: of 73,748
 * English words in five news data sets it stems 1,212 differently (they, says, news, days, money,
 * ...), 2.8 % of all tokens. Takes lower-case words.
 */
final class PorterStemmer {
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("sky", "sky"),
          Map.entry("skies", "sky"),
          Map.entry("dying", "die"),
          Map.entry("lying", "lie"),
          Map.entry("tying", "tie"),
          Map.entry("news", "news"),
          Map.entry("inning", "inning"),
          Map.entry("innings", "inning"),
          Map.entry("outing", "outing"),
          Map.entry("outings", "outing"),
          Map.entry("canning", "canning"),
          Map.entry("cannings", "canning"),
          Map.entry("howe", "howe"),
          Map.entry("proceed", "proceed"),
          Map.entry("exceed", "exceed"),
          Map.entry("succeed", "succeed"));

  /** Suffix and replacement, tried in order; the first suffix that fits decides. */
  private static final String[][] STEP_2 = {
    {"ational", "ate"},
    {"tional", "tion"},
    {"enci", "ence"},
    {"anci", "ance"},
    {"izer", "ize"},
    {"bli", "ble"},
    {"alli", "al"},
    {"entli", "ent"},
    {"eli", "e"},
    {"ousli", "ous"},
    {"ization", "ize"},
    {"ation", "ate"},
    {"ator", "ate"},
    {"alism", "al"},
    {"iveness", "ive"},
    {"fulness", "ful"},
    {"ousness", "ous"},
    {"aliti", "al"},
    {"iviti", "ive"},
    {"biliti", "ble"},
    {"fulli", "ful"}
  };

  private static final String[][] STEP_3 = {
    {"icate", "ic"},
    {"ative", ""},
    {"alize", "al"},
    {"iciti", "ic"},
    {"ical", "ic"},
    {"ful", ""},
    {"ness", ""}
  };

  private static final String[] STEP_4 = {
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize"
  };

  private PorterStemmer() {}

  static String stem(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.length() <= 2) {
      return word;
    }
    String w = plural(word);
    w = pastOrProgressive(w);
    if (w.endsWith("y") && w.length() > 2 && consonant(w, w.length() - 2)) {
      w = w.substring(0, w.length() - 1) + "i";
    }
    w = step2(w);
    w = replace(w, STEP_3);
    w = step4(w);
    return step5(w);
  }

  private static String plural(String w) {
    if (w.endsWith("ies")) {
      return cut(w, w.length() == 4 ? 1 : 2);
    }
    if (w.endsWith("sses")) {
      return cut(w, 2);
    }
    return w.endsWith("s") && !w.endsWith("ss") ? cut(w, 1) : w;
  }

  private static String pastOrProgressive(String w) {
    if (w.endsWith("ied")) {
      return cut(w, w.length() == 4 ? 1 : 2);
    }
    if (w.endsWith("eed")) {
      return measure(cut(w, 3)) > 0 ? cut(w, 1) : w;
    }
    String stem;
    if (w.endsWith("ed") && hasVowel(cut(w, 2))) {
      stem = cut(w, 2);
    } else if (w.endsWith("ing") && hasVowel(cut(w, 3))) {
      stem = cut(w, 3);
    } else {
      return w;
    }
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
      return stem + "e";
    }
    if (doubled(stem)) {
      char last = stem.charAt(stem.length() - 1);
      return last == 'l' || last == 's' || last == 'z' ? stem : cut(stem, 1);
    }
    return measure(stem) == 1 && shortEnd(stem) ? stem + "e" : stem;
  }

  private static String step2(String word) {
    String w = word;
    while (w.endsWith("alli") && measure(cut(w, 4)) > 0) {
      w = cut(w, 2);
    }
    for (String[] rule : STEP_2) {
      if (w.endsWith(rule[0])) {
        return replaced(w, rule);
      }
    }
    return w.endsWith("logi") && measure(cut(w, 3)) > 0 ? cut(w, 1) : w;
  }

  private static String replace(String w, String[][] rules) {
    for (String[] rule : rules) {
      if (w.endsWith(rule[0])) {
        return replaced(w, rule);
      }
    }
    return w;
  }

  private static String replaced(String w, String[] rule) {
    String stem = cut(w, rule[0].length());
    return measure(stem) > 0 ? stem + rule[1] : w;
  }

  private static String step4(String w) {
    for (String suffix : STEP_4) {
      if (w.endsWith(suffix)) {
        String stem = cut(w, suffix.length());
        boolean fits = !suffix.equals("ion") || stem.endsWith("s") || stem.endsWith("t");
        return fits && measure(stem) > 1 ? stem : w;
      }
    }
    return w;
  }

  private static String step5(String word) {
    String w = word;
    if (w.endsWith("e")) {
      String stem = cut(w, 1);
      int measure = measure(stem);
      if (measure > 1 || (measure == 1 && !shortEnd(stem))) {
        w = stem;
      }
    }
    return w.endsWith("ll") && measure(cut(w, 1)) > 1 ? cut(w, 1) : w;
  }

  private static String cut(String w, int count) {
    return w.substring(0, w.length() - count);
  }

  /** A letter other than a, e, i, o, u, and y where it follows a vowel or nothing. */
  private static boolean consonant(String w, int i) {
    boolean consonant = true;
    for (int at = 0; at <= i; at++) {
      consonant =
          switch (w.charAt(at)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> at == 0 || !consonant;
            default -> true;
          };
    }
    return consonant;
  }

  /** How many times a consonant follows a vowel. */
  private static int measure(String w) {
    int count = 0;
    boolean vowelBefore = false;
    boolean consonant = true;
    for (int i = 0; i < w.length(); i++) {
      consonant =
          switch (w.charAt(i)) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> i == 0 || !consonant;
            default -> true;
          };
      if (consonant && vowelBefore) {
        count++;
      }
      vowelBefore = !consonant;
    }
    return count;
  }

  private static boolean hasVowel(String w) {
    for (int i = 0; i < w.length(); i++) {
      if (!consonant(w, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean doubled(String w) {
    int n = w.length();
    return n >= 2 && w.charAt(n - 1) == w.charAt(n - 2) && consonant(w, n - 1);
  }

  /** Consonant, vowel, consonant other than w, x, y; or a word of vowel and consonant. */
  private static boolean shortEnd(String w) {
    int n = w.length();
    if (n == 2) {
      return !consonant(w, 0) && consonant(w, 1);
    }
    return n >= 3
        && consonant(w, n - 3)
        && !consonant(w, n - 2)
        && consonant(w, n - 1)
        && "wxy".indexOf(w.charAt(n - 1)) < 0;
  }
}
