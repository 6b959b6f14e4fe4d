package dev.nutgraf.local.dev.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of measurements in CSV, without quoting: values contain no commas. Lines {@code # name:
 * text} describe it: {@code chart}, {@code title}, {@code note}.
 *
 * @param about the descriptions by name
 * @param columns the column names; the first column names the rows
 * @param rows the values, one for each column; an empty value is unknown
 */
record Table(Map<String, String> about, List<String> columns, List<List<String>> rows) {

  Table {
    about = Map.copyOf(about);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  static Table parse(String csv) {
    Map<String, String> about = new LinkedHashMap<>();
    List<List<String>> lines = new ArrayList<>();
    for (String line : csv.lines().map(String::strip).toList()) {
      int colon = line.indexOf(':');
      if (line.startsWith("#") && colon > 0) {
        about.merge(
            line.substring(1, colon).strip(),
            line.substring(colon + 1).strip(),
            (first, next) -> first + "\n" + next);
      } else if (!line.isEmpty()) {
        lines.add(List.of(line.split(",", -1)).stream().map(String::strip).toList());
      }
    }
    List<List<String>> rows = lines.subList(Math.min(1, lines.size()), lines.size());
    for (List<String> row : rows) {
      if (row.size() != lines.get(0).size()) {
        throw new IllegalArgumentException("not as many values as columns: " + row);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a table needs columns and rows");
    }
    return new Table(about, lines.get(0), rows);
  }

  String about(String name) {
    return about.getOrDefault(name, "");
  }

  /** The greatest number outside the first column. */
  double greatest() {
    return rows.stream()
        .flatMap(row -> row.subList(1, row.size()).stream())
        .filter(value -> !value.isEmpty())
        .mapToDouble(Double::parseDouble)
        .max()
        .orElse(1);
  }
}
