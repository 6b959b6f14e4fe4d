package dev.nutgraf.text;

import dev.nutgraf.chars.Letters;
import dev.nutgraf.lexicon.LexiconFiles;
import java.util.List;

/**
 * A script and the languages written in it: those that {@code lexicon/languages.txt} lists for it,
 * or the one language that it suffices to recognize.
 */
final class Script {
  static final Script LATIN = new Script(0x41, 0x24F, LexiconFiles.writtenIn("latin"));
  static final Script HAN = new Script(0x3400, 0x9FFF, LexiconFiles.writtenIn("han"));
  static final Script KANA = new Script(0x3040, 0x30FF, LexiconFiles.writtenIn("kana"));

  /** The script of a text without letters or in an unlisted script. */
  static final Script NONE = new Script(0, -1, List.of());

  /** All scripts, roughly in the order of their frequency in news; {@link #indexOf} searches it. */
  static final List<Script> ALL =
      List.of(
          LATIN,
          new Script(0x400, 0x52F, LexiconFiles.writtenIn("cyrillic")),
          new Script(0x600, 0x77F, LexiconFiles.writtenIn("arabic")),
          HAN,
          KANA,
          new Script(0xAC00, 0xD7A3, LexiconFiles.writtenIn("hangul")),
          new Script(0x370, 0x3FF, LexiconFiles.writtenIn("greek")),
          new Script(0x590, 0x5FF, LexiconFiles.writtenIn("hebrew")),
          new Script(0x900, 0x97F, LexiconFiles.writtenIn("devanagari")),
          new Script(0x980, 0x9FF, LexiconFiles.writtenIn("bengali")),
          new Script(0xA00, 0xA7F, LexiconFiles.writtenIn("gurmukhi")),
          new Script(0xA80, 0xAFF, LexiconFiles.writtenIn("gujarati")),
          new Script(0xB00, 0xB7F, List.of("or")),
          new Script(0xB80, 0xBFF, LexiconFiles.writtenIn("tamil")),
          new Script(0xC00, 0xC7F, LexiconFiles.writtenIn("telugu")),
          new Script(0xC80, 0xCFF, LexiconFiles.writtenIn("kannada")),
          new Script(0xD00, 0xD7F, LexiconFiles.writtenIn("malayalam")),
          new Script(0xD80, 0xDFF, LexiconFiles.writtenIn("sinhala")),
          new Script(0xE00, 0xE7F, List.of("th")),
          new Script(0xE80, 0xEFF, List.of("lo")),
          new Script(0xF00, 0xFFF, List.of("bo")),
          new Script(0x1000, 0x109F, List.of("my")),
          new Script(0x10A0, 0x10FF, LexiconFiles.writtenIn("georgian")),
          new Script(0x530, 0x58F, List.of("hy")),
          new Script(0x1200, 0x137F, List.of("am")),
          new Script(0x1780, 0x17FF, List.of("km")));

  /** More Han characters for each kana are Chinese with a Japanese name in it. */
  private static final int MAX_HAN_PER_KANA = 20;

  /** The letters of the basic Latin alphabet. */
  private static final int LETTERS = 26;

  /** The scripts from Hebrew on lack case; the Armenian one, which has it, comes before. */
  private static final int FIRST_CASELESS = 0x590;

  /** Ends of the main Unicode block, both inclusive. */
  private final int first;

  private final int last;
  private final List<String> languages;

  private Script(int first, int last, List<String> languages) {
    this.first = first;
    this.last = last;
    this.languages = languages;
  }

  /** The languages, likeliest first. */
  List<String> languages() {
    return languages;
  }

  /**
   * The script of most letters in the text. Japanese mixes kana with Han, so a small share of kana
   * decides against Chinese.
   */
  static Script of(String text) {
    int[] counts = new int[ALL.size()];
    int ascii = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        int fromA = ((c | 0x20) - 'a') & 0xFFFF;
        ascii += (fromA - LETTERS) >>> 31; // 1 for a letter, without a branch to mispredict
      } else if (Letters.isLetter(c)) {
        int script = indexOf(c);
        if (script >= 0) {
          counts[script]++;
        }
      }
    }
    counts[0] += ascii;
    int most = 0;
    for (int script = 1; script < counts.length; script++) {
      most = counts[script] > counts[most] ? script : most;
    }
    if (counts[most] == 0) {
      return NONE;
    }
    boolean japanese = ALL.get(most) == HAN && counts[most + 1] * MAX_HAN_PER_KANA > counts[most];
    return japanese ? KANA : ALL.get(most);
  }

  /** Returns whether the language is written in a script without case. */
  static boolean isCaseless(String language) {
    for (Script script : ALL) {
      if (script.languages.contains(language)) {
        return script.first >= FIRST_CASELESS;
      }
    }
    return false;
  }

  private static int indexOf(char c) {
    for (int script = 0; script < ALL.size(); script++) {
      if (c >= ALL.get(script).first && c <= ALL.get(script).last) {
        return script;
      }
    }
    return c >= 0x1E00 && c <= 0x1EFF ? 0 : -1; // Latin Extended Additional: Vietnamese
  }
}
