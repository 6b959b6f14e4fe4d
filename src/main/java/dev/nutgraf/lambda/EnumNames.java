package dev.nutgraf.lambda;

import java.util.Locale;

/**
 * The names of enum constants in logs, metrics and responses: {@code KEY_TOO_LONG} as {@code
 * key-too-long}.
 */
final class EnumNames {
  private EnumNames() {}

  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
