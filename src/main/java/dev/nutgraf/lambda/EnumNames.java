package dev.nutgraf.lambda;

import java.util.Locale;

/** How the names of the code are written in logs, metrics and answers. */
final class EnumNames {
  private EnumNames() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
