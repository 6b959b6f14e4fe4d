package dev.nutgraf.article;

import dev.nutgraf.article.ArticleRejected.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes in, {@link Article} out. Thread-safe. */
public final class ArticleReader {
  private final long maxBytes;

  /** A reader that rejects files of more than {@code maxBytes} bytes, stored or expanded. */
  public ArticleReader(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Reads an article.
   *
   * @throws ArticleRejected if the file can never be summarized
   */
  public Article read(ArticleFile file) {
    if (file.bytes().length > maxBytes) {
      throw ArticleRejected.tooLarge(file.bytes().length, maxBytes);
    }
    String text = new String(file.bytes(), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new ArticleRejected(Reason.EMPTY, "The file holds no text.");
    }
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    for (String line : text.split("\n", -1)) {
      String stripped = line.strip();
      if (!stripped.isEmpty()) {
        int start = at + line.indexOf(stripped);
        blocks.add(new Block(start, start + stripped.length(), Block.Role.PARAGRAPH));
      }
      at += line.length() + 1;
    }
    return new Article(text, false, "UTF-8", "text/plain", Facts.NONE, blocks, List.of());
  }
}
