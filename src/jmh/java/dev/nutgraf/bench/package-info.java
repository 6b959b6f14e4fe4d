/** Time and allocation of the engine, article by article. */
@NullMarked
package dev.nutgraf.bench;

import org.jspecify.annotations.NullMarked;
