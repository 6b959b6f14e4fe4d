/** Measures what the function costs: starts, invocations, memory. */
@NullMarked
package dev.nutgraf.local.dev.bench;

import org.jspecify.annotations.NullMarked;
