package dev.nutgraf.article.plain;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.boilerplate.Boilerplate;
import dev.nutgraf.article.boilerplate.EmbeddedPosts;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.Punctuation;
import dev.nutgraf.chars.SentenceTerminators;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Plain text as it stands: the article text is the decoded source itself.
 *
 * <p>Lines become paragraphs ({@link HardWrap}), furniture is cut out of them ({@link
 * Boilerplate}), and what is left is told apart by its shape: a short line without a stop between
 * paragraphs is a heading, one that stands there twice is a caption. Shape is weak evidence: where
 * most of a text looks like headings, its writer does without stops, and all of it is prose.
 */
public final class PlainText {
  private static final int MAX_HEADING = 110;
  private static final int MAX_HEADING_WORDS = 18;

  /** A longer line that ends in a colon is a sentence that leads on to the next. */
  private static final int MAX_LABEL_WORDS = 5;

  private static final int MAX_HEADLINE = 160;
  private static final int MIN_HEADLINE = 20;
  private static final int MAX_SIGNED_NAME = 40;

  /** Byline and date stand among the first so many blocks. */
  private static final int MAX_MASTHEAD = 12;

  /** Han, kana and Hangul say in one character what takes others two or three. */
  private static final int WIDE = 3;

  /** Words that no heading ends with: the line goes on in the next. */
  private static final Set<String> OPEN_ENDS = LexiconFiles.union(Section.OPEN_ENDS);

  /** The same of Japanese, which puts them at the end of a phrase without a space. */
  private static final String OPEN_PARTICLES =
      String.join("", LexiconFiles.union(Section.OPEN_END_CHARACTERS));

  private final String text;
  private final Lines lines;
  private final List<Block> blocks = new ArrayList<>();

  private PlainText(String text) {
    this.text = text;
    this.lines = Lines.of(text);
  }

  public static Extraction read(String text) {
    PlainText plain = new PlainText(text);
    plain.cutParagraphs();
    List<Block> blocks = plain.byShape();
    return new Extraction(text, blocks, plain.metadata(blocks), List.of());
  }

  /** Joins lines to paragraphs and cuts the furniture out of them. */
  private void cutParagraphs() {
    HardWrap margin = HardWrap.of(text, lines);
    boolean opening = true;
    int first = 0;
    for (int next = 1; next <= lines.count(); next++) {
      if (next < lines.count() && goesOn(next, margin)) {
        continue;
      }
      int start = lines.start(first);
      int end = lines.end(next - 1);
      if (followsBareByline() && Boilerplate.isName(text, start, end)) {
        blocks.add(new Block(start, end, Role.BYLINE));
      } else if (isListItem(start, end)) {
        blocks.add(new Block(start, end, listRole(start, end)));
      } else {
        List<Block> cut = Boilerplate.cut(text, start, end, opening);
        signPost(cut);
        blocks.addAll(cut);
        opening = opening && cut.stream().noneMatch(b -> b.role().prose() && !looksLikeHeading(b));
      }
      first = next;
    }
  }

  /** Whether the paragraph goes on from the line before {@code next}. */
  private boolean goesOn(int next, HardWrap margin) {
    int line = next - 1;
    int start = lines.start(line);
    int end = lines.end(line);
    int nextStart = lines.start(next);
    int nextEnd = lines.end(next);
    if (lines.afterBlank(next) || isListItem(nextStart, nextEnd)) {
      return false;
    }
    boolean stop = SentenceTerminators.endsSentence(text, start, end);
    boolean lower = HardWrap.startsLower(text, nextStart, nextEnd);
    if (margin.isSet()) {
      boolean indented = lines.indent(next) > lines.indent(line) + 1 && !isListItem(start, end);
      boolean forced = margin.breaks(text, lines, next);
      return !indented
          && (forced || (!stop && (lower || endsOpen(start, end))))
          && (lower || !isFurniture(start, end, nextStart, nextEnd));
    }
    boolean goesOn =
        (lower && margin.lowerGoesOn(next))
            || margin.breaksAt(lines.length(line))
            || endsOpen(start, end);
    return !stop && goesOn && (lower || !isFurniture(start, end, nextStart, nextEnd));
  }

  private boolean isFurniture(int start, int end, int nextStart, int nextEnd) {
    return Boilerplate.roleOf(text, start, end) != Role.PARAGRAPH
        || Boilerplate.roleOf(text, nextStart, nextEnd) != Role.PARAGRAPH;
  }

  /** Whether it ends in a word, or within a quotation, that must go on. */
  private boolean endsOpen(int start, int end) {
    int quotes = 0;
    for (int at = start; at < end && end - start < MAX_HEADLINE; at++) {
      char c = text.charAt(at);
      quotes += c == '“' || c == '„' ? 1 : c == '”' ? -1 : 0;
    }
    if (quotes > 0 && text.charAt(start) != '“') {
      return true;
    }
    if (OPEN_PARTICLES.indexOf(text.charAt(end - 1)) >= 0) {
      return true;
    }
    int word = end;
    while (word > start && Character.isLetter(text.charAt(word - 1)) && end - word < 8) {
      word--;
    }
    return word > start
        && WhiteSpace.isWhiteSpace(text.charAt(word - 1))
        && OPEN_ENDS.contains(text.substring(word, end));
  }

  /** {@code - }, {@code * }, {@code • }, {@code 1. }, {@code 2) } in front of some text. */
  private boolean isListItem(int start, int end) {
    int at = start;
    while (at < end && at < start + 3 && Character.isDigit(text.charAt(at))) {
      at++;
    }
    boolean mark =
        at < end
            && (at > start
                ? text.charAt(at) == '.' || text.charAt(at) == ')'
                : opensItem(text.charAt(at)));
    return mark && at + 2 < end && WhiteSpace.isWhiteSpace(text.charAt(at + 1));
  }

  /** Longer dashes open a line of dialogue or a signature and not an item. */
  private static boolean opensItem(char c) {
    return Punctuation.isBullet(c) || c == '-' || c == '–';
  }

  /** Whether the line before says {@code By} and nothing else. */
  private boolean followsBareByline() {
    if (blocks.isEmpty()) {
      return false;
    }
    Block last = blocks.get(blocks.size() - 1);
    return last.role() == Role.BYLINE && last.end() - last.start() <= 4;
  }

  private Role listRole(int start, int end) {
    Role role = Boilerplate.roleOf(text, start, end);
    return role == Role.PARAGRAPH ? Role.LIST_ITEM : role;
  }

  /** A signature in a line of its own makes the paragraph before it a post as well. */
  private void signPost(List<Block> cut) {
    Block first = cut.get(0);
    boolean bare = first.role() == Role.POST && Punctuation.isDash(text.charAt(first.start()));
    if (bare && !blocks.isEmpty()) {
      Block post = blocks.get(blocks.size() - 1);
      if (post.role().prose() && post.end() - post.start() <= EmbeddedPosts.MAX_CHARS) {
        blocks.set(blocks.size() - 1, new Block(post.start(), post.end(), Role.POST));
      }
    }
  }

  /** The blocks with the roles that shape and surroundings give them. */
  private List<Block> byShape() {
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (Block block : blocks) {
      if (looksLikeHeading(block) && !seen.add(content(block))) {
        repeated.add(content(block));
      }
    }
    List<Block> shaped = new ArrayList<>(blocks.size());
    long prose = 0;
    long demoted = 0;
    boolean opening = true;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Role role = block.role();
      if (role == Role.PARAGRAPH && looksLikeHeading(block)) {
        role = repeated.contains(content(block)) ? Role.CAPTION : headingRole(i, opening);
        demoted += opening && role == Role.HEADING ? 0 : block.end() - block.start();
      } else if (role == Role.PARAGRAPH && opening && isHeadline(i)) {
        role = Role.HEADING;
      } else if (role.prose()) {
        prose += isSentence(block) ? block.end() - block.start() : 0;
        opening = false;
      }
      opening &= role != Role.HEADING;
      shaped.add(new Block(block.start(), block.end(), role));
    }
    return prose < demoted || prose == 0 ? restored(shaped) : List.copyOf(shaped);
  }

  /** A text that is mostly headings by their shape has none. */
  private List<Block> restored(List<Block> shaped) {
    return blocks.stream().anyMatch(b -> b.role().prose()) ? List.copyOf(blocks) : shaped;
  }

  private Role headingRole(int index, boolean opening) {
    Block block = blocks.get(index);
    boolean last = index == blocks.size() - 1;
    if (last && index > 1 && isSignedName(block)) {
      return Role.BYLINE;
    }
    boolean kicker =
        opening
            && !last
            && isInCapitals(block)
            && blocks.get(index + 1).role() == Role.PARAGRAPH
            && (looksLikeHeading(blocks.get(index + 1)) || isHeadline(index + 1));
    return kicker ? Role.KICKER : Role.HEADING;
  }

  /** Whether it ends as sentences do, or is longer than any heading. */
  private boolean isSentence(Block block) {
    return block.end() - block.start() > MAX_HEADLINE
        || SentenceTerminators.endsSentence(text, block.start(), block.end());
  }

  private String content(Block block) {
    return text.substring(block.start(), block.end());
  }

  private boolean isInCapitals(Block block) {
    boolean capitals = false;
    for (int i = block.start(); i < block.end(); i++) {
      if (Character.isLowerCase(text.charAt(i))) {
        return false;
      }
      capitals |= Character.isUpperCase(text.charAt(i));
    }
    return capitals && block.end() - block.start() <= MAX_SIGNED_NAME;
  }

  /** The writer's name as the last line. */
  private boolean isSignedName(Block block) {
    int words = 0;
    for (int i = block.start(); i < block.end(); i++) {
      char c = text.charAt(i);
      boolean first = i == block.start() || WhiteSpace.isWhiteSpace(text.charAt(i - 1));
      if (Character.isDigit(c) || (first && Character.isLowerCase(c))) {
        return false;
      }
      words += first && Character.isUpperCase(c) ? 1 : 0;
    }
    return words >= 2 && words <= 5 && block.end() - block.start() <= MAX_SIGNED_NAME;
  }

  /** A short line without a stop. */
  private boolean looksLikeHeading(Block block) {
    int length = block.end() - block.start();
    if (block.role() != Role.PARAGRAPH || length > MAX_HEADING || isWrapped(block)) {
      return false;
    }
    if (SentenceTerminators.endsSentence(text, block.start(), block.end())) {
      return false;
    }
    int words = 1;
    int width = 0;
    for (int i = block.start(); i < block.end(); i++) {
      char c = text.charAt(i);
      words += WhiteSpace.isWhiteSpace(c) ? 1 : 0;
      width += isWide(c) ? WIDE : 1;
    }
    char last =
        text.charAt(SentenceTerminators.lastBeforeClosers(text, block.start(), block.end()));
    boolean introduces = last == ',' || ((last == ':' || last == '：') && words > MAX_LABEL_WORDS);
    return words <= MAX_HEADING_WORDS && width <= MAX_HEADING && !introduces;
  }

  private static boolean isWide(char c) {
    return c >= 0x1100
        && (c <= 0x11FF || (c >= 0x2E80 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF));
  }

  private boolean isWrapped(Block block) {
    for (int i = block.start(); i < block.end(); i++) {
      if (text.charAt(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** The first paragraph when it is set like a headline although it ends in a mark. */
  private boolean isHeadline(int index) {
    Block block = blocks.get(index);
    if (index + 1 >= blocks.size()
        || block.role() != Role.PARAGRAPH
        || block.end() - block.start() > MAX_HEADLINE
        || isWrapped(block)
        || text.charAt(block.end() - 1) == '.') {
      return false;
    }
    int words = 0;
    int capitals = 0;
    for (int i = block.start(); i < block.end(); i++) {
      boolean first = i == block.start() || WhiteSpace.isWhiteSpace(text.charAt(i - 1));
      if (first && Character.isLetter(text.charAt(i))) {
        words++;
        capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
      }
      if (text.charAt(i) == '.' && i + 1 < block.end() && text.charAt(i + 1) == ' ') {
        return false;
      }
    }
    return words >= 3 && capitals >= 0.75 * words;
  }

  /** What the blocks before the prose state, and what is labeled as date or byline after it. */
  private ArticleMetadata metadata(List<Block> shaped) {
    ArticleMetadataBuilder metadata = new ArticleMetadataBuilder();
    boolean opening = true;
    boolean top = true;
    String byline = "";
    for (Block block : shaped.subList(0, Math.min(shaped.size(), MAX_MASTHEAD))) {
      String content = content(block);
      Role role = block.role();
      if (role == Role.HEADING && top && isCertainHeadline(content)) {
        metadata.add(Property.HEADLINE, content, MetadataField.Origin.FIRST_LINE);
      } else if (role == Role.BYLINE) {
        byline = byline.isEmpty() ? content : byline + " " + content;
        Boilerplate.author(byline)
            .ifPresent(author -> metadata.add(Property.AUTHOR, author, MetadataField.Origin.TEXT));
      } else if (role == Role.DATE && (opening || Boilerplate.isLabeled(content))) {
        Dates.first(content, 0, content.length())
            .ifPresent(
                date -> metadata.add(Property.DATE_PUBLISHED, date, MetadataField.Origin.TEXT));
      }
      opening &= !role.prose();
      top &= role != Role.HEADING && role != Role.BYLINE && !role.prose();
    }
    return metadata.build();
  }

  /** Whether the line says enough to be a headline and not the name of a section or a place. */
  private static boolean isCertainHeadline(String line) {
    int words = 1;
    int width = 0;
    for (int i = 0; i < line.length(); i++) {
      words += WhiteSpace.isWhiteSpace(line.charAt(i)) ? 1 : 0;
      width += isWide(line.charAt(i)) ? WIDE : 1;
    }
    char first = line.charAt(0);
    boolean opens =
        Character.isLetterOrDigit(first)
            ? !Character.isLowerCase(first)
            : Punctuation.isQuotationMark(first) || first == '¿' || first == '¡';
    return opens
        && !line.endsWith(":")
        && width >= MIN_HEADLINE
        && (words >= 4 || width > 2 * line.length());
  }
}
