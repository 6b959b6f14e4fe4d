package dev.nutgraf.local.evaluate;

import dev.nutgraf.rank.SummaryLength;
import dev.nutgraf.summary.LengthSetting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the length of a summary. */
public final class LengthOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private SummaryLength length = SummaryLength.ofSentences(3);

  /** The length that the options give. */
  public SummaryLength length() {
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
    length = setting.set(length, value);
  }
}
