package dev.nutgraf.local.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nutgraf.summary.ReadingPace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;

/** The event that describes the outputs of an article: what its card shows of them. */
final class SummaryState {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SummaryState() {}

  /**
   * Returns the event.
   *
   * @param metadata the metadata document
   * @param page the page of the article, which has the reasons at every metadata detail
   */
  static ObjectNode of(String key, byte[] metadata, Optional<byte[]> page) {
    JsonNode document;
    try {
      document = JSON.readTree(metadata);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ObjectNode state = JSON.createObjectNode().put("type", "summary").put("key", key);
    state.set("status", document.path("status"));
    state.set("headline", document.at("/article/headline"));
    state.set("language", document.at("/article/inLanguage"));
    state.set("message", document.at("/error/message"));
    addLengths(state, document);
    state.set("codePoints", document.at("/text/codePoints"));
    state.set("asked", document.at("/engine/parameters/sentences"));
    state.set("lastModified", document.at("/source/lastModified"));
    state.put("page", page.isPresent());
    ArrayNode warnings = state.putArray("warnings");
    document.path("warnings").forEach(warning -> warnings.add(warning.path("message")));
    ArrayNode keywords = state.putArray("keywords");
    document.at("/article/keywords").forEach(keyword -> keywords.add(keyword.path("term")));
    addSentences(state.putArray("sentences"), document, page);
    return state;
  }

  /** Adds the lengths of article and summary as the page of the article counts them. */
  private static void addLengths(ObjectNode to, JsonNode document) {
    ReadingPace pace = ReadingPace.of(document.at("/article/inLanguage").asText());
    to.put("unit", pace.unit()).put("perMinute", pace.perMinute());
    if (pace.countsCharacters()) {
      int chosen = 0;
      for (JsonNode sentence : document.at("/summary/sentences")) {
        chosen += sentence.path("end").intValue() - sentence.path("start").intValue();
      }
      to.set("length", document.at("/text/codePoints"));
      to.put("summaryLength", chosen);
    } else {
      to.set("length", document.at("/article/wordCount"));
      to.set("summaryLength", document.at("/summary/wordCount"));
    }
  }

  private static void addSentences(ArrayNode to, JsonNode document, Optional<byte[]> page) {
    List<String> reasons = page.map(SummaryState::reasons).orElse(List.of());
    for (JsonNode sentence : document.at("/summary/sentences")) {
      ObjectNode one = to.addObject();
      for (String field : List.of("text", "rank", "start", "end", "why")) {
        one.set(field, sentence.path(field));
      }
      if (!sentence.has("why") && reasons.size() >= to.size()) {
        one.put("why", reasons.get(to.size() - 1));
      }
    }
  }

  /** Returns the reason of each chosen sentence, in text order, without its rank. */
  private static List<String> reasons(byte[] page) {
    return Jsoup.parse(new String(page, StandardCharsets.UTF_8)).select(".summary .why").stream()
        .map(line -> line.ownText())
        .toList();
  }
}
