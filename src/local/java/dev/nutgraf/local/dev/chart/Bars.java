package dev.nutgraf.local.dev.chart;

import java.util.List;

/** Draws a panel of bars for each column and a line for each row; highlights Nutgraf's rows. */
final class Bars {
  private static final int LABELS = 210;
  private static final int ROW = 22;
  private static final int BAR = 14;
  private static final int GAP = 56;

  private Bars() {}

  static String draw(Table table) {
    Svg svg = new Svg();
    int panels = table.columns().size() - 1;
    double panel = (Svg.WIDTH - LABELS - 20.0) / panels;
    for (int column = 1; column <= panels; column++) {
      double left = LABELS + (column - 1) * panel;
      svg.text("tick", "start", left, Svg.TOP, table.columns().get(column));
      double greatest = greatest(table, column);
      double y = Svg.TOP + 10;
      for (List<String> row : table.rows()) {
        if (!row.get(column).isEmpty()) {
          double length = Double.parseDouble(row.get(column)) / greatest * (panel - GAP);
          svg.rectangle(style(row), left, y, length, BAR);
          svg.text("tick", "start", left + length + 5, y + BAR - 3, row.get(column));
        }
        y += ROW;
      }
    }
    double y = Svg.TOP + 10;
    for (List<String> row : table.rows()) {
      svg.text(isOwn(row) ? "own" : "name", "end", LABELS - 10, y + BAR - 2, row.get(0));
      y += ROW;
    }
    return svg.picture(table, y);
  }

  private static double greatest(Table table, int column) {
    return table.rows().stream()
        .map(row -> row.get(column))
        .filter(value -> !value.isEmpty())
        .mapToDouble(Double::parseDouble)
        .max()
        .orElse(1);
  }

  private static String style(List<String> row) {
    return isOwn(row) ? "s0" : "peer";
  }

  private static boolean isOwn(List<String> row) {
    return row.get(0).startsWith("Nutgraf");
  }
}
