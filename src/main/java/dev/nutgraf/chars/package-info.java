/** Character classes that all other packages share, each defined once. */
@NullMarked
package dev.nutgraf.chars;

import org.jspecify.annotations.NullMarked;
