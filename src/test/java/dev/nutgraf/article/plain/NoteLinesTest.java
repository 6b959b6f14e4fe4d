package dev.nutgraf.article.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nutgraf.article.Block.Role;
import dev.nutgraf.article.Extraction;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteLinesTest {
  private static final String PROSE = "The ferry left an hour late. Nobody knows why it was late.";

  private static String proseOf(String text) {
    Extraction read = PlainText.read(text);
    return read.blocks().stream()
        .filter(block -> block.role().prose())
        .map(block -> text.substring(block.start(), block.end()))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: Ann Oar <ann@gazette.example>\nTo: bea@gazette.example\nSubject: Ferry\n\nHello Bea,\n\n",
        "Von: Ann Oar\nAn: Bea Keel\nBetreff: Fähre\nDatum: 6. Mai 2024\n\n",
        "De : Ann Oar\nÀ : Bea Keel\nObjet : Le bac\n\n",
        "Subject: Ferry leaves\n late again\n\n",
        "件名：フェリー\n差出人：海野\n\n",
      })
  void setsTheHeaderApart(String header) {
    assertEquals(PROSE, proseOf(header + PROSE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, May 6, 2024 at 9:14 AM Ann Oar wrote:\n> Is the ferry late?\n> It is.",
        "On Mon, May 6, 2024 at 9:14 AM Ann Oar\n<ann@gazette.example> wrote:\n\n> Is it late?",
        "Am 06.05.2024 um 09:14 schrieb Ann Oar:\n\n> Kommt die Fähre zu spät?",
        "-----Original Message-----\nFrom: Ann Oar\nSent: Monday\nSubject: Ferry\n\nIs it late?",
        "-----Ursprüngliche Nachricht-----\nVon: Ann Oar\nBetreff: Fähre\n\nKommt sie zu spät?",
        "From: Ann Oar\nSent: Monday\nTo: Bea Keel\nSubject: Ferry\n\nIs the ferry late?",
        "--\nAnn Oar\nThe Gazette, 1 Pier Street",
      })
  void setsQuotedMailAndSignaturesApart(String quoted) {
    assertEquals(PROSE, proseOf(PROSE + "\n\n" + quoted + "\n"));
  }

  @Test
  void readsAForwardedMailAsTheArticle() {
    String rule = "---------- Forwarded message ---------\n";
    assertEquals(PROSE, proseOf("Subject: Ferry\n\n" + PROSE));
    assertEquals("> " + PROSE, proseOf("> " + PROSE));
    assertEquals(PROSE, proseOf(rule + "\n" + PROSE));
  }

  @Test
  void setsEndNotesApartThatTheTextRefersTo() {
    String text = PROSE.replace("late. N", "late.[1] N") + "\n\n";
    String notes = "[1] The log of the harbor, page four.\n[2] The log of the ferry.\n";
    assertEquals(text.strip(), proseOf(text + notes));
    assertEquals(text.strip(), proseOf(text + notes.replace("\n", "\n\n")));
    assertEquals(Role.NOTE, PlainText.read(text + notes).blocks().get(1).role());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "The ferry [1] is late.\n[1] So.\n\n["})
  void readsABracketAtTheEnd(String text) {
    assertTrue(PlainText.read(text).text().endsWith("["));
  }

  @Test
  void keepsProseThatLooksLikeNotes() {
    String more = "The log [1] says so.\n\n[1] The log was kept.\n\nIt was kept for a year.";
    assertEquals(more.replace("\n\n", "\n"), proseOf(more));
    String spoken = "The master of the harbor said:\n\n" + PROSE;
    assertEquals(PROSE, proseOf(spoken).substring(proseOf(spoken).indexOf("The ferry")));
  }

  @Test
  void readsTheMetadataOfTheHeader() {
    Extraction read =
        PlainText.read("Title: Ferry late\nAuthor: Ann Oar\nDate: 6 May 2024\n\n" + PROSE);
    assertEquals("Ferry late", read.metadata().headline().orElseThrow().value());
    assertEquals("Ann Oar", read.metadata().author().orElseThrow().value());
    assertEquals("2024-05-06", read.metadata().datePublished().orElseThrow().value());
  }

  @Test
  void keepsTheSpeakersOfATranscript() {
    String text =
        "OARSMAN: The ferry left late. We know why.\n\nHOST: Why did it leave late?\n\n"
            + "OARSMAN: The pump broke down at night.";
    assertEquals(text.replace("\n\n", "\n"), proseOf(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"From: a\n", "> a:\n", "--\n", "[1]\n", "---a---\nTo: b\n", "From: a\n\n"})
  void takesLinearTime(String lines) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> PlainText.read("A.\n\n" + lines.repeat(100_000)));
  }
}
