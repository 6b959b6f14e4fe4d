/** Measures summaries against reference summaries: data, ROUGE, baselines, confidence. */
@NullMarked
package dev.nutgraf.local.evaluate;

import org.jspecify.annotations.NullMarked;
