package dev.nutgraf.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.Block;
import dev.nutgraf.article.Block.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CaptionFinderTest {
  private static final TextAnalyzer ANALYZER = new TextAnalyzer();

  private static final String STORY =
      "The ferry to the island sank in the harbor on Friday night. Nobody was on board when it"
          + " happened. Divers will raise the wreck next week. The owner has hired another ship until"
          + " the spring.";

  private static List<String> captions(String text, List<Block> blocks) {
    AnalyzedText analyzed =
        ANALYZER.analyze(
            new Article(
                text, false, "UTF-8", "text/plain", ArticleMetadata.NONE, blocks, List.of()));
    List<String> captions = new ArrayList<>();
    for (Sentence sentence : analyzed.sentences()) {
      if (sentence.block().role() == Role.CAPTION) {
        captions.add(analyzed.textOf(sentence));
      }
    }
    return captions;
  }

  /** Returns the captions found in a text of one paragraph. */
  private static List<String> captions(String text) {
    return captions(text, List.of(new Block(0, text.length(), Role.PARAGRAPH)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File photo of the harbor on a quiet day.",
        "Left to right: The captain, his mate and the cook.",
        "Archivfoto: Der Hafen an einem Sommertag.",
        "De gauche à droite, le capitaine et son frère.",
        "The captain of the ferry, pictured outside court.",
        "Pictured: The last crossing of the ferry.",
        "The old pier (file photo) before the accident.",
        "Reunited: The captain (left) and his brother.",
        "Reunited: The captain and his brother at the pier .",
        "The mate, right, and the cook at the pier .",
        "The captain (left) and the mate (right) in the harbor bar.",
        "The mate, second from left, took the picture of the cook, far right.",
        "The captain and his wife, seen here on the pier, have two boats.",
        "The owner (pictured here last year) has three other ships.",
        "The ferry leaves the harbor in an undated photo.",
        "El capitán del ferry, en una imagen de archivo.",
        "Le capitaine du ferry sur une photo d'archives.",
        "Das Schiff auf einem Archivbild.",
        "All smiles: The captain poses with his mate in the harbor.",
        "The cook (right) hugs Maria after the rescue."
      })
  void recognizesACaptionByItsSignsWithinAParagraph(String caption) {
    assertEquals(List.of(caption), captions(STORY + " " + caption + " " + STORY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The mayor (left of center in the vote) stayed away from the pier.",
        "The question is simple: Who will pay for the wreck?",
        "Warning: The harbor remains closed until Monday.",
        "The cook (right) was the last to leave the ship.",
        "The captain, pictured by every paper, left the town.",
        "Pictured: “The last crossing of the ferry.”",
        "File photo of the harbor, the owner said.",
        "The photo of the wreck won a prize in London.",
        "The captain left the town on Sunday .",
        "The painting was seen here for the first time.",
        "The owner put it in a photo album.",
        "The captain waits for the verdict."
      })
  void keepsProseThatHasNoSignOrOnlyAWeakOne(String prose) {
    assertEquals(List.of(), captions(STORY + " " + prose + " " + STORY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fishermen sit on the pier in the village of Oldhaven.",
        "A diver in a blue suit kneels near the wreck.",
        "The captain, his wife and the mate celebrate their rescue.",
        "Divers battle the waves off Oldhaven on Friday.",
        "Ropes, nets and a boy stand near the old harbor office.",
        "The captain waits Friday outside the court."
      })
  void takesTheSceneAfterTheLeadOfAReportAsACaption(String caption) {
    assertEquals(List.of(caption), captionsAfterDateline("The ferry sank. " + caption));
    assertEquals(List.of(), captions("The ferry sank. " + caption + " " + STORY));
    assertEquals(List.of(), captionsAfterDateline("The ferry sank. Nobody died. " + caption));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He sits on the pier in the village of Oldhaven.",
        "The death toll stands at 12 after three days.",
        "A legal battle in the town has cost the owner his ship.",
        "The captain was rescued and sits in a hospital.",
        "People who sit on the pier were asked to leave.",
        "The captain said that fishermen sit on the pier.",
        "Everybody waits.",
        "The captain waits 2",
        "Of those who were on board at the time of the accident on that very cold night a man sits in"
            + " a cell.",
        "2012",
        "The captain of the ferry of the island of the harbor of the town of Old waits for a verdict."
      })
  void keepsTheSecondSentenceOfAReportThatShowsNoScene(String prose) {
    assertEquals(List.of(), captionsAfterDateline("The ferry sank. " + prose));
  }

  private static List<String> captionsAfterDateline(String lead) {
    String dateline = "OLDHAVEN (AP) --";
    String text = dateline + " " + lead + " " + STORY;
    return captions(
        text,
        List.of(
            new Block(0, dateline.length(), Role.DATELINE),
            new Block(dateline.length() + 1, text.length(), Role.PARAGRAPH)));
  }

  @Test
  void findsNoHabitInALabelBeforeAScene() {
    String caption = "All smiles: The captain poses with his mate in the harbor.";
    assertEquals(
        List.of(caption),
        captions(String.join(" ", STORY, caption, STORY, "In brief: The owner has no money.")));
  }

  @Test
  void findsTheCaptionsOfAStoryWithFewerSentences() {
    List<String> captions =
        List.of(
            "Under water: The bow of the ferry .",
            "On land: The captain and his mate .",
            "At work: A diver near the wreck .",
            "At home: The owner of the ferry .",
            "At rest: Ropes and nets on the pier .");
    assertEquals(captions, captions(STORY + " " + String.join(" ", captions)));
  }

  @Test
  void takesAStopSetApartAsASignOnceItRecurs() {
    String first = "A diver at the wreck on Saturday .";
    String second = "Ropes and nets on the old pier .";
    String third = "Crowds on the beach after the storm .";
    assertEquals(
        List.of(first, second, third, first, second, third),
        captions(
            String.join(
                " ", STORY, first, STORY, second, STORY, third, STORY, first, second, third)));
  }

  @Test
  void takesALabelAsASignOnceAnArticleHasACaptionWithOne() {
    String first = "Happy together: The captain (left) and his brother.";
    String second = "Under water: The bow of the ferry.";
    assertEquals(
        List.of(first, second), captions(String.join(" ", STORY, first, STORY, second, STORY)));
  }

  @Test
  void keepsWhatSpeakersSayInAnInterview() {
    String caption = "Happy together: The captain (left) and his brother.";
    String interview =
        "NN: The wreck is not deep. Reporter: The ship is old. Reporter: The crew is safe."
            + " In short: Who will pay?";
    assertEquals(List.of(caption), captions(String.join(" ", STORY, caption, STORY, interview)));
  }

  @Test
  void keepsATextWhoseStopsAreAllSetApart() {
    assertEquals(List.of(), captions((STORY + " " + STORY).replace(".", " .")));
  }

  @Test
  void keepsTheStopAfterALineThatBreaksOff() {
    String broken = "The ship that carried a cargo of . ";
    String comma = "The ship left the port, . ";
    assertEquals(List.of(), captions(String.join(" ", STORY, broken, STORY, broken, comma, STORY)));
  }

  @Test
  void keepsAStoryThatIsMostlyCaptions() {
    assertEquals(
        List.of(),
        captions(
            "File photo of the harbor. The ferry sank on Friday. Left to right: The captain and"
                + " his mate. File picture of the pier."));
  }

  @Test
  void takesTheLineBeforeACreditAsItsCaption() {
    String caption = "The wreck lies in shallow water.";
    String credit = "Image: JANE DOE";
    String text = STORY + "\n" + caption + " " + credit + "\n" + STORY;
    int start = STORY.length() + 1;
    int end = start + caption.length();
    int after = end + 1 + credit.length();
    assertEquals(
        List.of(caption),
        captions(
            text,
            List.of(
                new Block(0, STORY.length(), Role.PARAGRAPH),
                new Block(start, end, Role.PARAGRAPH),
                new Block(end + 1, after, Role.CREDIT),
                new Block(after + 1, text.length(), Role.PARAGRAPH))));
  }

  @Test
  void takesTheLineBeforeACreditAlsoIfItQuotesAName() {
    String caption = "The \u201CMaria\u201D lies in shallow water.";
    String credit = "Image: JANE DOE";
    String text = caption + " " + credit + "\n" + STORY;
    int after = caption.length() + 1 + credit.length();
    assertEquals(
        List.of(caption),
        captions(
            text,
            List.of(
                new Block(0, caption.length(), Role.PARAGRAPH),
                new Block(caption.length() + 1, after, Role.CREDIT),
                new Block(after + 1, text.length(), Role.PARAGRAPH))));
  }

  @Test
  void keepsTheParagraphBeforeACreditOnTheNextLine() {
    String line = "The wreck lies in shallow water.";
    String text = STORY + "\n" + line + "\nImage: JANE DOE";
    int start = STORY.length() + 1;
    int end = start + line.length();
    assertEquals(
        List.of(),
        captions(
            text,
            List.of(
                new Block(0, STORY.length(), Role.PARAGRAPH),
                new Block(start, end, Role.PARAGRAPH),
                new Block(end + 1, text.length(), Role.CREDIT))));
  }

  @Test
  void takesAShortParagraphThatSaysPictured() {
    String caption = "A ferry (pictured) of the same kind.";
    String prose =
        "The captain of the ferry (pictured) left the town on Sunday with his wife and all of"
            + " their children.";
    String text = String.join("\n", STORY, caption, prose);
    int start = STORY.length() + 1;
    int end = start + caption.length();
    assertEquals(
        List.of(caption),
        captions(
            text,
            List.of(
                new Block(0, STORY.length(), Role.PARAGRAPH),
                new Block(start, end, Role.PARAGRAPH),
                new Block(end + 1, text.length(), Role.PARAGRAPH))));
  }
}
