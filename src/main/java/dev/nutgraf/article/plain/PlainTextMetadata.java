package dev.nutgraf.article.plain;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.MetadataField.Origin;
import dev.nutgraf.article.boilerplate.OpeningLines;
import dev.nutgraf.article.boilerplate.TextShape;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import dev.nutgraf.article.metadata.HeaderLines;
import dev.nutgraf.chars.Letters;
import dev.nutgraf.chars.Punctuation;
import java.util.List;
import java.util.Optional;

/**
 * Reads the metadata of plain text: headline, author and date from the lines before the prose.
 *
 * <p>The headline is the first heading, if it is long enough and starts as sentences do; otherwise
 * the name of a section or a place would become a headline.
 */
final class PlainTextMetadata {
  /** Blocks searched for the headline. */
  private static final int MAX_BLOCKS = 12;

  private static final int MIN_HEADLINE_WIDTH = 20;
  private static final int MIN_HEADLINE_WORDS = 4;

  /** Digits with nothing but punctuation between them; years and sums have fewer. */
  private static final int MIN_TELEPHONE_DIGITS = 9;

  private PlainTextMetadata() {}

  /** Returns the metadata of a text, from its header and blocks that have their final roles. */
  static ArticleMetadata of(String text, List<Block> blocks, Optional<HeaderLines> header) {
    ArticleMetadataBuilder metadata = new ArticleMetadataBuilder();
    header.ifPresent(
        lines -> {
          String title = lines.fields().getOrDefault(HeaderLines.TITLE, "");
          String author = lines.fields().getOrDefault(HeaderLines.AUTHOR, "");
          String date = lines.fields().getOrDefault(HeaderLines.DATE, "");
          metadata.add(Property.HEADLINE, title, Origin.FIRST_LINE);
          metadata.add(Property.AUTHOR, author, Origin.TEXT);
          metadata.add(Property.DATE_PUBLISHED, date, Origin.TEXT);
        });
    OpeningLines.read(text, blocks, Optional.empty(), metadata);
    boolean top = true;
    for (Block block : blocks.subList(0, Math.min(blocks.size(), MAX_BLOCKS))) {
      String content = text.substring(block.start(), block.end());
      Role role = block.role();
      if (role == Role.HEADING && top && isContact(content)) {
        continue;
      }
      if (role == Role.HEADING && top && isHeadline(content)) {
        metadata.add(Property.HEADLINE, content, Origin.FIRST_LINE);
      }
      top &= role != Role.HEADING && role != Role.BYLINE && !role.prose();
    }
    return metadata.build();
  }

  private static boolean isHeadline(String line) {
    int length = line.length();
    int width = TextShape.width(line, 0, length);
    // Chinese and Japanese have no spaces between words.
    boolean wide = width > 2 * length;
    return startsLikeSentence(line)
        && line.indexOf('\n') < 0
        && !line.endsWith(":")
        && width >= MIN_HEADLINE_WIDTH
        && (wide || TextShape.words(line, 0, length) >= MIN_HEADLINE_WORDS);
  }

  /** Returns whether a line has an address or a telephone number, as in a press release. */
  private static boolean isContact(String line) {
    int digits = 0;
    for (int i = 0; i < line.length() && digits < MIN_TELEPHONE_DIGITS; i++) {
      char c = line.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
      } else if (Character.isLetter(c)) {
        digits = 0;
      }
    }
    int at = line.indexOf('@');
    boolean mail = at > 0 && line.indexOf('.', at) > 0 && line.charAt(at - 1) != ' ';
    return mail || line.contains("://") || digits >= MIN_TELEPHONE_DIGITS;
  }

  private static boolean startsLikeSentence(String line) {
    char first = line.charAt(0);
    return Character.isLetterOrDigit(first)
        ? !Letters.isLower(first)
        : Punctuation.isQuotationMark(first) || first == '¿' || first == '¡';
  }
}
