package dev.nutgraf.lexicon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One lexicon file, {@code lexicon/LANGUAGE.txt}: lines of UTF-8 text.
 *
 * <p>Lines that start with {@code #} are comments. Before the first section stand properties, one
 * per line: {@code letters} with the letters beyond the basic alphabet of the script, {@code
 * ordinal-stops} if a stop makes a number an ordinal, {@code elides} if a short word loses its last
 * vowel before an apostrophe. A line {@code [name]} opens a {@link Section}; its entries are
 * separated by white space, or by line ends where they are phrases. An abbreviation is written
 * without its last stop; one that is also a common word is written with a capital and counts only
 * where the text capitalizes it.
 *
 * <p>Construction finds the sections and properties and leaves the entries unread, because a
 * language costs a cold start nothing until the first article in it arrives.
 */
final class LexiconFile {
  private final String language;
  private final String text;
  private final String checksum;

  /** By section, the offset of its first line and, in the upper half, of the line behind it. */
  private final Map<Section, Long> sections = new EnumMap<>(Section.class);

  private String letters = "";
  private boolean ordinalStops;
  private boolean elides;

  /**
   * Reads a file.
   *
   * @throws IllegalStateException if a line is malformed; the message names file and line
   */
  LexiconFile(String language, byte[] bytes) {
    this.language = language;
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    this.checksum = HexFormat.of().toHexDigits((int) crc.getValue());
    this.text = new String(bytes, StandardCharsets.UTF_8);
    int undecodable = text.indexOf('\uFFFD');
    if (undecodable >= 0) {
      throw malformed(text.lastIndexOf('\n', undecodable) + 1, "isn't UTF-8");
    }
    findSections();
  }

  private void findSections() {
    Section open = null;
    int entries = 0;
    int at = 0;
    while (at < text.length()) {
      int end = lineEnd(at);
      if (at < end && text.charAt(at) == '[') {
        close(open, entries, at);
        open = section(at, end);
        entries = Math.min(end + 1, text.length());
      } else if (open == null && at < end && text.charAt(at) != '#') {
        readProperty(at, end);
      }
      at = end + 1;
    }
    close(open, entries, text.length());
  }

  private Section section(int at, int end) {
    Section section =
        text.charAt(end - 1) == ']' ? Section.ofLabel(text.substring(at + 1, end - 1)) : null;
    if (section == null) {
      throw malformed(at, "isn't the name of a section");
    }
    if (sections.containsKey(section)) {
      throw malformed(at, "opens the section a second time");
    }
    return section;
  }

  private void close(@Nullable Section open, int start, int end) {
    if (open != null) {
      sections.put(open, (long) end << Integer.SIZE | start);
    }
  }

  private void readProperty(int at, int end) {
    String line = text.substring(at, end);
    if (line.startsWith("letters ") && letters.isEmpty()) {
      letters = line.substring("letters ".length());
    } else if (line.equals("ordinal-stops")) {
      ordinalStops = true;
    } else if (line.equals("elides")) {
      elides = true;
    } else {
      throw malformed(at, "is neither a comment nor a property nor a section");
    }
  }

  private int lineEnd(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private IllegalStateException malformed(int at, String why) {
    int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    return new IllegalStateException(
        "lexicon/%s.txt, line %d: \"%s\" %s"
            .formatted(language, line, text.substring(at, lineEnd(at)), why));
  }

  /**
   * Returns the entries of a section in their order; none if the file lacks the section.
   *
   * @throws IllegalStateException if an entry is malformed; the message names file and line
   */
  List<String> entries(Section section) {
    Long place = sections.get(section);
    if (place == null) {
      return List.of();
    }
    List<String> entries = new ArrayList<>();
    int to = (int) (place >>> Integer.SIZE);
    for (int at = place.intValue(); at < to; at = lineEnd(at) + 1) {
      int end = lineEnd(at);
      if (at == end || text.charAt(at) == '#') {
        continue;
      }
      if (text.charAt(at) <= ' ' || text.charAt(end - 1) <= ' ') {
        throw malformed(at, "has white space at an end");
      }
      if (section.form() == Section.Form.PHRASES) {
        entries.add(text.substring(at, end));
      } else {
        addWords(at, end, entries);
      }
    }
    return entries;
  }

  private void addWords(int from, int end, List<String> entries) {
    int start = from;
    while (start < end) {
      int space = text.indexOf(' ', start);
      int stop = space < 0 || space > end ? end : space;
      if (stop == start || stop - start > Lexicon.MAX_WORD || text.charAt(stop - 1) == ',') {
        throw malformed(from, "isn't a list of words, each followed by one space");
      }
      entries.add(text.substring(start, stop));
      start = stop + 1;
    }
  }

  /** Returns the number of characters in a section. */
  int length(Section section) {
    Long place = sections.get(section);
    return place == null ? 0 : (int) (place >>> Integer.SIZE) - place.intValue();
  }

  /** Returns the tag of the language, the file's name. */
  String language() {
    return language;
  }

  /** Returns the CRC-32C of the file, eight hex digits. */
  String checksum() {
    return checksum;
  }

  /** Returns the letters beyond the basic alphabet of the script; empty if the file lists none. */
  String letters() {
    return letters;
  }

  /** Returns whether a stop makes a number an ordinal. */
  boolean ordinalStops() {
    return ordinalStops;
  }

  /** Returns whether a short word loses its last vowel before an apostrophe. */
  boolean elides() {
    return elides;
  }
}
