package dev.nutgraf.article.markdown;

import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.boilerplate.BlockWriter;
import dev.nutgraf.article.html.HtmlText;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder;
import dev.nutgraf.article.metadata.ArticleMetadataBuilder.Property;
import dev.nutgraf.article.metadata.HeaderLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads Markdown (CommonMark with GitHub's tables, and its {@linkplain Dialects dialects}), with or
 * without front matter.
 */
public final class MarkdownArticle extends AbstractVisitor {
  /** Depth from which quotes, lists and emphasis are read as text; the visitor is recursive. */
  private static final int MAX_DEPTH = 100;

  private static final Map<Property, List<String>> FIELDS =
      Map.of(
          Property.HEADLINE, List.of("title", "headline", "subject"),
          Property.AUTHOR, List.of("author", "authors", "byline"),
          Property.DATE_PUBLISHED, List.of("date", "published", "datepublished", "pubdate"),
          Property.PUBLISHER, List.of("publisher", "site", "source"),
          Property.URL, List.of("url", "canonical", "canonical_url", "link"),
          Property.IN_LANGUAGE, List.of("lang", "language", "locale"));

  private final BlockWriter writer = new BlockWriter();
  private final ArticleMetadataBuilder metadata = new ArticleMetadataBuilder();
  private final StringBuilder inline = new StringBuilder();
  private int listItems;
  private char softBreak = ' ';

  private MarkdownArticle() {}

  public static Extraction read(String text) {
    MarkdownArticle article = new MarkdownArticle();
    Optional<FrontMatter> frontMatter = FrontMatter.of(text);
    frontMatter.ifPresent(found -> article.state(found.fields()));
    String body = text.substring(frontMatter.map(FrontMatter::end).orElse(0));
    parse(Dialects.toCommonMark(body)).accept(article);
    return article.writer.extraction(
        article.metadata.build(), frontMatter.map(FrontMatter::warnings).orElse(List.of()));
  }

  private static Node parse(String body) {
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(MAX_DEPTH)
            .maxInlineNesting(MAX_DEPTH)
            .build();
    try {
      return parser.parse(body);
    } catch (IllegalArgumentException e) {
      // Rows are filled up to the width of their table, so a short text may have many cells.
      throw new ArticleRejectedException(
          Reason.MALFORMED, "The Markdown has a table of more than 1,000,000 cells.");
    }
  }

  private void state(Map<String, String> fields) {
    FIELDS.forEach(
        (property, keys) -> {
          for (String key : keys) {
            metadata.add(property, fields.getOrDefault(key, ""), MetadataField.Origin.FRONT_MATTER);
          }
        });
  }

  @Override
  public void visit(Heading heading) {
    visitChildren(heading);
    if (heading.getLevel() == 1 && writer.isOpening()) {
      metadata.add(Property.HEADLINE, inline.toString(), MetadataField.Origin.FIRST_LINE);
    }
    write(Role.HEADING);
  }

  @Override
  public void visit(Paragraph paragraph) {
    if (writer.isOpening() && listItems == 0 && isHeader(paragraph)) {
      return;
    }
    visitChildren(paragraph);
    write(listItems > 0 ? Role.LIST_ITEM : Role.PARAGRAPH);
  }

  /** Reads a paragraph of header lines, which some writers put below the title. */
  private boolean isHeader(Paragraph paragraph) {
    softBreak = '\n';
    visitChildren(paragraph);
    softBreak = ' ';
    String lines = inline.toString();
    inline.setLength(0);
    Optional<HeaderLines> header =
        HeaderLines.of(lines, 0).filter(found -> found.end() == lines.length());
    header.ifPresent(found -> state(found.fields()));
    return header.isPresent();
  }

  @Override
  public void visit(ListItem item) {
    listItems++;
    visitChildren(item);
    listItems--;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    writer.add(code.getLiteral(), Role.CODE);
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    writer.add(code.getLiteral(), Role.CODE);
  }

  @Override
  public void visit(HtmlBlock html) {
    HtmlText.write(html.getLiteral(), writer);
  }

  /** A cell of a table; rows and the table itself have no text of their own. */
  @Override
  public void visit(CustomNode node) {
    visitChildren(node);
    if (node instanceof TableCell) {
      write(Role.TABLE);
    }
  }

  @Override
  public void visit(Text text) {
    inline.append(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    inline.append(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    inline.append(softBreak);
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    inline.append('\n');
  }

  /** Skips the alternative text, which isn't part of the article. */
  @Override
  public void visit(Image image) {}

  private void write(Role role) {
    writer.add(inline.toString(), role);
    inline.setLength(0);
  }
}
