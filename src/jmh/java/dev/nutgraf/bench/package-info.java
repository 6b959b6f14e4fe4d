/** JMH benchmarks of the engine: time and allocation per article. */
@NullMarked
package dev.nutgraf.bench;

import org.jspecify.annotations.NullMarked;
