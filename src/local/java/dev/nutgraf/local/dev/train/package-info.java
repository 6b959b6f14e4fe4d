/** Trains the ranker's model on articles with reference summaries. */
@NullMarked
package dev.nutgraf.local.dev.train;

import org.jspecify.annotations.NullMarked;
