package dev.nutgraf.lambda;

/** A setting that is missing or not allowed. The function doesn't start with it. */
final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidSettingException(String name, String value, String allowed) {
    super("%s is \"%s\"; allowed is %s.".formatted(name, value, allowed));
  }
}
