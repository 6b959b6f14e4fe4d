package dev.nutgraf.local.evaluate;

import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.EngineSettings;
import dev.nutgraf.summary.LengthSetting;
import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the length of a summary. */
public final class LengthOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private final Map<LengthSetting, Integer> values = new EnumMap<>(LengthSetting.class);

  /** The length that the options give. */
  public SummaryLength length() {
    return length(EngineSettings.DEFAULT.length());
  }

  /** The length that the options give; the default applies to what they leave out. */
  public SummaryLength length(SummaryLength byDefault) {
    SummaryLength length = byDefault;
    for (Map.Entry<LengthSetting, Integer> value : values.entrySet()) {
      length = value.getKey().set(length, value.getValue());
    }
    return length;
  }

  @Option(
      names = "--sentences",
      paramLabel = "N",
      description = "Sentences in a summary, 1 to 20; 3 by default.")
  void sentences(int value) {
    set(LengthSetting.SENTENCES, value);
  }

  @Option(
      names = "--max-words",
      paramLabel = "N",
      description =
          "Words in a summary, at most. Sentences stay whole, and there is at least one; 0, the"
              + " default, for no limit.")
  void maxWords(int value) {
    set(LengthSetting.MAX_WORDS, value);
  }

  @Option(
      names = "--max-characters",
      paramLabel = "N",
      description =
          "Characters in summary.txt, at most, without line ends. Sentences stay whole, and there is"
              + " at least one; 0, the default, for no limit.")
  void maxCharacters(int value) {
    set(LengthSetting.MAX_CHARACTERS, value);
  }

  private void set(LengthSetting setting, int value) {
    if (value < setting.min() || value > setting.max()) {
      throw new ParameterException(
          spec.commandLine(),
          "--%s takes %d to %d, not %d"
              .formatted(setting.label(), setting.min(), setting.max(), value));
    }
    values.put(setting, value);
  }
}
