/**
 * Reconciles one key: observes the outputs of an article, plans the changes that make them match,
 * and applies them with conditional writes.
 *
 * <p>A <em>document</em> is content that the engine generates; an <em>output</em> is the object in
 * the summary bucket that stores it.
 */
@NullMarked
package dev.nutgraf.s3;

import org.jspecify.annotations.NullMarked;
