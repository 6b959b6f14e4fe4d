package dev.nutgraf.summary;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/**
 * The identity of the engine in documents: its release, and the fingerprint of everything that
 * changes their content.
 *
 * @param settings settings that it runs with
 * @param fingerprint sixteen hex digits that differ if the same article may have other documents: a
 *     hash of {@link #REVISION}, the settings and the content of every resource
 */
record Engine(EngineSettings settings, String fingerprint) {
  static final String NAME = "nutgraf";

  /** The release, as in pom.xml; EngineTest compares the two. */
  static final String VERSION = "0.2.0";

  /**
   * Number of the algorithms, raised with every change of code that changes any article's
   * documents. A changed resource doesn't need it.
   */
  static final int REVISION = 11;

  /**
   * Returns the engine of given settings.
   *
   * @param resources the checksum of each resource that can change a document, by its path
   */
  static Engine of(EngineSettings settings, SortedMap<String, String> resources) {
    String content =
        String.join(
            "\n",
            Integer.toString(REVISION),
            resources.toString(),
            Integer.toString(settings.length().sentences()),
            Integer.toString(settings.length().maxWords()),
            Integer.toString(settings.length().maxCharacters()),
            Long.toString(settings.maxArticleBytes()),
            settings.detail().label(),
            Boolean.toString(settings.page()));
    String hash = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    return new Engine(settings, hash.substring(0, 16));
  }
}
