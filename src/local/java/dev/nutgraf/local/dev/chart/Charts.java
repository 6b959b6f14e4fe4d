package dev.nutgraf.local.dev.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Draws each table of measurements as an SVG of the same name. */
@Command(
    name = "charts",
    description = "Draws docs/data/*.csv as docs/*.svg.",
    mixinStandardHelpOptions = true)
public final class Charts implements Callable<Integer> {
  private static final String CSV = ".csv";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the tables; docs/data by default.")
  private Path data = Path.of("docs", "data");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the charts; docs by default.")
  private Path out = Path.of("docs");

  private Charts() {}

  @Override
  public Integer call() throws IOException {
    for (Path table : tables(data)) {
      Path picture = out.resolve(pictureOf(table));
      Files.writeString(picture, draw(Files.readString(table)));
      System.out.println(table + " -> " + picture);
    }
    return 0;
  }

  static List<Path> tables(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(CSV)).sorted().toList();
    }
  }

  static String pictureOf(Path table) {
    String name = String.valueOf(table.getFileName());
    return name.substring(0, name.length() - CSV.length()) + ".svg";
  }

  /**
   * Draws a table.
   *
   * @throws IllegalArgumentException if it isn't a table or its chart type is unknown
   */
  static String draw(String csv) {
    Table table = Table.parse(csv);
    return switch (table.about("chart")) {
      case "bars" -> Bars.draw(table);
      case "growth" -> Growth.draw(table);
      case "stack" -> Stack.draw(table);
      default ->
          throw new IllegalArgumentException(
              "\"# chart: %s\" is none of bars, growth, stack".formatted(table.about("chart")));
    };
  }
}
