package dev.nutgraf.local.dev.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws cost against size on logarithmic scales, where a power law is a straight line whose slope
 * is the exponent. The columns are system, size and cost.
 */
final class Growth {
  private static final int LEFT = 76;
  private static final int RIGHT = 190;
  private static final int HEIGHT = 340;
  private static final int COLORS = 6;
  private static final double LABEL_DISTANCE = 15;

  private Growth() {}

  /** A logarithmic scale between two powers of ten. */
  private record Scale(int from, int to, double start, double length) {
    static Scale of(double least, double most, double start, double length) {
      int from = (int) Math.floor(Math.log10(least));
      int to = Math.max(from + 1, (int) Math.ceil(Math.log10(most)));
      return new Scale(from, to, start, length);
    }

    double at(double value) {
      return start + (Math.log10(value) - from) / (to - from) * length;
    }
  }

  static String draw(Table table) {
    Map<String, List<double[]>> series = new LinkedHashMap<>();
    for (List<String> row : table.rows()) {
      series
          .computeIfAbsent(row.get(0), system -> new ArrayList<>())
          .add(new double[] {Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2))});
    }
    double bottom = Svg.TOP + HEIGHT;
    Scale x = scale(series, 0, LEFT, Svg.WIDTH - LEFT - RIGHT);
    Scale y = scale(series, 1, bottom, -HEIGHT);
    Svg svg = new Svg();
    for (int power = x.from(); power <= x.to(); power++) {
      double at = x.at(Math.pow(10, power));
      svg.line(at, Svg.TOP, at, bottom);
      svg.text("tick", "middle", at, bottom + 18, number(power));
    }
    for (int power = y.from(); power <= y.to(); power++) {
      double at = y.at(Math.pow(10, power));
      svg.line(LEFT, at, Svg.WIDTH - RIGHT, at);
      svg.text("tick", "end", LEFT - 8, at + 4, number(power));
    }
    svg.text("tick", "start", LEFT, Svg.TOP - 10, table.columns().get(2));
    svg.text("tick", "end", Svg.WIDTH - RIGHT, bottom + 36, table.columns().get(1));
    drawSeries(svg, series, x, y);
    return svg.picture(table, bottom + 36);
  }

  private static Scale scale(
      Map<String, List<double[]>> series, int axis, double start, double length) {
    double[] values =
        series.values().stream().flatMap(List::stream).mapToDouble(point -> point[axis]).toArray();
    double least = java.util.Arrays.stream(values).min().orElse(1);
    double most = java.util.Arrays.stream(values).max().orElse(10);
    return Scale.of(least, most, start, length);
  }

  /** Draws the lines and their labels, which are moved down where they overlap. */
  private static void drawSeries(Svg svg, Map<String, List<double[]>> series, Scale x, Scale y) {
    int color = 0;
    List<Double> taken = new ArrayList<>();
    for (Map.Entry<String, List<double[]>> one : series.entrySet()) {
      String style = "s" + Math.min(color++, COLORS - 1);
      List<double[]> points =
          one.getValue().stream()
              .map(point -> new double[] {x.at(point[0]), y.at(point[1])})
              .toList();
      svg.curve(style, points);
      points.forEach(point -> svg.dot(style, point[0], point[1]));
      double[] last = points.get(points.size() - 1);
      double at = last[1] + 4;
      while (overlaps(taken, at)) {
        at += LABEL_DISTANCE;
      }
      taken.add(at);
      svg.text(
          one.getKey().startsWith("Nutgraf") ? "own" : "name",
          "start",
          last[0] + 9,
          at,
          one.getKey());
    }
  }

  private static boolean overlaps(List<Double> taken, double at) {
    return taken.stream().anyMatch(other -> Math.abs(other - at) < LABEL_DISTANCE - 1);
  }

  private static String number(int power) {
    return power >= 0
        ? String.format(Locale.ROOT, "%,d", Math.round(Math.pow(10, power)))
        : String.format(Locale.ROOT, "%." + -power + "f", Math.pow(10, power));
  }
}
