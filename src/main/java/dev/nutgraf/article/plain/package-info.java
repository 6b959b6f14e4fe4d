/** Reads plain text: joins lines, finds headings and captions by shape, and reads metadata. */
@NullMarked
package dev.nutgraf.article.plain;

import org.jspecify.annotations.NullMarked;
