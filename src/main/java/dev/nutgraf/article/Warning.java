package dev.nutgraf.article;

/**
 * Something a reader of the summary should know.
 *
 * @param code stable, lower case with hyphens
 * @param message one sentence for people
 */
public record Warning(String code, String message) {}
