package dev.nutgraf.article.markdown;

import dev.nutgraf.article.metadata.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML of front matter as JSON values, from the events of snakeyaml-engine.
 *
 * <p>Scalars stay as written, because a date or a title such as {@code 1984} isn't a number here;
 * only YAML's forms of null are absent values. Aliases aren't expanded, and the stack of open
 * collections is limited, so that memory is linear in the length of the source.
 *
 * <p>Writers often leave out quotation marks that YAML requires: {@code title: Ferry: late again}.
 * A line that YAML rejects is therefore quoted and the whole is parsed again, each line once, up to
 * {@link #MAX_REPAIRS} lines.
 */
final class Yaml {
  private static final int MAX_DEPTH = 50;

  /** Real front matter has one or two such lines; each costs another parse. */
  private static final int MAX_REPAIRS = 8;

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

  /** A collection whose end wasn't read yet; the key is that of the value that comes next. */
  private static final class Open {
    private final @Nullable Map<String, Json> fields;
    private final List<Json> items = new ArrayList<>();
    private @Nullable String key;

    Open(boolean mapping) {
      fields = mapping ? new LinkedHashMap<>() : null;
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private Json root = Json.Items.NONE;

  private Yaml() {}

  /** Returns the mapping that a source consists of; empty if it isn't one, or not valid. */
  static Optional<Json.Fields> parse(String source) {
    List<String> lines = new ArrayList<>(source.lines().toList());
    BitSet repaired = new BitSet();
    while (repaired.cardinality() <= MAX_REPAIRS) {
      try {
        return new Yaml().read(String.join("\n", lines));
      } catch (MarkedYamlEngineException invalid) {
        boolean repairable =
            repair(lines, repaired, invalid.getProblemMark())
                || repair(lines, repaired, invalid.getContextMark());
        if (!repairable) {
          return Optional.empty();
        }
      } catch (YamlEngineException invalid) {
        return Optional.empty(); // control characters, which have no place in a line
      }
    }
    return Optional.empty();
  }

  /** Quotes the value of a line, unless that was done before or the line has none. */
  private static boolean repair(List<String> lines, BitSet repaired, Optional<Mark> mark) {
    int number = mark.map(Mark::getLine).orElse(Integer.MAX_VALUE);
    if (number >= lines.size() || repaired.get(number)) {
      return false;
    }
    String line = lines.get(number);
    int colon = line.indexOf(": ");
    if (colon <= 0) {
      return false;
    }
    String value = line.substring(colon + 2).strip();
    lines.set(number, line.substring(0, colon + 2) + '\'' + value.replace("'", "''") + '\'');
    repaired.set(number);
    return true;
  }

  private Optional<Json.Fields> read(String source) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(source.length() + 1).build();
    for (Event event : new Parse(settings).parseString(source)) {
      switch (event.getEventId()) {
        case MappingStart -> open.push(new Open(true));
        case SequenceStart -> open.push(new Open(false));
        case MappingEnd, SequenceEnd -> close(open.pop());
        case Scalar -> addScalar((ScalarEvent) event);
        case Alias -> add(Json.Items.NONE);
        default -> {}
      }
      if (open.size() > MAX_DEPTH) {
        return Optional.empty();
      }
    }
    return root instanceof Json.Fields fields ? Optional.of(fields) : Optional.empty();
  }

  private void close(Open closed) {
    add(closed.fields == null ? new Json.Items(closed.items) : new Json.Fields(closed.fields));
  }

  private void addScalar(ScalarEvent scalar) {
    Open outer = open.peek();
    if (outer != null && outer.fields != null && outer.key == null) {
      outer.key = scalar.getValue();
    } else {
      boolean absent = scalar.isPlain() && NULLS.contains(scalar.getValue());
      add(absent ? Json.Items.NONE : new Json.Text(scalar.getValue()));
    }
  }

  private void add(Json value) {
    Open outer = open.peek();
    if (outer == null) {
      root = value;
    } else if (outer.fields == null) {
      outer.items.add(value);
    } else if (outer.key == null) {
      outer.key = ""; // a collection or an alias as key
    } else {
      outer.fields.putIfAbsent(outer.key, value);
      outer.key = null;
    }
  }
}
