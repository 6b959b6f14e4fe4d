package dev.nutgraf.local.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleFile;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.reader.ArticleReader;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.TextAnalyzer;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An article with its reference summaries.
 *
 * @param id its ID in the data set
 * @param title its headline
 * @param text its text
 * @param references the reference summaries, one sentence a line; may be empty
 * @param language BCP 47 tag of the references' language
 */
public record Example(
    String id, Optional<String> title, String text, List<String> references, String language) {

  private static final int MAX_BYTES = 1 << 30;

  /**
   * Reads a file of JSON Lines: {@code {"id","title"?,"text","reference"?,"references"?,"lang"?}}.
   */
  public static List<Example> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Example> examples = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        JsonNode line = parse(json, lines.get(i));
        if (!line.path("id").isValueNode() || !line.path("text").isTextual()) {
          throw new IOException(
              file + ", line " + (i + 1) + ": expected an object with \"id\" and \"text\"");
        }
        examples.add(of(line));
      }
    }
    return examples;
  }

  private static List<String> lines(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": this is a folder; name a file of JSON Lines");
    }
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": this file isn't UTF-8", e);
    }
  }

  /** Returns the JSON of a line; a missing node if it isn't JSON. */
  private static JsonNode parse(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private static Example of(JsonNode line) {
    List<String> references = new ArrayList<>();
    line.path("references").forEach(reference -> references.add(reference.asText()));
    if (references.isEmpty() && line.hasNonNull("reference")) {
      references.add(line.get("reference").asText());
    }
    references.removeIf(String::isBlank);
    return new Example(
        line.get("id").asText(),
        Optional.ofNullable(line.path("title").textValue()).filter(title -> !title.isBlank()),
        line.get("text").textValue(),
        List.copyOf(references),
        line.path("lang").asText("en"));
  }

  /** Returns the article without its title. */
  Example untitled() {
    return new Example(id, Optional.empty(), text, references, language);
  }

  /** Analyzes the article with its title as headline; empty if it is rejected. */
  public Optional<AnalyzedText> analyze(TextAnalyzer analyzer) {
    return analyze(analyzer, Optional.empty());
  }

  /** Analyzes the article in a known language. */
  public Optional<AnalyzedText> analyze(TextAnalyzer analyzer, Optional<String> known) {
    ArticleFile file =
        new ArticleFile(
            id + ".txt",
            text.getBytes(StandardCharsets.UTF_8),
            Optional.of("text/plain; charset=utf-8"),
            Optional.empty());
    try {
      Article article = new ArticleReader(MAX_BYTES).read(file);
      return Optional.of(analyzer.analyze(stated(article, known)));
    } catch (ArticleRejectedException rejected) {
      return Optional.empty();
    }
  }

  /** Returns the article with the known title and language. */
  private Article stated(Article article, Optional<String> known) {
    ArticleMetadata metadata = article.metadata();
    return new Article(
        article.text(),
        article.extracted(),
        article.charset(),
        article.mediaType(),
        new ArticleMetadata(
            title
                .map(words -> new MetadataField(words, MetadataField.Origin.META))
                .or(metadata::headline),
            metadata.author(),
            metadata.datePublished(),
            metadata.publisher(),
            metadata.url(),
            known
                .map(tag -> new MetadataField(tag, MetadataField.Origin.META))
                .or(metadata::inLanguage)),
        article.blocks(),
        article.warnings());
  }
}
