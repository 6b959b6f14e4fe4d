/** Draws the charts of docs/ from the tables in docs/data/. */
@NullMarked
package dev.nutgraf.local.dev.chart;

import org.jspecify.annotations.NullMarked;
