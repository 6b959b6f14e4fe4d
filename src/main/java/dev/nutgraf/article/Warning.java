package dev.nutgraf.article;

/**
 * A deviation in reading an article that a user of the summary should know.
 *
 * @param code stable, lower case with hyphens
 * @param message one sentence for users
 */
public record Warning(String code, String message) {}
