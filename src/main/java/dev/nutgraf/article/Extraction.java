package dev.nutgraf.article;

import java.util.List;

/**
 * Text, blocks and metadata that the reader of a format extracted from a decoded document.
 *
 * @param text the article text
 * @param blocks as {@link Article#blocks}
 * @param metadata as {@link Article#metadata}
 * @param warnings as {@link Article#warnings}
 */
public record Extraction(
    String text, List<Block> blocks, ArticleMetadata metadata, List<Warning> warnings) {}
