/** Benchmarks: cold starts, throughput, growth with the length of an article. */
@NullMarked
package dev.nutgraf.local.dev.bench;

import org.jspecify.annotations.NullMarked;
