package dev.nutgraf.article.metadata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.nutgraf.article.ArticleRejectedException;
import dev.nutgraf.article.ArticleRejectedException.Reason;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value. Numbers and booleans are kept as written; an absent value or {@code null} is {@link
 * Items#NONE}. It is built on Jackson's streaming parser, because loading data binding takes longer
 * than the rest of reading an article.
 */
public sealed interface Json {
  /** A string, a number or a boolean, as text. */
  record Text(String value) implements Json {}

  /** An array. */
  record Items(List<Json> values) implements Json {
    /** An absent value. */
    public static final Items NONE = new Items(List.of());
  }

  /** An object; the last of several fields with one name wins. */
  record Fields(Map<String, Json> values) implements Json {}

  /** The field of an object, or {@link Items#NONE}. */
  default Json get(String field) {
    return this instanceof Fields fields
        ? fields.values().getOrDefault(field, Items.NONE)
        : Items.NONE;
  }

  /** Returns the text of a scalar that isn't blank. */
  default Optional<String> text() {
    return this instanceof Text text && !text.value().isBlank()
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** Returns the items of an array, or this value as the only item. */
  default List<Json> items() {
    return this instanceof Items items ? items.values() : List.of(this);
  }

  /**
   * Parses a document.
   *
   * @throws ArticleRejectedException if it is not valid JSON, or nests too deeply
   */
  static Json parse(String text) {
    return new Builder().build(Builder.FACTORY, text, false);
  }

  /**
   * Parses the first value of a document that breaks JSON's rules as the scripts of pages do: with
   * line breaks within strings, trailing commas, comments, or text after the value.
   *
   * @throws ArticleRejectedException if that isn't possible
   */
  static Json parseLeniently(String text) {
    return new Builder().build(Builder.LENIENT, text, true);
  }

  /** Reads the tokens of another format's parser. */
  static Json read(JsonParser parser) throws IOException {
    Builder builder = new Builder();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      builder.read(token, parser);
    }
    return builder.root;
  }

  /** Builds values with an explicit stack, so that nesting takes no call stack. */
  final class Builder {
    private static final int MAX_DEPTH = 200;

    /** Objects take 120 bytes and more each; an article has some hundred values. */
    private static final int MAX_VALUES = 500_000;

    private static final int MAX_NAME_LENGTH = 1 << 16;

    private static final JsonFactory FACTORY =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxStringLength(Integer.MAX_VALUE) // the limit of the file holds
                    .build())
            // Names come from strangers: interned they would stay for good.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private static final JsonFactory LENIENT =
        JsonFactory.builder()
            .streamReadConstraints(FACTORY.streamReadConstraints())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private record Open(List<Json> items, Map<String, Json> fields) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private Json root = Items.NONE;
    private int values;

    private Builder() {}

    private Json build(JsonFactory factory, String text, boolean firstOnly) {
      try (JsonParser parser = factory.createParser(text)) {
        boolean complete = false;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (complete && token == JsonToken.START_OBJECT && root instanceof Fields) {
            throw malformed(
                "a second document follows (JSON Lines); store each article as a file of its own",
                parser.currentTokenLocation());
          }
          if (complete) {
            throw malformed("text follows the end of the document", parser.currentTokenLocation());
          }
          read(token, parser);
          complete = open.isEmpty();
          if (complete && firstOnly) {
            break;
          }
        }
        return root;
      } catch (JsonProcessingException e) {
        throw malformed(firstLine(e.getOriginalMessage()), e.getLocation());
      } catch (IOException e) {
        throw new IllegalStateException("A string was read", e);
      }
    }

    private void read(JsonToken token, JsonParser parser) throws IOException {
      switch (token) {
        case START_OBJECT -> open.push(new Open(List.of(), new LinkedHashMap<>()));
        case START_ARRAY -> open.push(new Open(new ArrayList<>(), Map.of()));
        case END_OBJECT -> add(new Fields(open.pop().fields()));
        case END_ARRAY -> add(new Items(open.pop().items()));
        case FIELD_NAME -> names.push(parser.currentName());
        case VALUE_NULL -> add(Items.NONE);
        default -> add(new Text(parser.getText()));
      }
    }

    private void add(Json value) {
      if (++values > MAX_VALUES) {
        throw malformed(
            String.format(Locale.ROOT, "it has more than the accepted %,d values", MAX_VALUES),
            null);
      }
      if (open.isEmpty()) {
        root = value;
      } else if (open.peek().fields() instanceof LinkedHashMap<String, Json> fields) {
        fields.put(names.pop(), value);
      } else {
        open.peek().items().add(value);
      }
    }

    private static String firstLine(String message) {
      int end = message.indexOf('\n');
      return end < 0 ? message : message.substring(0, end);
    }

    private static ArticleRejectedException malformed(String how, @Nullable JsonLocation at) {
      // A broken limit, of depth or length, has no place.
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      return new ArticleRejectedException(
          Reason.MALFORMED, "The JSON is invalid" + where + ": " + how);
    }
  }
}
