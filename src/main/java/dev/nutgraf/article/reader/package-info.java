/** Decodes a file, recognizes its format and passes the text to the reader of that format. */
@NullMarked
package dev.nutgraf.article.reader;

import org.jspecify.annotations.NullMarked;
