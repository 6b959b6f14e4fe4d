/** Reads Markdown with front matter. */
@NullMarked
package dev.nutgraf.article.markdown;

import org.jspecify.annotations.NullMarked;
