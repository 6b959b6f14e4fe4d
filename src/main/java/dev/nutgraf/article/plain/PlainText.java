package dev.nutgraf.article.plain;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.boilerplate.BlockWriter;
import dev.nutgraf.article.boilerplate.BoilerplateClassifier;
import dev.nutgraf.article.boilerplate.BoilerplateCutter;
import dev.nutgraf.article.boilerplate.Bylines;
import dev.nutgraf.article.boilerplate.EmbeddedPosts;
import dev.nutgraf.article.boilerplate.EndNotes;
import dev.nutgraf.article.boilerplate.TextShape;
import dev.nutgraf.article.metadata.HeaderLines;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.WhiteSpace;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads plain text; the article text is the decoded source itself.
 *
 * <p>The steps: {@link NoteLines} sets quoted mail and end notes apart, {@link TableLines} the rows
 * of tables, {@link LineJoiner} joins hard-wrapped lines to paragraphs, {@link BoilerplateCutter}
 * cuts boilerplate out of them, {@link TextShape} finds headings and captions among the rest, and
 * {@link PlainTextMetadata} reads headline, author and date.
 */
public final class PlainText {
  /** A byline up to this length is a preposition whose name is on the next line. */
  private static final int MAX_PREPOSITION_CHARS = 4;

  private static final int MAX_SPEAKER_CHARS = 30;

  private final String text;
  private final List<Block> blocks = new ArrayList<>();

  private PlainText(String text) {
    this.text = text;
  }

  /** Extracts blocks and metadata of a text. */
  public static Extraction read(String text) {
    List<Block> blocks = blocks(text);
    return new Extraction(
        text, blocks, PlainTextMetadata.of(text, blocks, header(text)), List.of());
  }

  /** Writes the lines of a part of an article as paragraphs, which get a role of prose. */
  public static void write(String text, Role prose, BlockWriter writer) {
    for (Block block : blocks(text)) {
      Role role = block.role() == Role.PARAGRAPH ? prose : block.role();
      writer.add(text.substring(block.start(), block.end()), role);
    }
  }

  static List<Block> blocks(String text) {
    PlainText plain = new PlainText(text);
    Lines lines = Lines.of(text);
    plain.cutParagraphs(lines, NoteLines.of(text, lines, header(text)), TableLines.of(text, lines));
    return EndNotes.apply(text, TextShape.apply(text, plain.blocks));
  }

  private static Optional<HeaderLines> header(String text) {
    return HeaderLines.of(text, WhiteSpace.skip(text, 0, text.length()));
  }

  private void cutParagraphs(Lines lines, BitSet notes, BitSet tables) {
    LineJoiner joiner = new LineJoiner(text, lines, notes);
    boolean opening = !isTranscript(lines);
    int first = 0;
    for (int next = 1; next <= lines.count(); next++) {
      boolean note = notes.get(first);
      boolean table = !note && tables.get(first);
      if (next < lines.count()
          && note == notes.get(next)
          && table == (!note && tables.get(next))
          && (note || table || joiner.continuesParagraph(next))) {
        continue;
      }
      int start = lines.start(first);
      int end = lines.end(next - 1);
      if (note) {
        blocks.add(new Block(start, end, Role.NOTE));
      } else if (table) {
        blocks.add(new Block(start, end, Role.TABLE));
      } else if (followsPreposition() && Bylines.isName(text, start, end)) {
        blocks.add(new Block(start, end, Role.BYLINE));
      } else if (LineJoiner.isListItem(text, start, end)) {
        blocks.add(new Block(start, end, itemRole(start, end)));
      } else {
        List<Block> cut = BoilerplateCutter.cut(text, start, end, opening);
        markSignedPost(cut);
        blocks.addAll(cut);
        opening = opening && cut.stream().noneMatch(this::isProse);
      }
      if (blocks.size() > Article.MAX_SENTENCES) {
        throw ArticleRejectedException.tooMany("sentences", Article.MAX_SENTENCES);
      }
      first = next;
    }
  }

  /**
   * Returns whether the first line has the label of a speaker, which occurs again: there are
   * several, and most lines start with a repeated one. A dateline that occurs twice isn't a label.
   */
  private boolean isTranscript(Lines lines) {
    int first = lines.count() == 0 ? -1 : labelEnd(lines, 0);
    if (first < 0) {
      return false;
    }
    Map<String, Integer> labels = new HashMap<>();
    for (int line = 0; line < lines.count(); line++) {
      int end = labelEnd(lines, line);
      if (end >= 0) {
        labels.merge(text.substring(lines.start(line), end), 1, Integer::sum);
      }
    }
    int repeated = labels.values().stream().filter(count -> count > 1).mapToInt(n -> n).sum();
    boolean firstRepeated = labels.getOrDefault(text.substring(lines.start(0), first), 0) > 1;
    return firstRepeated && labels.size() > 1 && 2 * repeated > lines.count();
  }

  /** Returns the end of a line's label with its colon; -1 if the line has none. */
  private int labelEnd(Lines lines, int line) {
    int limit = Math.min(lines.end(line), lines.start(line) + MAX_SPEAKER_CHARS);
    for (int at = lines.start(line); at < limit; at++) {
      if (text.charAt(at) == ':') {
        return at + 1;
      }
    }
    return -1;
  }

  private boolean isProse(Block block) {
    return block.role().prose() && !TextShape.isHeading(text, block);
  }

  /** Returns whether the last block is a byline without a name: {@code By}. */
  private boolean followsPreposition() {
    if (blocks.isEmpty()) {
      return false;
    }
    Block last = blocks.get(blocks.size() - 1);
    return last.role() == Role.BYLINE && last.end() - last.start() <= MAX_PREPOSITION_CHARS;
  }

  private Role itemRole(int start, int end) {
    Role role = BoilerplateClassifier.roleOf(text, start, end);
    return role == Role.PARAGRAPH ? Role.LIST_ITEM : role;
  }

  /** Makes the last block a post if the next is the signature of one on a line of its own. */
  private void markSignedPost(List<Block> next) {
    Block first = next.get(0);
    boolean signature = first.role() == Role.POST && Punctuation.isDash(text.charAt(first.start()));
    if (signature && !blocks.isEmpty()) {
      Block post = blocks.get(blocks.size() - 1);
      if (post.role().prose() && post.end() - post.start() <= EmbeddedPosts.MAX_CHARS) {
        blocks.set(blocks.size() - 1, new Block(post.start(), post.end(), Role.POST));
      }
    }
  }
}
