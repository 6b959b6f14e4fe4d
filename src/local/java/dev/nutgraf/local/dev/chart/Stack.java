package dev.nutgraf.local.dev.chart;

import java.util.List;

/** Draws a stacked bar for each row, with a segment for each column and the sum at its end. */
final class Stack {
  private static final int LABELS = 300;
  private static final int ROW = 34;
  private static final int BAR = 22;
  private static final int SUM = 70;
  private static final int LEGEND = 150;
  private static final int IN_A_LINE = 5;

  private Stack() {}

  static String draw(Table table) {
    Svg svg = new Svg();
    List<String> pieces = table.columns().subList(1, table.columns().size());
    for (int i = 0; i < pieces.size(); i++) {
      double x = 20 + (i % IN_A_LINE) * (LEGEND + 14.0);
      double y = Svg.TOP - 6 + i / IN_A_LINE * 20;
      svg.rectangle("s" + i, x, y - 10, 11, 11).text("tick", "start", x + 17, y, pieces.get(i));
    }
    double greatest = table.rows().stream().mapToDouble(Stack::sum).max().orElse(1);
    double scale = (Svg.WIDTH - LABELS - SUM - 10.0) / greatest;
    double y = Svg.TOP + 14 + (pieces.size() - 1) / IN_A_LINE * 20;
    for (List<String> row : table.rows()) {
      svg.text(
          row.get(0).startsWith("Nutgraf") ? "own" : "name",
          "end",
          LABELS - 10,
          y + BAR - 6,
          row.get(0));
      double x = LABELS;
      for (int i = 1; i < row.size(); i++) {
        double length = value(row.get(i)) * scale;
        if (length > 0) {
          svg.rectangle("s" + (i - 1), x, y, length, BAR);
          x += length;
        }
      }
      svg.text("tick", "start", x + 6, y + BAR - 6, Math.round(sum(row)) + " ms");
      y += ROW;
    }
    return svg.picture(table, y - ROW + BAR);
  }

  private static double sum(List<String> row) {
    return row.subList(1, row.size()).stream().mapToDouble(Stack::value).sum();
  }

  private static double value(String cell) {
    return cell.isEmpty() ? 0 : Double.parseDouble(cell);
  }
}
