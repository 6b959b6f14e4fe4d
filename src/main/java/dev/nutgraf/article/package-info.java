/**
 * Bytes in, {@link Article} out: character set, format, boilerplate, headline and dates, blocks.
 */
@NullMarked
package dev.nutgraf.article;

import org.jspecify.annotations.NullMarked;
