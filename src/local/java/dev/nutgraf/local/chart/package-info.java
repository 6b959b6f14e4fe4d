/** Draws the pictures of docs/ from the measurements in docs/data/. */
@NullMarked
package dev.nutgraf.local.chart;

import org.jspecify.annotations.NullMarked;
