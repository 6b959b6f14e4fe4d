/** Sentences in, scores out: features, model, choice without repetition, keywords. */
@NullMarked
package dev.nutgraf.rank;

import org.jspecify.annotations.NullMarked;
