/** Draws the pictures of docs/ from the measurements in docs/data/. */
@NullMarked
package dev.nutgraf.local.dev.chart;

import org.jspecify.annotations.NullMarked;
