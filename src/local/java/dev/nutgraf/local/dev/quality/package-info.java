/** Measures one step of the engine against data that people annotated. */
@NullMarked
package dev.nutgraf.local.dev.quality;

import org.jspecify.annotations.NullMarked;
