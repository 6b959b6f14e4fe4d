/** The words and phrases of each language, one resource file per language. */
@NullMarked
package dev.nutgraf.lexicon;

import org.jspecify.annotations.NullMarked;
