/** Measures what the function costs: starts, invocations, memory. */
@NullMarked
package dev.nutgraf.local.bench;

import org.jspecify.annotations.NullMarked;
