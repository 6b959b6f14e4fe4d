/** One small handler per way in, the settings, and the wiring. */
@NullMarked
package dev.nutgraf.lambda;

import org.jspecify.annotations.NullMarked;
