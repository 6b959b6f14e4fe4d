package dev.nutgraf.local.dev;

import dev.nutgraf.local.dev.bench.ColdStart;
import dev.nutgraf.local.dev.bench.LengthGrowth;
import dev.nutgraf.local.dev.bench.RoundTrips;
import dev.nutgraf.local.dev.bench.StageTimes;
import dev.nutgraf.local.dev.bench.Throughput;
import dev.nutgraf.local.dev.chart.Charts;
import dev.nutgraf.local.dev.quality.BoilerplateQuality;
import dev.nutgraf.local.dev.quality.BoundaryQuality;
import dev.nutgraf.local.dev.quality.ExtractionQuality;
import dev.nutgraf.local.dev.train.Train;
import dev.nutgraf.local.dev.train.TrainBoundaries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands for maintainers: {@code mvn -q -Plocal -Dargs="dev COMMAND ..."}. */
@Command(
    name = "dev",
    description = "Commands for maintainers: training, quality, benchmarks, charts.",
    mixinStandardHelpOptions = true,
    subcommands = {
      Train.class,
      TrainBoundaries.class,
      BoundaryQuality.class,
      ExtractionQuality.class,
      BoilerplateQuality.class,
      ColdStart.class,
      LengthGrowth.class,
      RoundTrips.class,
      StageTimes.class,
      Throughput.class,
      Charts.class
    })
public final class Dev implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Dev() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "dev takes one of its commands.");
  }
}
