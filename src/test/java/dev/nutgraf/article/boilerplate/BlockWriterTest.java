package dev.nutgraf.article.boilerplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockWriterTest {
  private final BlockWriter writer = new BlockWriter();

  @Test
  void separatesTrimmedBlocksByABlankLine() {
    writer.add(" Title ", Role.HEADING);
    writer.add("\n\t", Role.PARAGRAPH);
    writer.add("The bridge is open.\n", Role.PARAGRAPH);
    Extraction extraction = extraction();
    assertEquals("Title\n\nThe bridge is open.", extraction.text());
    assertEquals(
        List.of(new Block(0, 5, Role.HEADING), new Block(7, 26, Role.PARAGRAPH)),
        extraction.blocks());
  }

  @Test
  void cutsBoilerplateOutOfProseAndKeepsTheRoleOfTheRest() {
    writer.add("(Image: AP)The bridge is open.", Role.LIST_ITEM);
    assertEquals(
        List.of(Role.CREDIT, Role.LIST_ITEM),
        extraction().blocks().stream().map(Block::role).toList());
  }

  @Test
  void cutsNothingOutOfOtherBlocks() {
    writer.add("Read more: it()", Role.CODE);
    assertEquals(List.of(new Block(0, 15, Role.CODE)), extraction().blocks());
  }

  @Test
  void isOpeningUntilProseIsAdded() {
    writer.add(" ", Role.PARAGRAPH);
    writer.add("Ferry leaves late", Role.HEADING);
    assertTrue(writer.isOpening());
    writer.add("The ferry left an hour late.", Role.PARAGRAPH);
    assertFalse(writer.isOpening());
  }

  private Extraction extraction() {
    return writer.extraction(ArticleMetadata.NONE, List.of());
  }
}
