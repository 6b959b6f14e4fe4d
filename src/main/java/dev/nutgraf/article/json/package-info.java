/** Reads articles in JSON. */
@NullMarked
package dev.nutgraf.article.json;

import org.jspecify.annotations.NullMarked;
