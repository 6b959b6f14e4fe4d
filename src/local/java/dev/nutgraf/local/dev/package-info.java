/** Commands for maintainers: training, measures of quality, benchmarks, charts. */
@NullMarked
package dev.nutgraf.local.dev;

import org.jspecify.annotations.NullMarked;
