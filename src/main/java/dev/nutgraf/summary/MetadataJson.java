package dev.nutgraf.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nutgraf.article.Article;
import dev.nutgraf.article.ArticleMetadata;
import dev.nutgraf.article.MetadataField;
import dev.nutgraf.article.Warning;
import dev.nutgraf.rank.Ranking;
import dev.nutgraf.rank.Ranking.Choice;
import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.Summary.Rejected;
import dev.nutgraf.summary.Summary.Summarized;
import dev.nutgraf.text.AnalyzedText;
import dev.nutgraf.text.Sentence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes metadata.json, which {@code docs/metadata.schema.json} specifies: schema.org names for the
 * article, text positions of the W3C Web Annotation model for the sentences, S3's names for the
 * source. It contains nothing volatile, such as the time of processing, so the same article always
 * has the same bytes.
 *
 * <p>A document is one line that ends with a line feed, so that engines for JSON Lines (Athena,
 * Spark, DuckDB) read all documents under a prefix as one table.
 */
final class MetadataJson {
  private static final String SCHEMA_VERSION = "1.0";
  private static final int SCORE_DIGITS = 4;

  private final JsonFactory json = new JsonFactory();
  private final Engine engine;

  MetadataJson(Engine engine) {
    this.engine = engine;
  }

  /** Returns the document of a summary in UTF-8, with a line feed at the end and no other. */
  byte[] write(Source source, Summary summary) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
    try (JsonGenerator out = json.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeStringField("schemaVersion", SCHEMA_VERSION);
      if (summary instanceof Summarized summarized) {
        out.writeStringField("status", summarized.isShort() ? "short" : "summarized");
        writeSource(out, source, Optional.of(summarized.sourceSha256()));
        writeSummarized(out, summarized);
      } else if (summary instanceof Rejected rejected) {
        out.writeStringField("status", "rejected");
        writeSource(out, source, rejected.sourceSha256());
        writeEngine(out, engine.settings().length());
        writeWarnings(out, List.of());
        out.writeObjectFieldStart("error");
        out.writeStringField("code", rejected.reason().code());
        out.writeStringField("message", rejected.message());
        out.writeEndObject();
      }
      out.writeEndObject();
      out.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static void writeSource(JsonGenerator out, Source source, Optional<String> sha256)
      throws IOException {
    out.writeObjectFieldStart("source");
    out.writeStringField("bucket", source.bucket());
    out.writeStringField("key", source.key());
    writeIfPresent(out, "versionId", source.versionId());
    out.writeStringField("eTag", source.eTag());
    out.writeNumberField("size", source.size());
    writeIfPresent(out, "contentType", source.contentType());
    out.writeStringField("lastModified", source.lastModified());
    writeIfPresent(out, "sha256", sha256);
    out.writeEndObject();
  }

  private void writeSummarized(JsonGenerator out, Summarized summary) throws IOException {
    AnalyzedText text = summary.text();
    int articleWords = text.terms().tokenCount();
    writeArticle(out, text, articleWords, summary.ranking().keywords());
    writeText(out, summary);
    writeSummary(out, summary, articleWords);
    writeEngine(out, summary.length());
    writeWarnings(out, summary.warnings());
  }

  private static void writeArticle(
      JsonGenerator out, AnalyzedText text, int wordCount, List<Ranking.Keyword> keywords)
      throws IOException {
    Map<String, MetadataField> metadata = metadata(text);
    out.writeObjectFieldStart("article");
    out.writeStringField("@type", "NewsArticle");
    for (Map.Entry<String, MetadataField> field : metadata.entrySet()) {
      out.writeStringField(field.getKey(), field.getValue().value());
    }
    out.writeNumberField("wordCount", wordCount);
    out.writeArrayFieldStart("keywords");
    for (Ranking.Keyword keyword : keywords) {
      out.writeStartObject();
      out.writeStringField("term", keyword.term());
      writeRounded(out, "score", keyword.score());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeObjectFieldStart("origin");
    for (Map.Entry<String, MetadataField> field : metadata.entrySet()) {
      out.writeStringField(field.getKey(), field.getValue().origin().label());
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private static Map<String, MetadataField> metadata(AnalyzedText text) {
    ArticleMetadata metadata = text.article().metadata();
    Map<String, MetadataField> found = new LinkedHashMap<>();
    putIfPresent(found, "headline", metadata.headline());
    putIfPresent(found, "author", metadata.author());
    putIfPresent(found, "datePublished", metadata.datePublished());
    putIfPresent(found, "publisher", metadata.publisher());
    putIfPresent(found, "url", metadata.url());
    putIfPresent(found, "inLanguage", text.languageField());
    return found;
  }

  private static void putIfPresent(
      Map<String, MetadataField> found, String name, Optional<MetadataField> field) {
    if (field.isPresent()) {
      found.put(name, field.get());
    }
  }

  private static void writeText(JsonGenerator out, Summarized summary) throws IOException {
    AnalyzedText text = summary.text();
    Article article = text.article();
    out.writeObjectFieldStart("text");
    out.writeStringField("charset", article.charset());
    out.writeStringField("encodingFormat", article.mediaType());
    out.writeStringField("sha256", summary.textSha256());
    out.writeNumberField("codePoints", new CodePoints(article.text()).at(article.text().length()));
    out.writeNumberField("sentenceCount", text.candidateCount());
    out.writeStringField("offsetUnit", "unicodeCodePoint");
    if (article.extracted()) {
      out.writeStringField("content", article.text());
    }
    out.writeEndObject();
  }

  private void writeSummary(JsonGenerator out, Summarized summary, int articleWords)
      throws IOException {
    AnalyzedText text = summary.text();
    List<Choice> chosen = summary.ranking().chosen();
    int words = 0;
    for (Choice choice : chosen) {
      words += text.terms().length(choice.sentence());
    }
    out.writeObjectFieldStart("summary");
    out.writeStringField("method", "extractive");
    out.writeStringField("order", "document");
    out.writeNumberField("wordCount", words);
    writeRounded(out, "compressionRatio", (double) words / Math.max(1, articleWords));
    out.writeArrayFieldStart("sentences");
    CodePoints codePoints = new CodePoints(text.article().text());
    int sentence = 0;
    int index = 0;
    for (Choice choice : chosen) {
      for (; sentence < choice.sentence(); sentence++) {
        if (text.sentences().get(sentence).isCandidate()) {
          index++;
        }
      }
      Sentence span = text.sentences().get(choice.sentence());
      out.writeStartObject();
      out.writeNumberField("index", index);
      out.writeNumberField("start", codePoints.at(span.start()));
      out.writeNumberField("end", codePoints.at(span.end()));
      out.writeStringField("text", text.textOf(span));
      writeRounded(out, "score", choice.score());
      out.writeNumberField("rank", choice.rank());
      if (engine.settings().detail() == EngineSettings.Detail.EXPLAIN) {
        out.writeStringField(
            "why", PlainReasons.of(choice, text.lineOf(span), summary.ranking().keywords()));
        writeReasons(out, choice.reasons());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeReasons(JsonGenerator out, List<Ranking.Contribution> reasons)
      throws IOException {
    out.writeArrayFieldStart("reasons");
    for (Ranking.Contribution reason : reasons) {
      out.writeStartObject();
      out.writeStringField("feature", reason.feature());
      writeRounded(out, "value", reason.value());
      writeRounded(out, "contribution", reason.contribution());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void writeEngine(JsonGenerator out, SummaryLength length) throws IOException {
    out.writeObjectFieldStart("engine");
    out.writeStringField("name", Engine.NAME);
    out.writeStringField("version", Engine.VERSION);
    out.writeStringField("fingerprint", engine.fingerprint());
    out.writeObjectFieldStart("parameters");
    out.writeNumberField("sentences", length.sentences());
    out.writeNumberField("maxWords", length.maxWords());
    out.writeNumberField("maxCharacters", length.maxCharacters());
    out.writeNumberField("maxArticleBytes", engine.settings().maxArticleBytes());
    out.writeStringField("metadataDetail", engine.settings().detail().label());
    out.writeBooleanField("summaryHtml", engine.settings().page());
    out.writeEndObject();
    out.writeEndObject();
  }

  private static void writeWarnings(JsonGenerator out, List<Warning> warnings) throws IOException {
    out.writeArrayFieldStart("warnings");
    for (Warning warning : warnings) {
      out.writeStartObject();
      out.writeStringField("code", warning.code());
      out.writeStringField("message", warning.message());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static void writeIfPresent(JsonGenerator out, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      out.writeStringField(name, value.get());
    }
  }

  /** Writes a rounded number, so that the bytes don't depend on the last bits of a sum. */
  private static void writeRounded(JsonGenerator out, String name, double value)
      throws IOException {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(SCORE_DIGITS, RoundingMode.HALF_EVEN);
    out.writeFieldName(name);
    out.writeNumber(rounded.stripTrailingZeros().toPlainString());
  }
}
