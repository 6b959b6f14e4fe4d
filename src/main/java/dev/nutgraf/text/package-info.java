/** Language detection, sentence splitting, and the words and stems of an article. */
@NullMarked
package dev.nutgraf.text;

import org.jspecify.annotations.NullMarked;
