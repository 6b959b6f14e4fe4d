package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.Warning;
import dev.nutgraf.chars.Sanitizer;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes extracted text block by block, with a blank line between blocks, and cuts boilerplate out
 * of blocks that the source marks as prose ({@link BoilerplateCutter}, {@link TextShape}).
 */
public final class BlockWriter {
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private boolean opening = true;

  /** Adds a block, sanitized and without outer white space, unless it is blank. */
  public void add(String written, Role role) {
    String content = Sanitizer.sanitize(written);
    int first = WhiteSpace.skip(content, 0, content.length());
    int last = WhiteSpace.skipBack(content, content.length(), first);
    if (first == last) {
      return;
    }
    if (blocks.size() > Article.MAX_SENTENCES) {
      throw ArticleRejectedException.tooMany("sentences", Article.MAX_SENTENCES);
    }
    if (!text.isEmpty()) {
      text.append("\n\n");
    }
    int offset = text.length() - first;
    text.append(content, first, last);
    if (!role.prose()) {
      blocks.add(new Block(offset + first, offset + last, role));
      return;
    }
    for (Block block : BoilerplateCutter.cut(content, first, last, opening)) {
      Role cut = block.role() == Role.PARAGRAPH ? role : block.role();
      blocks.add(new Block(offset + block.start(), offset + block.end(), cut));
      opening &= !cut.prose() || TextShape.isHeading(content, block);
    }
  }

  /** Returns whether no prose was added. */
  public boolean isOpening() {
    return opening;
  }

  /** Returns the text and blocks written so far, with metadata and warnings. */
  public Extraction extraction(ArticleMetadata metadata, List<Warning> warnings) {
    String written = text.toString();
    List<Block> shaped = EndNotes.apply(written, TextShape.apply(written, blocks));
    ArticleMetadata complete = OpeningLines.complete(metadata, written, shaped);
    return new Extraction(written, shaped, complete, warnings);
  }
}
