/**
 * Bytes in, {@link dev.nutgraf.article.Article} out: decodes a file, recognizes its format and
 * passes it to the reader of that format.
 */
@NullMarked
package dev.nutgraf.article.reader;

import org.jspecify.annotations.NullMarked;
