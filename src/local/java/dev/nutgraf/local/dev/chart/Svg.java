package dev.nutgraf.local.dev.chart;

import java.util.List;
import java.util.Locale;

/**
 * Writes an SVG: a title, a drawing, and notes below it, in light and dark colors.
 *
 * <p>Written by hand because chart libraries lay text out by the fonts of the machine, so the same
 * table gives different files on two machines. Measured with docs/data/growth.csv: 4 kB here, 706
 * kB with XChart 3.8 (text as outlines), 251 kB with JFreeChart 1.5 and JFreeSVG 5; neither follows
 * the reader's color scheme.
 */
final class Svg {
  static final int WIDTH = 860;

  /** Top of the drawing. */
  static final int TOP = 64;

  private static final int LINE = 17;
  private static final int MARGIN = 20;
  private static final int MAX_LINE = 130;

  private final StringBuilder body = new StringBuilder();

  Svg rectangle(String style, double x, double y, double width, double height) {
    return add(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\"/>",
        style, x, y, width, height);
  }

  Svg line(double x1, double y1, double x2, double y2) {
    return add("<path class=\"grid\" d=\"M%.1f %.1fL%.1f %.1f\"/>", x1, y1, x2, y2);
  }

  Svg dot(String style, double x, double y) {
    return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>", style, x, y);
  }

  /** A line through points (x, y). */
  Svg curve(String style, List<double[]> points) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(path.isEmpty() ? "M" : "L");
      path.append(String.format(Locale.ROOT, "%.1f %.1f", point[0], point[1]));
    }
    return add("<path class=\"curve %s\" d=\"%s\"/>", style, path);
  }

  /** Text whose anchor is {@code start}, {@code middle} or {@code end}. */
  Svg text(String style, String anchor, double x, double y, String text) {
    return add(
        "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        style, anchor, x, y, escape(text));
  }

  private Svg add(String format, Object... values) {
    body.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  /** Returns the SVG of a drawing that ends at {@code bottom}. */
  String picture(Table table, double bottom) {
    double y = bottom + 26;
    for (String note : table.about("note").lines().toList()) {
      for (String line : wrap(note)) {
        text("note", "start", MARGIN, y, line);
        y += LINE;
      }
    }
    String title = escape(table.about("title"));
    return String.format(
        Locale.ROOT,
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$.0f" viewBox="0 0 %1$d %2$.0f" \
        role="img" aria-label="%3$s">
        <style>
        svg { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        .paper { fill: #fcfbf8; } text { fill: #1f1d1a; } .title { font-size: 17px; font-weight: 600; }
        .note, .tick { fill: #6a645b; font-size: 12px; } .own { font-weight: 700; }
        .grid { stroke: #ddd7cb; stroke-width: 1; } .curve { fill: none; stroke-width: 2.2; }
        .s0 { fill: #8a4b08; } .s1 { fill: #c98a2b; } .s2 { fill: #4f7a8c; } .s3 { fill: #8aa67a; }
        .s4 { fill: #9a6a8f; } .s5 { fill: #b5ada0; } .peer { fill: #c9c2b4; }
        .curve.s0 { stroke: #8a4b08; } .curve.s1 { stroke: #c98a2b; } .curve.s2 { stroke: #4f7a8c; }
        .curve.s3 { stroke: #8aa67a; } .curve.s4 { stroke: #9a6a8f; } .curve.s5 { stroke: #b5ada0; }
        .curve { fill: none !important; }
        @media (prefers-color-scheme: dark) {
        .paper { fill: #171614; } text { fill: #e8e4db; } .note, .tick { fill: #a39c8f; }
        .grid { stroke: #3b3731; } .peer { fill: #5a544a; } .s0 { fill: #f0b35a; } .curve.s0 { stroke: #f0b35a; }
        }
        </style>
        <rect class="paper" width="%1$d" height="%2$.0f" rx="8"/>
        <text class="title" x="%4$d" y="34">%3$s</text>
        %5$s</svg>
        """,
        WIDTH,
        y + 2,
        title,
        MARGIN,
        body);
  }

  private static List<String> wrap(String note) {
    List<String> lines = new java.util.ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : note.split(" ", -1)) {
      if (line.length() + word.length() >= MAX_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
