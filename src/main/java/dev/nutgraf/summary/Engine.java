package dev.nutgraf.summary;

import java.nio.charset.StandardCharsets;

/**
 * What makes the documents: its release, and the fingerprint of all that changes their content.
 *
 * @param settings the settings it runs with
 * @param fingerprint sixteen hex digits that differ whenever the same article might get different
 *     documents
 */
record Engine(EngineSettings settings, String fingerprint) {
  static final String NAME = "nutgraf";

  /** The release, as in pom.xml. */
  static final String VERSION = "0.2.0";

  /**
   * Goes up with every change that makes any article's documents differ from the release before.
   */
  static final int REVISION = 2;

  /**
   * The engine of given settings.
   *
   * @param model what identifies the ranking model
   */
  static Engine of(EngineSettings settings, String model) {
    String content =
        String.join(
            "\n",
            Integer.toString(REVISION),
            model,
            Integer.toString(settings.sentences()),
            Long.toString(settings.maxArticleBytes()),
            settings.detail().label(),
            Boolean.toString(settings.page()));
    String hash = Sha256.hex(content.getBytes(StandardCharsets.UTF_8));
    return new Engine(settings, hash.substring(0, 16));
  }
}
