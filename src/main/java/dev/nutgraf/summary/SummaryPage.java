package dev.nutgraf.summary;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.Warning;
import dev.nutgraf.chars.WhiteSpace;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.summary.Summary.Summarized;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Month;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the page that shows an article with its chosen sentences marked in place. The page is one
 * file without scripts, external links or external resources. Its content security policy forbids
 * everything but its own style, in case a fault in escaping lets markup through. The same article
 * always has the same bytes.
 */
final class SummaryPage {
  // Lengths in UTF-16 units; a longer text is clipped.
  private static final int MAX_FIELD = 500;
  private static final int MAX_QUOTE = 1_500;

  /** Languages written from right to left, by ISO 639 code, including withdrawn codes. */
  private static final Set<String> RIGHT_TO_LEFT =
      Set.of("ar", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "syr", "ug", "ur", "yi");

  private final String head;
  private final String styleHash;

  SummaryPage() {
    String style = style();
    styleHash =
        Base64.getEncoder().encodeToString(Sha256.digest(style.getBytes(StandardCharsets.UTF_8)));
    // The policy allows the style with this hash and nothing else.
    head =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
        style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <style>%s</style>
        """
            .formatted(styleHash, style);
  }

  /** Returns the SHA-256 of the style sheet in Base64. */
  String styleHash() {
    return styleHash;
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(SummaryPage.class.getResourceAsStream("page.css"), "page.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("page.css is missing from the class path: build again", e);
    }
  }

  /** Returns the page of a summary, in UTF-8. */
  byte[] write(Source source, Summarized summary) {
    Writing page = new Writing(source, summary);
    page.write();
    return page.html.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The state of writing one page. */
  private final class Writing {
    private final HtmlWriter html = new HtmlWriter();
    private final Source source;
    private final Summarized summary;
    private final AnalyzedText analyzed;
    private final Article article;
    private final String text;
    private final List<Choice> chosen;
    private final List<Sentence> spans;

    /** Sentences that aren't prose, those within a paragraph included, in text order. */
    private final List<Sentence> captions;

    private final String title;

    /** Language and direction attributes of elements that contain text of the article. */
    private final String articleAttributes;

    /** Index of the first caption that isn't written yet. */
    private int caption;

    Writing(Source source, Summarized summary) {
      this.source = source;
      this.summary = summary;
      this.analyzed = summary.text();
      this.article = analyzed.article();
      this.text = article.text();
      this.chosen = summary.ranking().chosen();
      this.spans =
          chosen.stream().map(choice -> analyzed.sentences().get(choice.sentence())).toList();
      this.captions =
          analyzed.sentences().stream()
              .filter(sentence -> !sentence.block().role().prose())
              .toList();
      this.title =
          article.metadata().headline().map(MetadataField::value).orElseGet(this::fileName);
      this.articleAttributes = languageAndDirection();
    }

    private String fileName() {
      String key = source.key();
      return key.substring(key.lastIndexOf('/') + 1);
    }

    private String languageAndDirection() {
      Locale language = Locale.forLanguageTag(analyzed.language());
      if (language.getLanguage().isEmpty() || analyzed.language().equals(AnalyzedText.UNKNOWN)) {
        return " lang=\"\" dir=\"auto\"";
      }
      boolean rightToLeft =
          RIGHT_TO_LEFT.contains(language.getLanguage())
              || language.getScript().equals("Arab")
              || language.getScript().equals("Hebr");
      return " lang=\"%s\" dir=\"%s\""
          .formatted(language.toLanguageTag(), rightToLeft ? "rtl" : "ltr");
    }

    void write() {
      html.markup(head).markup("<title>").text(clip(title, MAX_FIELD));
      html.markup(
          """
           – Nutgraf</title>
          </head>
          <body>
          <a class="skip" href="#article">Skip to the article</a>
          """);
      writeHeader();
      html.markup("<main>\n");
      writeSummary();
      writeArticle();
      html.markup("</main>\n");
      writeFooter();
      html.markup("</body>\n</html>\n");
    }

    private void writeHeader() {
      ArticleMetadata metadata = article.metadata();
      html.markup("<header>\n");
      if (metadata.publisher().isPresent()) {
        html.markup("<p class=\"publisher\"" + articleAttributes + "><bdi>");
        html.text(clip(metadata.publisher().get().value(), MAX_FIELD)).markup("</bdi></p>\n");
      }
      html.markup("<h1" + articleAttributes + ">").text(clip(title, MAX_FIELD)).markup("</h1>\n");
      if (metadata.author().isPresent() || metadata.datePublished().isPresent()) {
        html.markup("<p class=\"byline\"" + articleAttributes + ">");
        if (metadata.author().isPresent()) {
          html.markup("<bdi>").text(clip(metadata.author().get().value(), MAX_FIELD));
          html.markup("</bdi>");
        }
        if (metadata.author().isPresent() && metadata.datePublished().isPresent()) {
          html.markup(" · ");
        }
        if (metadata.datePublished().isPresent()) {
          String date = metadata.datePublished().get().value();
          html.markup("<time lang=\"en\" dir=\"ltr\" datetime=\"")
              .text(date)
              .markup("\">")
              .text(inWords(date));
          html.markup("</time>");
        }
        html.markup("</p>\n");
      }
      html.markup("</header>\n");
    }

    private void writeSummary() {
      html.markup("<section class=\"summary\" aria-labelledby=\"summary\">\n");
      html.markup("<h2 id=\"summary\">The article in ").number(chosen.size());
      html.markup(" of ").grouped(analyzed.candidateCount());
      html.markup(analyzed.candidateCount() == 1 ? " sentence" : " sentences").markup("</h2>\n");
      html.markup("<ol" + articleAttributes + ">\n");
      for (int i = 0; i < chosen.size(); i++) {
        Sentence span = spans.get(i);
        int end = Math.min(span.end(), span.start() + 2 * MAX_QUOTE);
        String quote = WhiteSpace.collapse(text.substring(span.start(), end));
        html.markup("<li><a href=\"#s").number(i + 1).markup("\" data-rank=\"");
        html.number(chosen.get(i).rank()).markup("\">");
        html.text(clip(quote, MAX_QUOTE)).markup("</a>");
        html.markup("<p class=\"why\" lang=\"en\" dir=\"ltr\"><b>");
        html.markup(PlainReasons.rank(chosen.get(i).rank())).markup(".</b> ");
        html.text(reasons(i)).markup("</p></li>\n");
      }
      html.markup("</ol>\n");
      writeReadingTime();
      writeKeywords();
      writeWarnings();
      html.markup("</section>\n");
    }

    private void writeReadingTime() {
      html.markup("<p class=\"saved\">");
      if (summary.isShort()) {
        html.markup("The article has no more sentences than asked for: it is its own summary.");
      } else {
        ReadingPace pace = ReadingPace.of(analyzed.language());
        int all = pace.countsCharacters() ? characters(0, text.length()) : words();
        int kept = pace.countsCharacters() ? chosenCharacters() : chosenWords();
        html.markup("<strong>").markup(pace.duration(all - kept));
        html.markup(" of reading saved</strong>: ");
        html.grouped(kept).markup(" " + pace.unit()).markup(kept == 1 ? "" : "s");
        html.markup(" instead of ").grouped(all).markup(", at ").number(pace.perMinute());
        html.markup(" " + pace.unit() + "s a minute.");
      }
      html.markup("</p>\n");
    }

    private int words() {
      return analyzed.terms().tokenCount();
    }

    private int chosenWords() {
      return chosen.stream().mapToInt(choice -> analyzed.terms().length(choice.sentence())).sum();
    }

    private int chosenCharacters() {
      return spans.stream().mapToInt(span -> characters(span.start(), span.end())).sum();
    }

    private int characters(int from, int to) {
      return text.codePointCount(from, to);
    }

    private void writeKeywords() {
      List<Ranking.Keyword> keywords = summary.ranking().keywords();
      if (keywords.isEmpty()) {
        return;
      }
      html.markup(
          "<h3 class=\"label\">Key phrases</h3>\n<ul class=\"keywords\""
              + articleAttributes
              + ">\n");
      for (Ranking.Keyword keyword : keywords) {
        html.markup("<li>").text(clip(keyword.term(), MAX_FIELD)).markup("</li>\n");
      }
      html.markup("</ul>\n");
    }

    private void writeWarnings() {
      for (Warning warning : summary.warnings()) {
        html.markup("<p class=\"warning\">").text(clip(warning.message(), MAX_FIELD));
        html.markup("</p>\n");
      }
    }

    private void writeArticle() {
      html.markup("<article id=\"article\" tabindex=\"-1\" aria-labelledby=\"whole\">\n");
      html.markup("<h2 id=\"whole\">Where they stand</h2>\n");
      html.markup("<div class=\"text\"" + articleAttributes + ">\n");
      Optional<Block> headline = headlineBlock();
      Excerpt excerpt = Excerpt.of(text, spans);
      int block = 0;
      int shown = 0;
      for (Excerpt.Range range : excerpt.ranges()) {
        writeGap(shown, range.start());
        boolean inList = false;
        for (; block < article.blocks().size(); block++) {
          Block next = article.blocks().get(block);
          if (next.start() >= range.end()) {
            break;
          }
          if (next.end() > range.start() && !headline.equals(Optional.of(next))) {
            boolean item = next.role() == Block.Role.LIST_ITEM;
            if (item != inList) {
              html.markup(item ? "<ul>\n" : "</ul>\n");
              inList = item;
            }
            writeBlock(next, range);
          }
          if (next.end() > range.end()) {
            // The next range may contain the rest of the block.
            break;
          }
        }
        if (inList) {
          html.markup("</ul>\n");
        }
        shown = range.end();
      }
      writeGap(shown, text.length());
      html.markup("</div>\n</article>\n");
    }

    /** Returns the heading that is the headline, which the page shows above the text. */
    private Optional<Block> headlineBlock() {
      return article.blocks().stream()
          .takeWhile(block -> !block.role().prose())
          .filter(block -> block.role() == Block.Role.HEADING)
          .findFirst()
          .filter(
              block ->
                  WhiteSpace.collapse(text.substring(block.start(), block.end()))
                      .equals(WhiteSpace.collapse(title)));
    }

    private void writeGap(int from, int to) {
      if (to > from) {
        html.markup("<p class=\"gap\" lang=\"en\" dir=\"ltr\">The article is very long: ");
        html.grouped(to - from);
        html.markup(" characters without a chosen sentence are left out here.</p>\n");
      }
    }

    private void writeBlock(Block block, Excerpt.Range range) {
      String tag = tag(block.role());
      html.markup("<").markup(tag);
      if (!block.role().prose() && block.role() != Block.Role.HEADING) {
        html.markup(" class=\"boilerplate\"");
      } else if (block.role() == Block.Role.LIST_ITEM
          && !Character.isLetter(text.codePointAt(block.start()))) {
        // The text starts with its own bullet or number.
        html.markup(" class=\"marked\"");
      }
      html.markup(analyzed.language().equals(AnalyzedText.UNKNOWN) ? " dir=\"auto\">" : ">");
      int from = Math.max(block.start(), range.start());
      int to = Math.min(block.end(), range.end());
      html.markup(from > block.start() ? "… " : "");
      writeSentences(block, from, to);
      html.markup(to < block.end() ? " …" : "");
      html.markup("</").markup(tag).markup(">\n");
    }

    private static String tag(Block.Role role) {
      return switch (role) {
        case LIST_ITEM -> "li";
        case HEADING -> "h3";
        case CODE, TABLE -> "pre";
        case POST -> "blockquote";
        default -> "p";
      };
    }

    /** Writes a range of a block with its chosen sentences marked. */
    private void writeSentences(Block block, int from, int to) {
      int at = from;
      for (int i = 0; i < chosen.size(); i++) {
        Sentence span = spans.get(i);
        if (span.end() > at && span.start() < to) {
          writeUnchosen(block, at, Math.max(at, span.start()));
          writeChosen(i, Math.max(at, span.start()), Math.min(to, span.end()));
          at = Math.min(to, span.end());
        }
      }
      writeUnchosen(block, at, to);
    }

    /** Writes a range without a chosen sentence; captions within a paragraph are in gray. */
    private void writeUnchosen(Block block, int from, int to) {
      int at = from;
      while (block.role().prose() && caption < captions.size()) {
        Sentence next = captions.get(caption);
        if (next.start() >= to) {
          break;
        }
        if (next.end() > at) {
          int start = Math.max(at, next.start());
          int end = Math.min(to, next.end());
          html.text(text, at, start).markup("<span class=\"boilerplate\">");
          html.text(text, start, end).markup("</span>");
          at = end;
        }
        if (next.end() > to) {
          // The next range may contain the rest of the caption.
          break;
        }
        caption++;
      }
      html.text(text, at, to);
    }

    /**
     * Writes a chosen sentence. The note follows it, so that the mark contains only the quotation.
     */
    private void writeChosen(int index, int from, int to) {
      if (from > spans.get(index).start()) {
        html.markup("<mark>").text(text, from, to).markup("</mark>");
        return;
      }
      Choice choice = chosen.get(index);
      html.markup("<mark id=\"s").number(index + 1).markup("\" tabindex=\"0\" data-rank=\"");
      html.number(choice.rank()).markup("\" aria-describedby=\"n").number(index + 1);
      html.markup("\">").text(text, from, to).markup("</mark>");
      html.markup("<span class=\"note\" role=\"tooltip\" lang=\"en\" dir=\"ltr\" id=\"n");
      html.number(index + 1).markup("\"><b>").markup(PlainReasons.rank(choice.rank()));
      html.markup("</b> · score ");
      html.markup(
          BigDecimal.valueOf(choice.score()).setScale(2, RoundingMode.HALF_EVEN).toPlainString());
      html.markup(" · ").text(reasons(index)).markup("</span>");
    }

    private String reasons(int index) {
      return PlainReasons.of(
          chosen.get(index), analyzed.lineOf(spans.get(index)), summary.ranking().keywords());
    }

    private void writeFooter() {
      html.markup(
          "<footer>\n<p>Every highlighted sentence is quoted word for word, in the order of ");
      html.markup(
          "the article; the darkest is the most important. Point at one, or reach it with ");
      html.markup(
          "the Tab key, to see its score. Text in gray (captions, credits, links) is never ");
      html.markup("chosen.</p>\n<dl>\n<dt>Source</dt><dd><bdi>");
      html.identifier("s3://" + source.bucket() + "/" + source.key()).markup("</bdi></dd>\n");
      if (article.metadata().url().isPresent()) {
        html.markup("<dt>Address</dt><dd><bdi>");
        html.identifier(clip(article.metadata().url().get().value(), MAX_QUOTE));
        html.markup("</bdi></dd>\n");
      }
      html.markup("<dt>Made by</dt><dd>Nutgraf ").markup(Engine.VERSION);
      html.markup("</dd>\n</dl>\n</footer>\n");
    }
  }

  /**
   * Returns an ISO 8601 date as {@code 4 May 2026}, or without the parts that it lacks; another
   * text unchanged.
   */
  private static String inWords(String date) {
    String day = date.length() > 10 ? date.substring(0, 10) : date;
    String[] parts = day.split("-", -1);
    try {
      String month = parts.length > 1 ? name(Month.of(Integer.parseInt(parts[1]))) + " " : "";
      String number = parts.length > 2 ? Integer.parseInt(parts[2]) + " " : "";
      return number + month + parts[0];
    } catch (RuntimeException e) {
      return day;
    }
  }

  private static String name(Month month) {
    return month.name().charAt(0) + month.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static String clip(String value, int max) {
    if (value.length() <= max) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(max - 1)) ? max - 1 : max;
    return value.substring(0, end) + "…";
  }
}
