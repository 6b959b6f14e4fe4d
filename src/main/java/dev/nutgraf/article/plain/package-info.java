/** Reads plain text: lines, paragraphs, headings and captions. */
@NullMarked
package dev.nutgraf.article.plain;

import org.jspecify.annotations.NullMarked;
