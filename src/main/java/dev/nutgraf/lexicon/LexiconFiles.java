package dev.nutgraf.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The lexicon files of all languages, and the entries of all of them together. Immutable.
 *
 * <p>The resource {@code languages.txt} lists the languages, because the class path can't. The file
 * of {@code und}, BCP 47's undetermined language, holds what belongs to no language. Boilerplate,
 * bylines and dates are recognized before the language of an article is known; they are held
 * against the union over all files.
 */
public final class LexiconFiles {
  private static final String LIST = "languages.txt";
  private static final int MONTHS_IN_YEAR = 12;

  /** Constant, because the word lists of classes that have no other state derive from it. */
  private static final LexiconFiles DEPLOYED = new LexiconFiles();

  private final Map<String, LexiconFile> byLanguage = new LinkedHashMap<>();
  private final Map<String, List<String>> byScript = new HashMap<>();
  private final Map<String, String> checksums = new TreeMap<>();

  private LexiconFiles() {
    Path folder = folder();
    byte[] list = read(folder, LIST);
    CRC32C crc = new CRC32C();
    crc.update(list);
    checksums.put("lexicon/" + LIST, HexFormat.of().toHexDigits((int) crc.getValue()));
    StringTokenizer lines = new StringTokenizer(new String(list, StandardCharsets.UTF_8), "\n");
    while (lines.hasMoreTokens()) {
      String line = lines.nextToken();
      int colon = line.indexOf(':');
      if (line.charAt(0) == '#') {
        continue;
      }
      if (colon < 0) {
        throw new IllegalStateException(
            "lexicon/%s: \"%s\" isn't \"script: languages\"".formatted(LIST, line));
      }
      List<String> written = new ArrayList<>();
      StringTokenizer tags = new StringTokenizer(line.substring(colon + 1));
      while (tags.hasMoreTokens()) {
        String language = tags.nextToken();
        written.add(language);
        add(folder, language);
      }
      byScript.put(line.substring(0, colon), List.copyOf(written));
    }
  }

  private void add(@Nullable Path folder, String language) {
    String name = language + ".txt";
    LexiconFile file = new LexiconFile(language, read(folder, name));
    if (byLanguage.put(language, file) != null) {
      throw new IllegalStateException("lexicon/" + LIST + " lists " + language + " twice");
    }
    checksums.put("lexicon/" + name, file.checksum());
  }

  /**
   * Returns the folder of the files; null if they are in an archive. A folder is read in half the
   * time of as many resources, which is 10 ms of a cold start.
   */
  private static @Nullable Path folder() {
    URL list = LexiconFiles.class.getResource(LIST);
    if (list == null || !list.getProtocol().equals("file")) {
      return null;
    }
    try {
      return Path.of(list.toURI()).getParent();
    } catch (URISyntaxException e) {
      return null; // a class loader of its own; its resources can be read all the same
    }
  }

  private static byte[] read(@Nullable Path folder, String name) {
    try (InputStream in =
        folder == null
            ? LexiconFiles.class.getResourceAsStream(name)
            : Files.newInputStream(folder.resolve(name))) {
      if (in == null) {
        throw new IllegalStateException("lexicon/" + name + " is missing from the class path");
      }
      return in.readAllBytes();
    } catch (NoSuchFileException e) {
      throw new IllegalStateException("lexicon/" + name + " is missing from the class path", e);
    } catch (IOException e) {
      throw new UncheckedIOException("lexicon/" + name + " can't be read", e);
    }
  }

  /** Returns the file of a language; null if it has none. */
  static @Nullable LexiconFile get(String language) {
    return DEPLOYED.byLanguage.get(language);
  }

  /** Returns the languages that have a file, {@code und} among them. */
  static Set<String> languages() {
    return DEPLOYED.byLanguage.keySet();
  }

  /** Returns the languages written in a script, the likeliest first; none for an unknown one. */
  public static List<String> writtenIn(String script) {
    return DEPLOYED.byScript.getOrDefault(script, List.of());
  }

  /** Returns the CRC-32C of every lexicon resource, by its path below the engine's packages. */
  public static Map<String, String> checksums() {
    return Map.copyOf(DEPLOYED.checksums);
  }

  /** Returns the entries that any language has in the section, each once. */
  public static Set<String> union(Section section) {
    Set<String> entries = new LinkedHashSet<>();
    for (LexiconFile file : DEPLOYED.byLanguage.values()) {
      entries.addAll(file.entries(section));
    }
    return entries;
  }

  /** Returns the names of the months in any language, in lower case, with their numbers from 1. */
  public static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (LexiconFile file : DEPLOYED.byLanguage.values()) {
      List<String> names = new ArrayList<>(file.entries(Section.MONTHS));
      if (!names.isEmpty() && names.size() != MONTHS_IN_YEAR) {
        throw new IllegalStateException(
            "lexicon/%s.txt has %d lines of months instead of 12"
                .formatted(file.language(), names.size()));
      }
      for (int month = 0; month < names.size(); month++) {
        StringTokenizer forms = new StringTokenizer(names.get(month));
        while (forms.hasMoreTokens()) {
          months.put(forms.nextToken(), month + 1);
        }
      }
    }
    return Map.copyOf(months);
  }
}
