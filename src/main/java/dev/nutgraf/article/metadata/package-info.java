/** Builds {@link dev.nutgraf.article.ArticleMetadata} and reads dates and JSON for it. */
@NullMarked
package dev.nutgraf.article.metadata;

import org.jspecify.annotations.NullMarked;
