/**
 * Documents of an article from its scores, and {@link dev.nutgraf.summary.Summarizer}, the engine's
 * facade.
 */
@NullMarked
package dev.nutgraf.summary;

import org.jspecify.annotations.NullMarked;
