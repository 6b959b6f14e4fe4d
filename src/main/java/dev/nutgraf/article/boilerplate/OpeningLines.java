package dev.nutgraf.article.boilerplate;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.MetadataField.Origin;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import dev.nutgraf.article.metadata.Dates;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.lexicon.LexiconFiles;
import dev.nutgraf.lexicon.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads author and date from the bylines, dates and datelines above the prose, where no metadata
 * declares them.
 *
 * <p>The order of day and month in figures is that of the language. English is the one whose
 * newsrooms disagree: a text in English, by its declared language or by its words, has no order.
 */
public final class OpeningLines {
  /** Blocks searched; byline and date are among the first. */
  private static final int MAX_BLOCKS = 12;

  /** Characters searched for a word of a language that writes the month first. */
  private static final int MAX_LANGUAGE_CHARS = 4000;

  private static final Set<String> MONTH_FIRST_WORDS =
      LexiconFiles.union(Section.MONTH_FIRST_WORDS);

  private OpeningLines() {}

  /** Returns metadata with the author and the date that the blocks before the prose state. */
  static ArticleMetadata complete(ArticleMetadata metadata, String text, List<Block> blocks) {
    if (metadata.author().isPresent() && metadata.datePublished().isPresent()) {
      return metadata;
    }
    int prose = 0;
    while (prose < blocks.size() && !blocks.get(prose).role().prose()) {
      prose++;
    }
    ArticleMetadataBuilder builder = ArticleMetadataBuilder.of(metadata);
    read(text, blocks.subList(0, prose), metadata.inLanguage(), builder);
    return builder.build();
  }

  /**
   * Adds the author and the date in the first blocks. After the first prose, a date counts only if
   * it is labeled.
   *
   * @param language the declared language
   */
  public static void read(
      String text,
      List<Block> blocks,
      Optional<MetadataField> language,
      ArticleMetadataBuilder metadata) {
    boolean opening = true;
    String byline = "";
    for (Block block : blocks.subList(0, Math.min(blocks.size(), MAX_BLOCKS))) {
      String content = text.substring(block.start(), block.end());
      Role role = block.role();
      String dated = "";
      if (role == Role.BYLINE) {
        int date = Bylines.dateStart(content, 0, content.length());
        dated = opening ? content.substring(date) : "";
        String names = content.substring(0, date);
        byline = byline.isEmpty() ? names : byline + " " + names;
        Bylines.author(byline)
            .or(() -> timedName(content, names))
            .ifPresent(author -> metadata.add(Property.AUTHOR, author, Origin.TEXT));
      } else if (role == Role.DATE) {
        dated = opening || BoilerplateClassifier.isLabeledDate(content) ? content : "";
      } else if (role == Role.DATELINE) {
        dated = opening ? content : "";
      }
      if (!dated.isEmpty()) {
        Dates.find(dated, 0, dated.length(), isDayFirst(text, language))
            .ifPresent(date -> metadata.add(Property.DATE_PUBLISHED, date, Origin.TEXT));
      }
      opening &= !role.prose();
    }
  }

  private static Optional<String> timedName(String content, String names) {
    return Bylines.isTimedName(content, 0, content.length())
        ? Optional.of(names)
        : Optional.empty();
  }

  private static boolean isDayFirst(String text, Optional<MetadataField> language) {
    if (language.isPresent()) {
      return !Locale.forLanguageTag(language.get().value()).getLanguage().equals("en");
    }
    int limit = Math.min(text.length(), MAX_LANGUAGE_CHARS);
    int start = 0;
    for (int at = 0; at < limit; at++) {
      if (WhiteSpace.isWhiteSpace(text.charAt(at))) {
        if (MONTH_FIRST_WORDS.contains(text.substring(start, at).toLowerCase(Locale.ROOT))) {
          return false;
        }
        start = at + 1;
      }
    }
    return true;
  }
}
