/** Scores in, documents out: the summary, the metadata document and their bytes. */
@NullMarked
package dev.nutgraf.summary;

import org.jspecify.annotations.NullMarked;
